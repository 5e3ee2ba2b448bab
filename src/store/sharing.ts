import { AsyncResource } from 'node:async_hooks';
import type { Query } from './database';

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;
type Work = (query: Query) => Promise<unknown>;

/** A transaction that waits to be run: `end` tells its caller once all of it is on disk, or that none of it is. */
interface Waiting {
  readonly work: Work;
  readonly end: { resolve(result: unknown): void; reject(error: unknown): void };
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

const MOST = 64;
/** How long the first of those who share a commit may wait for the others, in milliseconds. */
const LONGEST = 20;

/**
 * Transactions on SQLite's one writing connection. They run one after the other, each all or nothing; those that wait at
 * the same moment share one commit, because its wait for the disk costs more than most of them. Safe on SQLite only: on
 * MySQL a deadlock takes the savepoints with it.
 */
export function sharingCommits(query: Query, inTurn: InTurn): <T>(work: (query: Query) => Promise<T>) => Promise<T> {
  const waiting: Waiting[] = [];
  return <T>(work: (query: Query) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work: AsyncResource.bind(work), end: { resolve: resolve as (result: unknown) => void, reject } });
      // Whoever was taken along by an earlier turn leaves an empty one behind.
      void inTurn(() => runTogether(query, waiting));
    });
}

async function runTogether(query: Query, waiting: Waiting[]): Promise<void> {
  const ran: { readonly end: Waiting['end']; readonly outcome: Outcome }[] = [];
  try {
    if (waiting.length === 0) return;
    // While the last commit waited for the disk nothing else ran: whoever became ready meanwhile is let in first.
    await new Promise(setImmediate);
    await query('begin immediate');
    const until = performance.now() + LONGEST;
    for (let next = waiting.shift(); next; next = ran.length < MOST && performance.now() < until ? waiting.shift() : undefined) {
      const { end } = next;
      const place = ran.push({ end, outcome: NOT_YET }) - 1;
      ran[place] = { end, outcome: await runOne(query, next.work) };
    }
    await query('commit');
    for (const { end, outcome } of ran) 'result' in outcome ? end.resolve(outcome.result) : end.reject(outcome.error);
  } catch (error) {
    await query('rollback').catch(() => undefined);
    for (const { end, outcome } of ran) end.reject('error' in outcome && outcome !== NOT_YET ? outcome.error : error);
    if (ran.length === 0) waiting.shift()?.end.reject(error);
  }
}

const NOT_YET: Outcome = { error: null };

/** What it throws undoes its own writes. Where even that fails, the whole transaction is gone, and so it throws. */
async function runOne(query: Query, work: Work): Promise<Outcome> {
  await query('savepoint one');
  try {
    const result = await work(query);
    await query('release one');
    return { result };
  } catch (error) {
    await query('rollback to one');
    await query('release one');
    return { error };
  }
}
