import type { Handed } from '../../actions/agents/account-links';
import type { Desk } from '../../actions/desk';
import type { Agent } from '../../domain/agent';
import type { Account, Session } from '../../ports/store';
import { agentJson } from './agent';
import { iso } from './time';

/** Agents with how they may log in: for admins. */
export async function accountsJson({ store }: Pick<Desk, 'store'>, agents: readonly Agent[]) {
  const accounts = await store.reads.accounts(agents.map(({ id }) => id));
  const byId = new Map(accounts.map((account) => [account.agentId, account]));
  return agents.map((agent) => accountJson(agent, byId.get(agent.id)));
}

export async function oneAccountJson(desk: Pick<Desk, 'store'>, agent: Agent) {
  const [account] = await desk.store.reads.accounts([agent.id]);
  return accountJson(agent, account);
}

const accountJson = (agent: Agent, account: Account | undefined) => ({
  ...agentJson(agent),
  hasPassword: account?.hasPassword ?? false,
  twoFactor: account?.twoFactor ?? false,
  invited: account?.invite && !account.hasPassword ? { expiresAt: iso(account.invite.expiresAt), mail: account.invite.mail } : null,
});

export const linkJson = ({ sent, url, expiresAt }: Handed) => ({ sent, ...(url === null ? {} : { url }), expiresAt: iso(expiresAt) });

export const sessionRowJson = (session: Session, current: string) => ({
  id: session.id,
  current: session.id === current,
  browser: session.browser,
  address: session.address,
  createdAt: iso(session.createdAt),
  seenAt: session.seenAt === null ? null : iso(session.seenAt),
  expiresAt: iso(session.expiresAt),
});
