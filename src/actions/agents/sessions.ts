import { createHash, randomBytes } from 'node:crypto';
import type { Act } from '../../domain/acts';
import type { Agent } from '../../domain/agent';
import type { Instant } from '../../domain/ticket';
import type { Session, Tx } from '../../ports/store';
import { recordAct } from '../audit/record-acts';
import type { Desk, Person } from '../desk';
import { actorOf } from '../tickets/in-hand';

/** Fixed: a session ends seven days after its log-in, however much it is used. */
const SESSION_LASTS = 7 * 24 * 60 * 60 * 1000;

/** What a log-in gives: `token` is the cookie's value and is known to the browser only. */
export interface LoggedIn {
  readonly token: string;
  readonly agent: Agent;
  readonly expiresAt: Instant;
}

/** Where a log-in comes from: what the browser calls itself, and its address. */
export interface Origin {
  readonly browser: string | null;
  readonly address: string | null;
}

/** 256 random bits, as text that fits in a cookie and in a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the store keeps of a token: nobody can log in with what a backup holds. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens a session inside the transaction, and forgets those that are over. That an admin is there is recorded. */
export async function openSession(
  desk: Pick<Desk, 'newId' | 'clock'>,
  tx: Tx,
  agent: Agent,
  { browser, address }: Origin,
): Promise<LoggedIn> {
  const now = desk.clock.now();
  const token = newToken();
  const session: Session = {
    id: hashOf(token),
    agentId: agent.id,
    createdAt: now,
    expiresAt: now + SESSION_LASTS,
    browser,
    address,
    seenAt: now,
  };
  await tx.removeSessions({ expiredAt: now });
  await tx.addSession(session);
  if (agent.role === 'admin') await recordAct(desk, tx, { actor: actorOf(agent), address }, sessionAct('began', agent));
  return { token, agent, expiresAt: session.expiresAt };
}

export const sessionAct = (what: 'began' | 'ended', { id, name }: Pick<Person, 'id' | 'name'>): Act => ({
  act: `session.${what}`,
  target: { kind: 'agent', id, name },
  changes: [],
});
