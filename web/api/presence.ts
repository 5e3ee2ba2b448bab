import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive, onReturn, tryNow } from '../live/link';
import type { Agent } from './types';
import { workspaceQuery } from './workspace';
import type { Workspace } from './workspace-shape';

type Told = Pick<Agent, 'id' | 'name' | 'presence' | 'presenceReason' | 'presenceSince' | 'teamIds'>;

/** Keeps true who is there; once on a page. */
export function useLivePresence(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ends = [
      onLive<Told>('agent.presence_changed', (told) => {
        const before = queries.getQueryData(workspaceQuery.queryKey);
        queries.setQueryData(workspaceQuery.queryKey, (now) => now && withPresence(now, told));
        if (before && hasOtherTeams(before, told)) readAnew(queries, before);
        else if (before && isNews(before, told)) void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
      }),
      onLive('workspace.changed', () => void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey })),
      onReturn(() => void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
}

const hasOtherTeams = ({ me }: Workspace, { id, teamIds }: Told): boolean =>
  id === me.id && String([...teamIds].sort()) !== String([...me.teamIds].sort());

/** Somebody who is new, or has another name. */
const isNews = ({ agents }: Workspace, { id, name }: Told): boolean => agents.find((agent) => agent.id === id)?.name !== name;

/** The teams themselves may be new here. Where they say what one may see, everything is read anew, as after a gap. */
function readAnew(queries: QueryClient, { me, policy }: Workspace): void {
  void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
  if (policy.agentsSee === 'team' && me.role === 'agent') tryNow();
}

function withPresence(now: Workspace, { id, presence, presenceReason, presenceSince, teamIds }: Told): Workspace {
  const agents = now.agents.map((agent) => (agent.id === id ? { ...agent, presence, presenceReason, presenceSince, teamIds } : agent));
  return now.me.id === id ? { ...now, agents, me: { ...now.me, presence, presenceReason, presenceSince, teamIds } } : { ...now, agents };
}
