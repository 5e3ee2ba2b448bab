import type { Agent } from '../../domain/agent';
import { clean } from '../../domain/text';
import type { AccountLink, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { goneLink } from './account-links';
import { counted, type Door } from './door';
import { passCode } from './second-factor';
import { hashOf, type LoggedIn, type Origin, openSession } from './sessions';

/** Whom a link is for; `code`: their second step is asked for too. Refuses `gone`. */
export async function lookAtLink(desk: Desk, token: string): Promise<{ agent: Agent; kind: AccountLink['kind']; code: boolean }> {
  const link = await desk.store.reads.accountLink(hashOf(token));
  const [agent] = link && link.expiresAt > desk.clock.now() ? await desk.store.reads.agentsByIds([link.agentId]) : [];
  if (!link || !agent || agent.removedAt !== null) throw goneLink();
  const factor = await desk.store.reads.secondFactor(agent.id);
  return { agent, kind: link.kind, code: factor !== null && factor.confirmedAt !== null };
}

interface Redeeming {
  readonly token: string;
  readonly password: string;
  readonly name?: string;
  readonly code?: string;
  readonly from: Origin;
}

/**
 * Sets the password and opens a session; every other session of theirs ends. The link is gone then, and stays when the code of
 * the second step is missing or wrong.
 */
export async function redeemLink(desk: Desk, door: Door, { token, password, name, code, from }: Redeeming): Promise<LoggedIn> {
  const { agent } = await lookAtLink(desk, token);
  return counted(door, { account: agent.email, address: from.address ?? '' }, async () => {
    const hash = await desk.passwords.hash(password);
    return transact(desk, async (tx, ledger) => {
      const redeemed = await takeLink(tx, agent.id, hashOf(token), ledger.at);
      await passCode(desk, tx, agent.id, code);
      const named = { ...redeemed, name: name === undefined ? redeemed.name : clean(name), updatedAt: ledger.at };
      ledger.takeAgents([redeemed]);
      ledger.saveAgent(named);
      ledger.announce({ name: 'agent.presence_changed', id: agent.id });
      await tx.setPassword(agent.id, hash);
      await forgetLogIns(tx, agent.id);
      return openSession(desk, tx, named, from);
    });
  });
}

/** The agent is locked first: of two who redeem at once the second finds nothing any more. */
async function takeLink(tx: Tx, agentId: string, id: string, now: number): Promise<Agent> {
  const [agent] = await tx.agents([agentId]);
  const link = await tx.accountLink(id);
  if (!agent || agent.removedAt !== null || !link || link.expiresAt <= now) throw goneLink();
  return agent;
}

/** Everything by which they were logged in, or could be; `except`: the session that stays. */
export async function forgetLogIns(tx: Tx, agentId: string, except?: string): Promise<void> {
  await tx.removeSessions({ agentId, ...(except === undefined ? {} : { except }) });
  await tx.removePushSubscriptions(agentId);
  await tx.removeAccountLinks({ agentId });
}
