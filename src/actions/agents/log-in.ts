import type { Agent } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import type { Desk } from '../desk';
import { counted, type Door } from './door';
import { passCode } from './second-factor';
import { hashOf, type LoggedIn, type Origin, openSession } from './sessions';

export interface LogIn {
  readonly email: string;
  readonly password: string;
  /** Of the second step, where it is switched on: of the app, or one of the codes for a lost phone. */
  readonly code?: string;
  readonly from: Origin;
  /** The session that this browser had before: it ends. */
  readonly formerToken?: string | null;
}

/**
 * Opens a session for who knows the password, and the code where one is asked for. `unauthenticated` never says whether the
 * account exists, not by its words and not by its time; `code_required` and `code_wrong` come after the right password only;
 * `too_many_attempts` carries `retryAfter` in seconds.
 *
 * @see CONTRACT "Auth"
 */
export function logIn(desk: Desk, door: Door, { email, password, code, from, formerToken }: LogIn): Promise<LoggedIn> {
  const account = email.trim().toLowerCase();
  return counted(door, { account, address: from.address ?? '' }, async () => {
    const agent = await whoKnows(desk, door, account, password);
    if (!agent) throw new Refusal('unauthenticated', 'E-mail and password don\u2019t match.');
    return desk.store.atomically(async (tx) => {
      await passCode(desk, tx, agent.id, code);
      if (formerToken) await tx.removeSessions({ id: hashOf(formerToken) });
      return openSession(desk, tx, agent, from);
    });
  });
}

/** Verifies always, against the decoy when there is nothing else: an unknown account costs what a known one costs. */
async function whoKnows(desk: Desk, door: Door, email: string, password: string): Promise<Agent | null> {
  const found = await desk.store.reads.agentByEmail(email);
  const usable = found && found.agent.removedAt === null ? found : null;
  const right = await desk.passwords.verify(usable?.passwordHash ?? (await door.decoy), password);
  return right && usable?.passwordHash ? usable.agent : null;
}
