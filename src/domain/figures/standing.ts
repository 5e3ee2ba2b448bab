import type { Instant } from '../ticket';
import { seconds } from './durations';
import type { FigureCount, SnapshotPart } from './kept';
import { rankOf } from './ranks';
import type { Ranks } from './stood';
import type { Stand, Trace } from './trace';

/** So late a transaction may still commit what it did: a snapshot is of a moment that is settled, so long before what is counted. */
export const SETTLED = 30_000;

/** Where an open ticket stood. */
export type Standing = SnapshotPart['tickets'][number];

/** One trace of a ticket, or several after each other, by which it came to stand elsewhere. */
export interface Move extends Pick<Trace, 'channelId' | 'seq'> {
  readonly ticketId: string;
  /** Where it stood before, if it was closed. */
  readonly left: Stand | null;
  readonly now: Stand;
}

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

/** How many of all tickets stand alike: the closed ones by what was counted at the snapshot and the moves since, the open ones by themselves. */
export function countsAfter(before: readonly FigureCount[], moves: readonly Move[], open: readonly Standing[]): FigureCount[] {
  const counts = new Map<string, Sum>();
  const add = (stand: Stand & { readonly channelId: string }, by: 1 | -1): void => {
    const { channelId, teamId, assigneeId, status, stage } = stand;
    const id = [channelId, teamId ?? '', assigneeId ?? '', status, stage].join(' ');
    const sum = counts.get(id) ?? { id, channelId, teamId, assigneeId, status, stage, tickets: 0, statusSince: 0, stageSince: 0 };
    sum.tickets += by;
    sum.statusSince += by * seconds(stand.statusSince);
    sum.stageSince += by * seconds(stand.stageSince);
    counts.set(id, sum);
  };
  for (const count of before) if (count.status === 'closed') counts.set(count.id, { ...count });
  for (const { channelId, left, now } of moves) {
    if (left) add({ channelId, ...left }, -1);
    if (now.status === 'closed') add({ channelId, ...now }, 1);
  }
  for (const stand of open) add(stand, 1);
  return [...counts.values()].filter(({ tickets }) => tickets !== 0);
}

type Sum = { -readonly [Name in keyof FigureCount]: FigureCount[Name] };

/** How long something has lasted, in the whole seconds of the clock: sums of it can be kept. */
export const lasting = (since: Instant, at: Instant): number => Math.max(0, seconds(at) - seconds(since));

/** Median and 90th percentile of how long open tickets have been somewhere. */
export function ranksOf(sinces: readonly Instant[], at: Instant): Ranks {
  const stays = Float64Array.from(sinces, (since) => lasting(since, at)).sort();
  const ranked = (share: number): number | null => stays[rankOf(share, stays.length)] ?? null;
  return { median: ranked(0.5), p90: ranked(0.9) };
}
