import { changesBetween } from '../../domain/acts';
import { type Agent, newAgent, type Role } from '../../domain/agent';
import { clean } from '../../domain/text';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { knownTeams } from '../teams/teams';
import { transact } from '../transact';

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly capacity: number | null;
  readonly teamIds?: readonly string[];
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
  { at, house, act, announce }: Pick<Ledger, 'at' | 'house' | 'act' | 'announce'>,
  { name, email, role, capacity, teamIds = [] }: Newcomer,
  passwordHash: string | null,
): Promise<Agent> {
  const blank = newAgent({ id: desk.newId(), name: clean(name), email: email.trim().toLowerCase(), role, at });
  const agent = { ...blank, capacity, teamIds: knownTeams(house, teamIds) };
  await tx.addAgent(agent, passwordHash);
  const changes = changesBetween(null, { name: agent.name, email: agent.email, role, capacity, teamIds: agent.teamIds });
  act({ act: 'agent.added', target: { kind: 'agent', id: agent.id, name: agent.name }, changes });
  announce({ name: 'agent.presence_changed', id: agent.id });
  return agent;
}
