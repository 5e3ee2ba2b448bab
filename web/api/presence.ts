import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive, onReturn } from '../live/link';
import type { Agent } from './types';
import { workspaceQuery } from './workspace';
import type { Workspace } from './workspace-shape';

type Told = Pick<Agent, 'id' | 'presence' | 'presenceReason' | 'presenceSince'>;

/** Keeps true who is there; once on a page. */
export function useLivePresence(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ends = [
      onLive<Told>('agent.presence_changed', (told) =>
        queries.setQueryData(workspaceQuery.queryKey, (now) => now && withPresence(now, told)),
      ),
      onReturn(() => void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
}

function withPresence(now: Workspace, { id, presence, presenceReason, presenceSince }: Told): Workspace {
  const agents = now.agents.map((agent) => (agent.id === id ? { ...agent, presence, presenceReason, presenceSince } : agent));
  return now.me.id === id ? { ...now, agents, me: { ...now.me, presence, presenceReason, presenceSince } } : { ...now, agents };
}
