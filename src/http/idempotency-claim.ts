import { createHash } from 'node:crypto';
import type { Desk } from '../actions/desk';
import { invalid } from '../domain/errors';
import { type IdempotencyRow, LeaseLost } from '../ports/store';
import type { Answer } from './answer';
import type { Keyed } from './idempotency';
import type { Front } from './route';

const KEPT = 24 * 60 * 60 * 1000;
/** No call runs for as long as this: whoever claimed a key longer ago and has not answered is dead. */
const LONGEST_CALL = 60_000;
const TAKING_OVER = 10_000;
const LONGEST_KEY = 255;
/** These come from the moment, not from the request: the same call may well succeed later. */
const OF_THE_MOMENT = [409, 429];

/** In place of a status: it was done, what it made is named by `body`, and the answer has not been kept yet. */
export const MADE = 0;

export function claimOf({ front, person, request, body }: Keyed): IdempotencyRow | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  const given = String(key);
  if (given === '' || Buffer.byteLength(given) > LONGEST_KEY) throw invalid('Idempotency-Key', `expected 1 to ${LONGEST_KEY} bytes`);
  const route = `${request.method} ${request.path}`;
  return {
    caller: person.id,
    route: route.length <= 150 ? route : hash(route),
    key: given,
    bodyHash: front.desk.vault.mark(JSON.stringify(body)), // a body may hold a password, which its bare hash would let be guessed
    answer: null,
    createdAt: front.desk.clock.now(),
  };
}

export const isOver = (first: IdempotencyRow, row: IdempotencyRow): boolean => first.createdAt <= row.createdAt - KEPT;

/** Its process is gone: an embedded database belongs to one process, so that every claim from before its start is nobody's. */
export function isAbandoned({ desk, startedAt }: Front, { createdAt }: IdempotencyRow): boolean {
  return createdAt <= desk.clock.now() - LONGEST_CALL || (desk.store.dialect === 'sqlite' && createdAt < startedAt);
}

export function claimAnew({ store }: Desk, row: IdempotencyRow, over: IdempotencyRow | null): Promise<boolean> {
  return store.atomically(async (tx) => {
    if (over) await tx.removeIdempotency({ before: row.createdAt - KEPT + 1 });
    return tx.claimIdempotency(row);
  });
}

/** The claim of a dead process becomes ours; of many that try, the lease lets one. */
export async function takeOver({ store }: Desk, row: IdempotencyRow, dead: IdempotencyRow): Promise<boolean> {
  const name = `idempotency:${hash([row.caller, row.route, row.key].join('\n'))}`;
  const token = await store.leases.take(name, TAKING_OVER);
  if (token === null) return false;
  try {
    const now = await store.reads.idempotency(row.caller, row.route, row.key);
    if (!now || now.answer || now.createdAt !== dead.createdAt) return false;
    return await store.atomically(async (tx) => {
      await store.leases.confirm(tx, name, token); // a neighbour in this very process may have taken the lease from us
      await tx.removeIdempotency(row);
      return tx.claimIdempotency(row);
    });
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  } finally {
    await store.leases.release(name, token);
  }
}

/** A desk whose transaction also notes what it made. */
export function marking(desk: Desk, row: IdempotencyRow): Desk {
  return { ...desk, alongside: (tx, made) => tx.finishIdempotency({ ...row, answer: { status: MADE, body: nameOf(made) } }) };
}

function nameOf(made: unknown): string {
  const { id, key } = made as { readonly id?: string; readonly key?: string };
  return id ?? key ?? '';
}

/** Keeps what is final; lets go of the key when the same call may end otherwise another time. Never changes the answer. */
export async function settle(desk: Desk, row: IdempotencyRow, answer: Answer | null): Promise<void> {
  try {
    if (answer && answer.status < 300) return await keep(desk, row, answer);
    const now = await desk.store.reads.idempotency(row.caller, row.route, row.key);
    if (now?.answer) return; // made, though its answer failed
    if (answer && answer.status < 500 && !OF_THE_MOMENT.includes(answer.status)) return await keep(desk, row, answer);
    await desk.store.atomically((tx) => tx.removeIdempotency(row));
  } catch (cause) {
    desk.log.error('the answer of an idempotent call was not kept', { route: row.route, cause });
  }
}

const keep = ({ store }: Desk, row: IdempotencyRow, answer: Answer): Promise<void> =>
  store.atomically((tx) => tx.finishIdempotency({ ...row, answer }));

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
