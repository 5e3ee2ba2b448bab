import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { TeamJson } from '../../../src/http/schemas/team';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';

export type Team = TeamJson;

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async ({ signal }) => (await get<Page<Team>>('/teams?limit=200', signal)).data,
});

/** Shows the teams as the desk has them now, here and wherever they are named. */
export function keepTeams(queries: QueryClient, change: (teams: Team[]) => Team[]): void {
  queries.setQueryData(teamsQuery.queryKey, (now) => now && change(now));
  void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
  void queries.invalidateQueries({ queryKey: ['agents'] });
}

export const withTeam = (team: Team) => (teams: Team[]) =>
  teams.some(({ id }) => id === team.id) ? teams.map((one) => (one.id === team.id ? team : one)) : [...teams, team];
