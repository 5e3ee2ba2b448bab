import { type Agent, newAgent, type Role } from '../../domain/agent';
import { clean } from '../../domain/text';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

interface Newcomer {
  /** null: the desk itself, for the first admin. */
  readonly by: Person | null;
  readonly name: string;
  readonly email: string;
  /** null: cannot log in until an admin sets one. */
  readonly password: string | null;
  readonly role: Role;
  readonly capacity: number | null;
}

/** A new agent or admin, offline. Refuses `already_exists` when the e-mail is taken. */
export async function addAgent(desk: Desk, { name, email, password, role, capacity }: Newcomer): Promise<Agent> {
  const hash = password === null ? null : await desk.passwords.hash(password);
  return transact(desk, async (tx, { at }) => {
    const agent = { ...newAgent({ id: desk.newId(), name: clean(name), email: email.trim().toLowerCase(), role, at }), capacity };
    await tx.addAgent(agent, hash);
    return agent;
  });
}
