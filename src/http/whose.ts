import type { Whose } from '../domain/figures/stood';
import { teamsGone } from '../domain/team';
import type { House } from '../ports/store';

interface Asked {
  readonly channel?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly agent?: readonly string[] | undefined;
}

/** Whose tickets a call asks for: `none` stands for those of no team, which those of a deleted one are too, and of nobody. */
export function whoseOf({ channel, team, agent }: Asked, { teams }: Pick<House, 'teams'>): Whose {
  return {
    ...(channel ? { channels: channel } : {}),
    ...(team ? { teams: team.flatMap((id): (string | null)[] => (id === 'none' ? [null, ...teamsGone(teams)] : [id])) } : {}),
    ...(agent ? { agents: agent.map((id) => (id === 'none' ? null : id)) } : {}),
  };
}
