import type { Agent } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import type { Instant } from '../../domain/ticket';
import type { AccountLink, Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { hashOf, newToken } from './sessions';

const HOUR = 60 * 60 * 1000;
const LASTS: Readonly<Record<AccountLink['kind'], number>> = { invite: 72 * HOUR, reset: 24 * HOUR };

/** How a link goes out: its address is shown once to who made it, or only the mail holds it. */
export interface Handed {
  readonly sent: boolean;
  readonly url: string | null;
  readonly expiresAt: Instant;
}

export interface NewLink {
  readonly agent: Agent;
  readonly kind: AccountLink['kind'];
  /** null: they asked for it themselves. */
  readonly by: Pick<Person, 'id' | 'name'> | null;
  /** Where the desk is reached, such as https://desk.example.com. */
  readonly base: string;
  readonly byMail: boolean;
}

/** A link by which this agent, who is locked, sets a password. It takes the place of every former one. */
export async function makeLink(desk: Desk, tx: Tx, ledger: Ledger, { agent, kind, by, base, byMail }: NewLink): Promise<Handed> {
  const token = newToken();
  const id = hashOf(token);
  const expiresAt = ledger.at + LASTS[kind];
  const url = `${base}/invite#${token}`;
  await tx.removeAccountLinks({ agentId: agent.id });
  await tx.addAccountLink({
    id,
    agentId: agent.id,
    kind,
    mail: byMail ? 'waiting' : null,
    madeBy: by?.id ?? null,
    createdAt: ledger.at,
    expiresAt,
  });
  if (byMail)
    ledger.addErrand({ key: `mail:${agent.id}`, kind: 'mail', payload: { link: id, url: desk.vault.seal(url), by: by?.name ?? null } });
  return { sent: byMail, url: byMail ? null : url, expiresAt };
}

export const goneLink = (): Refusal => new Refusal('gone', 'This link is used up or over. Ask for a new one.');
