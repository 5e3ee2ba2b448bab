import { seconds } from './durations';
import type { FigureCount } from './kept';
import type { Stand, Trace } from './trace';

type Standing = Pick<FigureCount, 'channelId'> & Stand;
type Alike = Pick<FigureCount, 'channelId' | 'teamId' | 'assigneeId' | 'status' | 'stage'>;

/** Where those who stand alike are counted. */
const countId = ({ channelId, teamId, assigneeId, status, stage }: Alike): string =>
  [channelId, teamId ?? '', assigneeId ?? '', status, stage].join(' ');

/** What a trace adds to the counts and takes from them. */
type Step = Pick<Trace, 'channelId' | 'was' | 'now'>;

/** The counts that these traces touch, each by how much it changes. In any order, for they only add up. */
export function changesOf(traces: readonly Step[]): FigureCount[] {
  const changes = new Map<string, FigureCount>();
  const add = (standing: Standing, by: 1 | -1): void => {
    const id = countId(standing);
    changes.set(id, plus(changes.get(id) ?? emptyCount(id, standing), countOf(id, standing, by)));
  };
  for (const { channelId, was, now } of traces) {
    if (!now) continue;
    if (was) add({ channelId, ...was }, -1);
    add({ channelId, ...now }, 1);
  }
  return [...changes.values()].filter(({ tickets, statusSince, stageSince }) => tickets !== 0 || statusSince !== 0 || stageSince !== 0);
}

/** Tickets that come into the counts, or leave them. */
export function countsOf(tickets: readonly Standing[], by: 1 | -1): FigureCount[] {
  const counts = new Map<string, FigureCount>();
  for (const ticket of tickets) {
    const id = countId(ticket);
    counts.set(id, plus(counts.get(id) ?? emptyCount(id, ticket), countOf(id, ticket, by)));
  }
  return [...counts.values()];
}

/** Counts of the same put together. */
export function sumsOf(parts: readonly Omit<FigureCount, 'id'>[]): FigureCount[] {
  const sums = new Map<string, FigureCount>();
  for (const part of parts) {
    const id = countId(part);
    sums.set(id, plus(sums.get(id) ?? emptyCount(id, part), { ...part, id }));
  }
  return [...sums.values()];
}

/** What of the counts must be written for them to be the truth; with none in it where there is nothing to count. */
export function changedTo(counts: readonly FigureCount[], truth: readonly FigureCount[]): FigureCount[] {
  const known = new Map(counts.map((count) => [count.id, count]));
  const right = new Set(truth.map(({ id }) => id));
  const gone = counts.filter(({ id }) => !right.has(id)).map((count) => emptyCount(count.id, count));
  return [...gone, ...truth.filter((count) => !isSame(count, known.get(count.id)))];
}

const isSame = (a: FigureCount, b: FigureCount | undefined): boolean =>
  b !== undefined && a.tickets === b.tickets && a.statusSince === b.statusSince && a.stageSince === b.stageSince;

/** The counts with their changes; only those that changed. */
export function changed(counts: readonly FigureCount[], changes: readonly FigureCount[]): FigureCount[] {
  const known = new Map(counts.map((count) => [count.id, count]));
  return changes.map((change) => plus(known.get(change.id) ?? emptyCount(change.id, change), change));
}

/** All of them together, without those that are none. */
export function together(counts: readonly FigureCount[], changes: readonly FigureCount[]): FigureCount[] {
  const touched = new Set(changes.map(({ id }) => id));
  return [...counts.filter(({ id }) => !touched.has(id)), ...changed(counts, changes)].filter(({ tickets }) => tickets !== 0);
}

/** The same steps taken back. */
export const takenBack = <T extends Step>(traces: readonly T[]): FigureCount[] =>
  changesOf(traces).map((change) => ({
    ...change,
    tickets: -change.tickets,
    statusSince: -change.statusSince,
    stageSince: -change.stageSince,
  }));

const countOf = (id: string, standing: Standing, by: 1 | -1): FigureCount => ({
  ...emptyCount(id, standing),
  tickets: by,
  statusSince: by * seconds(standing.statusSince),
  stageSince: by * seconds(standing.stageSince),
});

const emptyCount = (id: string, { channelId, teamId, assigneeId, status, stage }: Alike): FigureCount => ({
  id,
  channelId,
  teamId,
  assigneeId,
  status,
  stage,
  tickets: 0,
  statusSince: 0,
  stageSince: 0,
});

const plus = (a: FigureCount, b: FigureCount): FigureCount => ({
  ...a,
  tickets: a.tickets + b.tickets,
  statusSince: a.statusSince + b.statusSince,
  stageSince: a.stageSince + b.stageSince,
});
