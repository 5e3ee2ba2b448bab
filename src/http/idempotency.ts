import type { Request, Response } from 'express';
import type { Desk } from '../actions/desk';
import type { Agent } from '../domain/agent';
import { Refusal } from '../domain/errors';
import type { IdempotencyRow } from '../ports/store';
import type { Answer } from './answer';
import { claimAnew, claimOf, isAbandoned, isOver, MADE, marking, settle, takeOver } from './idempotency-claim';
import { DoorRefusal, problemOf } from './problems';
import { requestId } from './request-id';
import type { Front } from './route';

const TWIN_WAITS = 10_000;
const LOOKS_EVERY = 50;

export interface Keyed {
  readonly front: Front;
  readonly person: Agent;
  readonly request: Request;
  readonly response: Response;
  readonly body: unknown;
  run(desk: Desk): Promise<Answer>;
  /** What of an answer's body is kept. */
  kept(body: unknown): unknown;
  /** Throws when the caller was let do this, and may not any more. */
  mustStillBeAllowed(): void;
  /** The answer for what was made under this id, when the first one was lost. */
  again(id: string): Promise<Answer>;
}

/**
 * Runs a call once per Idempotency-Key, caller and route: repeated within a day, it gives the first answer again.
 * What the call makes is marked in the transaction that makes it, so that not even a crash in between makes it twice.
 */
export async function idempotently(keyed: Keyed): Promise<Answer> {
  const { front, response } = keyed;
  const row = claimOf(keyed);
  if (!row) return keyed.run(front.desk);
  if (!(await front.desk.store.atomically((tx) => tx.claimIdempotency(row)))) {
    const first = await firstAnswer(front, row);
    if (first) return replayed(keyed, row, first);
  }
  try {
    const answer = await keyed.run(marking(front.desk, row));
    await settle(front.desk, row, { ...answer, body: keyed.kept(answer.body) });
    return answer;
  } catch (error) {
    await settle(front.desk, row, refusalOf(error, response));
    throw error;
  }
}

/** What the call that has the key answers; null when it let go of it, and now it is ours. */
async function firstAnswer(front: Front, row: IdempotencyRow): Promise<Answer | null> {
  const { desk, door } = front;
  let made: Answer | null = null;
  for (let waited = 0; waited <= TWIN_WAITS; waited += LOOKS_EVERY) {
    const first = await desk.store.reads.idempotency(row.caller, row.route, row.key);
    if (!first || isOver(first, row)) {
      if (await claimAnew(desk, row, first)) return null;
    } else {
      if (first.bodyHash !== row.bodyHash) throw new DoorRefusal('idempotency_mismatch', 'Use a new key for another request.');
      const abandoned = isAbandoned(front, first);
      if (first.answer && (first.answer.status !== MADE || abandoned)) return first.answer;
      if (!first.answer && abandoned && (await takeOver(desk, row, first))) return null;
      made = first.answer;
    }
    await door.sleep(LOOKS_EVERY);
  }
  if (made) return made;
  throw new DoorRefusal('in_progress', 'Repeat it in a moment.');
}

async function replayed({ front, response, again, mustStillBeAllowed }: Keyed, row: IdempotencyRow, first: Answer): Promise<Answer> {
  if (first.status < 300) mustStillBeAllowed();
  const answer = first.status === MADE ? await again(String(first.body)) : first;
  if (first.status === MADE) await settle(front.desk, row, answer);
  response.set('Idempotent-Replayed', 'true');
  return answer;
}

function refusalOf(error: unknown, response: Response): Answer | null {
  if (!(error instanceof Refusal || error instanceof DoorRefusal)) return null;
  const body = problemOf(error, requestId(response));
  return { status: body.status, body };
}
