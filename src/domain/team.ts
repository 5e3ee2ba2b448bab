import type { Hours } from './hours';
import type { Settings } from './settings';
import type { Instant } from './ticket';

/** Agents who answer together. An agent may be in many. */
export interface Team {
  readonly id: string;
  readonly name: string;
  /** When its tickets are given to agents; null = the workspace's hours (`routing.hours`). */
  readonly hours: Hours | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
  readonly version: number;
}

/** When a team works: by its own hours, else by the workspace's, which are also those of no team (null); null = always. */
export const hoursOfTeam = (team: Pick<Team, 'hours'> | null, { routing }: Pick<Settings, 'routing'>): Hours | null =>
  team?.hours ?? routing.hours;

/** The teams there are, without deleted ones. */
export const teamsNow = <T extends Pick<Team, 'deletedAt'>>(teams: readonly T[]): T[] =>
  teams.filter(({ deletedAt }) => deletedAt === null);

/** Ids of deleted ones, whose tickets are those of no team. */
export const teamsGone = (teams: readonly Pick<Team, 'id' | 'deletedAt'>[]): string[] =>
  teams.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id);

/** The team that a ticket is in, by the teams there are: a deleted one counts as none. */
export const teamNow = (teamId: string | null, teams: readonly Team[]): Team | null =>
  teams.find(({ id, deletedAt }) => id === teamId && deletedAt === null) ?? null;
