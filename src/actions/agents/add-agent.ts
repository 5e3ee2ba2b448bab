import { type Agent, newAgent, type Role } from '../../domain/agent';
import { clean } from '../../domain/text';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly capacity: number | null;
}

interface Adding extends Newcomer {
  /** null: the desk itself, for the first admin. */
  readonly by: Person | null;
  /** null: cannot log in until they are invited, or an admin sets one. */
  readonly password: string | null;
}

/** A new agent or admin, offline. Refuses `already_exists` when the e-mail is taken. */
export async function addAgent(desk: Desk, { password, ...newcomer }: Adding): Promise<Agent> {
  const hash = password === null ? null : await desk.passwords.hash(password);
  return transact(desk, (tx, ledger) => enter(desk, tx, ledger, newcomer, hash));
}

/** Writes a new agent down inside the transaction. */
export async function enter(
  desk: Pick<Desk, 'newId'>,
  tx: Tx,
  { at }: { readonly at: number },
  { name, email, role, capacity }: Newcomer,
  passwordHash: string | null,
): Promise<Agent> {
  const agent = { ...newAgent({ id: desk.newId(), name: clean(name), email: email.trim().toLowerCase(), role, at }), capacity };
  await tx.addAgent(agent, passwordHash);
  return agent;
}
