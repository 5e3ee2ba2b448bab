import type { Agent } from '../../domain/agent';
import { Refusal } from '../../domain/errors';
import type { AccountLink } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { lockAgent } from '../routing/set-presence';
import { transact } from '../transact';
import { type Handed, makeLink } from './account-links';
import { enter, type Newcomer } from './add-agent';

interface Handing {
  readonly by: Person;
  readonly base: string;
  /** False: shown to the admin, though there is a mail server. */
  readonly byMail: boolean;
}

export interface Invited extends Handed {
  readonly agent: Agent;
}

/** A new agent, and the link by which they choose their password. Refuses `already_exists` when the e-mail is taken. */
export function inviteNew(desk: Desk, { newcomer, by, base, byMail }: Handing & { readonly newcomer: Newcomer }): Promise<Invited> {
  return transact(desk, async (tx, ledger) => {
    const agent = await enter(desk, tx, ledger, newcomer, null);
    const handed = await makeLink(desk, tx, ledger, { agent, kind: 'invite', by, base, byMail });
    return { id: agent.id, agent, ...handed };
  });
}

interface Linking extends Handing {
  readonly agentId: string;
  readonly kind: AccountLink['kind'];
}

/** A link for an agent of the desk: `invite` for who has no password yet, `reset` for who has one (`in_use` when it is the other way round). */
export function linkFor(desk: Desk, { agentId, kind, by, base, byMail }: Linking): Promise<Handed> {
  return transact(desk, async (tx, ledger) => {
    const agent = await lockAgent(tx, ledger, agentId);
    const hasPassword = (await tx.passwordHash(agentId)) !== null;
    if (hasPassword !== (kind === 'reset')) throw otherKind(hasPassword);
    return makeLink(desk, tx, ledger, { agent, kind, by, base, byMail });
  });
}

function otherKind(hasPassword: boolean): Refusal {
  const words = hasPassword ? 'They have a password already: make a link to reset it.' : 'They have no password yet: invite them.';
  return new Refusal('in_use', words);
}
