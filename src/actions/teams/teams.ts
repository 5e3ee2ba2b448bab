import { invalid, Refusal } from '../../domain/errors';
import { type Team, teamNow } from '../../domain/team';
import type { House } from '../../ports/store';

/** A team that is not deleted, or `not_found`. */
export function liveTeam({ teams }: Pick<House, 'teams'>, teamId: string): Team {
  const team = teamNow(teamId, teams);
  if (!team) throw new Refusal('not_found', 'There is no such team.');
  return team;
}

/** A team that a body names at `path`; `invalid` when there is none. */
export function knownTeam({ teams }: Pick<House, 'teams'>, teamId: string, path = 'teamId'): Team {
  const team = teamNow(teamId, teams);
  if (!team) throw invalid(path, 'no such team');
  return team;
}

/** Every team of a list, each once. */
export const knownTeams = (house: Pick<House, 'teams'>, teamIds: readonly string[]): string[] =>
  [...new Set(teamIds)].map((id, at) => knownTeam(house, id, `teamIds.${at}`).id);

/** How a team is named in an event. */
export const named = (team: Team | null) => team && { id: team.id, name: team.name };
