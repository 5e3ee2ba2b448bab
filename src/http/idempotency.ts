import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Desk } from '../actions/desk';
import type { Agent } from '../domain/agent';
import { invalid, Refusal } from '../domain/errors';
import type { IdempotencyRow } from '../ports/store';
import type { Answer } from './answer';
import { DoorRefusal, problemOf } from './problems';
import { requestId } from './request-id';
import type { Front } from './route';

const KEPT = 24 * 60 * 60 * 1000;
const TWIN_WAITS = 10_000;
const LOOKS_EVERY = 50;
const LONGEST_KEY = 255;
/** These come from the moment, not from the request: the same call may well succeed later. */
const OF_THE_MOMENT = [409, 429];

interface Keyed {
  readonly front: Front;
  readonly person: Agent;
  readonly request: Request;
  readonly response: Response;
  readonly body: unknown;
}

/** Runs a call once per Idempotency-Key, caller and route: repeated within a day, it gives the first answer again. */
export async function idempotently(keyed: Keyed, run: () => Promise<Answer>): Promise<Answer> {
  const row = claimOf(keyed);
  if (!row) return run();
  const { front, response } = keyed;
  if (!(await front.desk.store.atomically((tx) => tx.claimIdempotency(row)))) {
    const first = await firstAnswer(front, row);
    if (first) return again(response, first);
  }
  return runOnce(keyed, row, run);
}

async function runOnce({ front, response }: Keyed, row: IdempotencyRow, run: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await run();
    await settle(front, row, answer);
    return answer;
  } catch (error) {
    await settle(front, row, refusalOf(error, response));
    throw error;
  }
}

function claimOf({ front, person, request, body }: Keyed): IdempotencyRow | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  const given = String(key);
  if (given === '' || Buffer.byteLength(given) > LONGEST_KEY) throw invalid('Idempotency-Key', `expected 1 to ${LONGEST_KEY} bytes`);
  return {
    caller: person.id,
    route: shortened(`${request.method} ${request.path}`),
    key: given,
    bodyHash: hash(JSON.stringify(body)),
    answer: null,
    createdAt: front.desk.clock.now(),
  };
}

/** What the call that has the key answers; null when it let go of it, and now it is ours. */
async function firstAnswer({ desk, door }: Front, row: IdempotencyRow): Promise<Answer | null> {
  for (let waited = 0; waited <= TWIN_WAITS; waited += LOOKS_EVERY) {
    const first = await desk.store.reads.idempotency(row.caller, row.route, row.key);
    if (!first || first.createdAt <= row.createdAt - KEPT) {
      if (await claimAnew(desk, row, first)) return null;
    } else if (first.bodyHash !== row.bodyHash) {
      throw new DoorRefusal('idempotency_mismatch', 'Use a new key for another request.');
    } else if (first.answer) {
      return first.answer;
    }
    await door.sleep(LOOKS_EVERY);
  }
  throw new DoorRefusal('in_progress', 'Repeat it in a moment.');
}

function claimAnew({ store }: Desk, row: IdempotencyRow, over: IdempotencyRow | null): Promise<boolean> {
  return store.atomically(async (tx) => {
    if (over) await tx.removeIdempotency({ before: row.createdAt - KEPT + 1 });
    return tx.claimIdempotency(row);
  });
}

function again(response: Response, first: Answer): Answer {
  response.set('Idempotent-Replayed', 'true');
  return first;
}

/** Keeps what is final; lets go of the key when the same call may end otherwise another time. Never changes the answer. */
async function settle({ desk }: Front, row: IdempotencyRow, answer: Answer | null): Promise<void> {
  const final = answer !== null && answer.status < 500 && !OF_THE_MOMENT.includes(answer.status);
  try {
    await desk.store.atomically((tx) => (final ? tx.finishIdempotency({ ...row, answer }) : tx.removeIdempotency(row)));
  } catch (cause) {
    desk.log.error('the answer of an idempotent call was not kept', { route: row.route, cause });
  }
}

function refusalOf(error: unknown, response: Response): Answer | null {
  if (!(error instanceof Refusal || error instanceof DoorRefusal)) return null;
  const body = problemOf(error, requestId(response));
  return { status: body.status, body };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const shortened = (route: string): string => (route.length <= 150 ? route : hash(route));
