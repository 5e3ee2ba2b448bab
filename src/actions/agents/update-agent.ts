import type { Agent, Role } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import { clean } from '../../domain/text';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { lockAgent } from '../routing/set-presence';
import { knownTeams } from '../teams/teams';
import { ROUTING, transact } from '../transact';
import { forgetLogIns } from './redeem-link';

interface Update {
  readonly by: Person;
  readonly agentId: string;
  readonly version?: number;
  readonly name?: string;
  readonly email?: string;
  readonly password?: string;
  readonly role?: Role;
  readonly capacity?: number | null;
  readonly teamIds?: readonly string[];
  /** The session by which it is asked: it stays when they change themselves. */
  readonly session?: string;
}

/** Changes an agent. A new role or password ends their other sessions, the pushes to their browsers and their links; the last admin stays one (`in_use`). */
export async function updateAgent(desk: Desk, asked: Update): Promise<Agent> {
  const { by, agentId, version, password, name, email, role, capacity, teamIds, session } = asked;
  const hash = password === undefined ? null : await desk.passwords.hash(password);
  const updated = await transact(desk, async (tx, ledger) => {
    const agent = await lockAgent(tx, ledger, agentId);
    const teams = teamIds === undefined ? agent.teamIds : knownTeams(ledger.house, teamIds);
    if (version !== undefined && version !== agent.version)
      throw new Refusal('stale', 'The agent has changed since you read it.', { version: agent.version });
    if (role === 'agent' && agent.role === 'admin') await keepAnAdmin(tx);
    const changed: Agent = {
      ...agent,
      name: name === undefined ? agent.name : clean(name),
      email: email === undefined ? agent.email : email.trim().toLowerCase(),
      role: role ?? agent.role,
      capacity: capacity === undefined ? agent.capacity : capacity,
      teamIds: teams,
      updatedAt: ledger.at,
      version: agent.version + 1,
    };
    ledger.saveAgent(changed);
    if (teamIds !== undefined || changed.name !== agent.name) ledger.announce({ name: 'agent.presence_changed', id: agentId });
    if (hash !== null) {
      await tx.setPassword(agentId, hash);
      const changes = [{ path: 'password', from: null, to: 'changed' }];
      ledger.act({ act: 'agent.changed', target: { kind: 'agent', id: agentId, name: changed.name }, changes });
    }
    if (hash !== null || changed.role !== agent.role) await forgetLogIns(tx, agentId, by.id === agentId ? session : undefined);
    else if (changed.email !== agent.email) await tx.removeAccountLinks({ agentId });
    return changed;
  });
  if (capacity !== undefined || teamIds !== undefined) desk.queue.wake([ROUTING]);
  return updated;
}

/** Refuses to take the last admin away. */
export async function keepAnAdmin(tx: Tx): Promise<void> {
  if ((await tx.countAdmins()) <= 1) throw new Refusal('in_use', 'This is the only admin. Make somebody else an admin first.');
}
