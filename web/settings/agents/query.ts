import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../../api/ask';
import type { Account, Agent, Page } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';
import { onLive, onReturn } from '../../live/link';

/** Everybody who works at the desk. */
export const agentsQuery = queryOptions({ queryKey: ['agents'], queryFn: ({ signal }) => every(signal) });

async function every(signal: AbortSignal): Promise<Account[]> {
  const all: Account[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<Account> = await get(`/agents?limit=200${from}`, signal);
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/** Shows everybody as the desk has them now, here and wherever people are named. */
export function keepAgents(queries: QueryClient, change: (agents: Account[]) => Account[]): void {
  queries.setQueryData(agentsQuery.queryKey, (now) => now && change(now));
  void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
}

/** What is told of an agent takes the place of what was known; how they sign in is not told with everything. */
export const withAgent = (agent: Agent | Account) => (agents: Account[]) =>
  agents.some(({ id }) => id === agent.id)
    ? agents.map((one) => (one.id === agent.id ? { ...one, ...agent } : one))
    : [...agents, { hasPassword: false, twoFactor: false, invited: null, ...agent }];

/** Reads them anew when somebody comes or goes. */
export function useLiveAgents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: agentsQuery.queryKey });
    const ends = [onLive('agent.presence_changed', again), onReturn(again)];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
}
