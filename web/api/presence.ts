import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive, onReturn, tryNow } from '../live/link';
import type { Agent } from './types';
import { workspaceQuery } from './workspace';
import type { Workspace } from './workspace-shape';

type Told = Pick<Agent, 'id' | 'presence' | 'presenceReason' | 'presenceSince' | 'teamIds'>;

/** Keeps true who is there; once on a page. */
export function useLivePresence(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ends = [
      onLive<Told>('agent.presence_changed', (told) => {
        const before = queries.getQueryData(workspaceQuery.queryKey);
        queries.setQueryData(workspaceQuery.queryKey, (now) => now && withPresence(now, told));
        // What lists and counts may show hangs on the teams: everything is read anew, as after a gap.
        if (before && seesOtherwise(before, told)) tryNow();
      }),
      onReturn(() => void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
}

const seesOtherwise = ({ me, policy }: Workspace, { id, teamIds }: Told): boolean =>
  id === me.id && policy.agentsSee === 'team' && me.role === 'agent' && String([...teamIds].sort()) !== String([...me.teamIds].sort());

function withPresence(now: Workspace, { id, presence, presenceReason, presenceSince, teamIds }: Told): Workspace {
  const agents = now.agents.map((agent) => (agent.id === id ? { ...agent, presence, presenceReason, presenceSince, teamIds } : agent));
  return now.me.id === id ? { ...now, agents, me: { ...now.me, presence, presenceReason, presenceSince, teamIds } } : { ...now, agents };
}
