import type { Agent } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import type { Desk } from '../desk';
import type { FailedLogIns } from './failed-log-ins';
import { hashOf, type LoggedIn, newToken, openSession } from './sessions';

/** What the door knows: former failures, how to wait, and a hash that no password fits. */
export interface Door {
  readonly failures: FailedLogIns;
  sleep(ms: number): Promise<void>;
  readonly decoy: Promise<string>;
  /** Attempts on one account from one address go one after the other, so that many at once can't slip past the count. */
  inTurn<T>(key: string, attempt: () => Promise<T>): Promise<T>;
}

export function openDoor(desk: Pick<Desk, 'passwords'>, failures: FailedLogIns, sleep: Door['sleep']): Door {
  const decoy = desk.passwords.hash(newToken());
  decoy.catch(() => undefined); // who logs in meets the error
  return { failures, sleep, decoy, inTurn: turns() };
}

export interface LogIn {
  readonly email: string;
  readonly password: string;
  /** Where the attempt comes from. */
  readonly address: string;
  /** The session that this browser had before: it ends. */
  readonly formerToken?: string | null;
}

/**
 * Opens a session for who knows the password. `unauthenticated` never says whether the account exists, not by its
 * words and not by its time; `too_many_attempts` carries `retryAfter` in seconds.
 *
 * @see CONTRACT "Auth"
 */
export function logIn(desk: Desk, door: Door, input: LogIn): Promise<LoggedIn> {
  const account = input.email.trim().toLowerCase();
  return door.inTurn(`${account}\n${input.address}`, () => attempt(desk, door, account, input));
}

async function attempt(desk: Desk, door: Door, account: string, { password, address, formerToken }: LogIn): Promise<LoggedIn> {
  const wait = door.failures.blockedFor(account, address);
  if (wait > 0) throw tooMany(wait);
  await door.sleep(door.failures.slowedBy(account));

  const agent = await whoKnows(desk, door, account, password);
  if (!agent) {
    door.failures.failed(account, address);
    throw new Refusal('unauthenticated', 'E-mail and password don\u2019t match.');
  }
  return desk.store.atomically(async (tx) => {
    if (formerToken) await tx.removeSessions({ id: hashOf(formerToken) });
    return openSession(tx, agent, desk.clock.now());
  });
}

/** Verifies always, against the decoy when there is nothing else: an unknown account costs what a known one costs. */
async function whoKnows(desk: Desk, door: Door, email: string, password: string): Promise<Agent | null> {
  const found = await desk.store.reads.agentByEmail(email);
  const usable = found && found.agent.removedAt === null ? found : null;
  const right = await desk.passwords.verify(usable?.passwordHash ?? (await door.decoy), password);
  return right && usable?.passwordHash ? usable.agent : null;
}

function tooMany(wait: number): Refusal {
  const retryAfter = Math.ceil(wait / 1000);
  return new Refusal('too_many_attempts', `Too many failed log-ins. Try again in ${Math.ceil(retryAfter / 60)} minutes.`, { retryAfter });
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
