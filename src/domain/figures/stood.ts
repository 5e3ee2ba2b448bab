import type { Instant, Status } from '../ticket';
import type { FigureCount } from './kept';

/** Whose tickets are looked at; null stands for those of no team, and of nobody. */
export interface Whose {
  readonly channels?: readonly string[];
  readonly teams?: readonly (string | null)[];
  readonly agents?: readonly (string | null)[];
}

export const isTheirs =
  ({ channels, teams, agents }: Whose) =>
  ({ channelId, teamId, assigneeId }: Pick<FigureCount, 'channelId' | 'teamId' | 'assigneeId'>): boolean =>
    (channels?.includes(channelId) ?? true) && (teams?.includes(teamId) ?? true) && (agents?.includes(assigneeId) ?? true);

/** In seconds; null where there are no tickets. */
export interface Ranks {
  readonly median: number | null;
  readonly p90: number | null;
}

/** How tickets stood at a moment: how many alike, and for how long in their stage and status. */
export interface Stood {
  readonly at: Instant;
  readonly counts: readonly FigureCount[];
  /** By key; none of closed ones. */
  readonly stages: ReadonlyMap<string, Ranks>;
  readonly statuses: ReadonlyMap<Status, Ranks>;
}
