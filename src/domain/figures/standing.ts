import type { Instant } from '../ticket';
import { seconds } from './durations';
import type { FigureCount, SnapshotPart } from './kept';
import type { Stand, Trace } from './trace';

/** Where an open ticket stood. */
export type Standing = SnapshotPart['tickets'][number];

/** A trace by which a ticket came to stand elsewhere. */
export type Move = Pick<Trace, 'channelId' | 'seq' | 'was'> & { readonly ticketId: string; readonly now: Stand };

/** The open tickets after these moves, which may be in any order: of each ticket the last by `seq` counts. */
export function standingAfter(before: readonly Standing[], moves: readonly Move[]): Map<string, Standing> {
  const standing = new Map(before.map((one) => [one.ticketId, one]));
  for (const [ticketId, { channelId, now }] of lastOf(moves)) {
    const agentId = now.assigneeId ?? standing.get(ticketId)?.agentId ?? null;
    if (now.status === 'closed') standing.delete(ticketId);
    else standing.set(ticketId, { ...now, ticketId, channelId, agentId });
  }
  return standing;
}

/** The last move of each ticket. */
export function lastOf<M extends Pick<Move, 'ticketId' | 'seq'>>(moves: readonly M[]): Map<string, M> {
  const last = new Map<string, M>();
  for (const move of moves) if (move.seq >= (last.get(move.ticketId)?.seq ?? Number.NEGATIVE_INFINITY)) last.set(move.ticketId, move);
  return last;
}

/** Which stages and teams were deleted: tickets of theirs stand in `open`, and in no team. */
export interface Gone {
  readonly stages: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

type Placed = Pick<Stand, 'stage' | 'teamId'>;

/** Where it counts, once what was deleted is taken away. */
export function placed<S extends Placed>(stand: S, { stages, teams }: Gone): S {
  const [noStage, noTeam] = [stages.has(stand.stage), stand.teamId !== null && teams.has(stand.teamId)];
  return noStage || noTeam ? { ...stand, stage: noStage ? 'open' : stand.stage, teamId: noTeam ? null : stand.teamId } : stand;
}

/** Whose tickets are looked at; null stands for no team, and for nobody. Absent = all. */
export interface Whose {
  readonly channelIds?: readonly string[];
  readonly teamIds?: readonly (string | null)[];
  readonly agentIds?: readonly (string | null)[];
}

export const isTheirs = (
  { channelIds, teamIds, agentIds }: Whose,
  { channelId, teamId, assigneeId }: Pick<FigureCount, 'channelId' | 'teamId' | 'assigneeId'>,
): boolean => (channelIds?.includes(channelId) ?? true) && (teamIds?.includes(teamId) ?? true) && (agentIds?.includes(assigneeId) ?? true);

/** How long something has lasted, in the whole seconds of the clock: sums of it can be kept. */
export const lasting = (since: Instant, at: Instant): number => seconds(at) - seconds(since);

/** The smallest value with at least this share of all at or below it; null of none. */
export function ranked(values: readonly number[], share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
