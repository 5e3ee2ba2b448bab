import { Refusal, type RefusalCode } from '../../domain/errors';
import type { Desk } from '../desk';
import type { FailedLogIns } from './failed-log-ins';
import { type Recent, recent } from './recent';
import { newToken } from './sessions';

/** What the door knows: former failures, how to wait, and a hash that no password fits. */
export interface Door {
  readonly failures: FailedLogIns;
  /** Who asked for a link to set a new password: by the caller's address, and by account. */
  readonly resets: Recent;
  sleep(ms: number): Promise<void>;
  readonly decoy: Promise<string>;
  /** Attempts on one account from one address go one after the other, so that many at once can't slip past the count. */
  inTurn<T>(key: string, attempt: () => Promise<T>): Promise<T>;
}

const RESETS = { window: 15 * 60 * 1000, most: 20 } as const;

export function openDoor(desk: Pick<Desk, 'passwords' | 'clock'>, failures: FailedLogIns, sleep: Door['sleep']): Door {
  const decoy = desk.passwords.hash(newToken());
  decoy.catch(() => undefined); // who logs in meets the error
  return { failures, resets: recent(desk.clock, RESETS), sleep, decoy, inTurn: turns() };
}

/** Whose secret is tried, and from where. */
export interface Trying {
  readonly account: string;
  readonly address: string;
}

/** A secret that was not the right one. */
const WRONG: readonly RefusalCode[] = ['unauthenticated', 'code_wrong'];

/** Lets somebody try a secret: wrong ones count, slow the account down, and in the end shut this address out (`too_many_attempts`). */
export function counted<T>(door: Door, { account, address }: Trying, attempt: () => Promise<T>): Promise<T> {
  return door.inTurn(`${account}\n${address}`, async () => {
    const wait = door.failures.blockedFor(account, address);
    if (wait > 0) throw tooMany(wait, 'Too many failed log-ins.');
    await door.sleep(door.failures.slowedBy(account));
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refusal && WRONG.includes(error.code)) door.failures.failed(account, address);
      throw error;
    }
  });
}

export function tooMany(wait: number, what: string): Refusal {
  const retryAfter = Math.ceil(wait / 1000);
  return new Refusal('too_many_attempts', `${what} Try again in ${Math.ceil(retryAfter / 60)} minutes.`, { retryAfter });
}

function turns(): Door['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return (key, attempt) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(attempt);
    const done: Promise<unknown> = mine.catch(() => undefined).then(() => (last.get(key) === done ? last.delete(key) : undefined));
    last.set(key, done);
    return mine;
  };
}
