import type { Agent } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import type { Tx } from '../../ports/store';
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
    const known = await whoKnows(desk, door, account, password);
    if (!known) throw wrong();
    return desk.store.atomically(async (tx) => {
      const agent = await asKnown(tx, known);
      await passCode(desk, tx, agent.id, code);
      if (formerToken) await tx.removeSessions({ id: hashOf(formerToken) });
      return openSession(desk, tx, agent, from);
    });
  });
}

interface Known {
  readonly agentId: string;
  /** Of the password that was right. */
  readonly hash: string;
}

/** Verifies always, against the decoy when there is nothing else: an unknown account costs what a known one costs. */
async function whoKnows(desk: Desk, door: Door, email: string, password: string): Promise<Known | null> {
  const found = await desk.store.reads.agentByEmail(email);
  const usable = found && found.agent.removedAt === null ? found : null;
  const right = await desk.passwords.verify(usable?.passwordHash ?? (await door.decoy), password);
  return right && usable?.passwordHash ? { agentId: usable.agent.id, hash: usable.passwordHash } : null;
}

/** The agent, locked: a password that was changed while it was verified ended their sessions, and opens none after that. */
async function asKnown(tx: Tx, { agentId, hash }: Known): Promise<Agent> {
  const [agent] = await tx.agents([agentId]);
  if (!agent || agent.removedAt !== null || (await tx.passwordHash(agentId)) !== hash) throw wrong();
  return agent;
}

const wrong = (): Refusal => new Refusal('unauthenticated', 'E-mail and password don\u2019t match.');
