import { writingTakes } from '../../src/domain/permissions';
import type { Policy } from '../../src/domain/policy';
import type { Ticket as DomainTicket } from '../../src/domain/ticket';
import type { Agent, Ticket } from '../api/types';

export type After = 'close' | 'in-progress' | 'snooze';
const AFTER: readonly After[] = ['close', 'in-progress', 'snooze'];

interface About {
  readonly ticket: Pick<Ticket, 'status' | 'assignee' | 'allowedActions'>;
  readonly me: Pick<Agent, 'id' | 'role' | 'presence'>;
  readonly policy: Policy['settings']['policy'];
}

/** What can follow a reply: what is allowed now, and what is once writing has made the ticket one's own. */
export function afterReply({ ticket: { status, assignee, allowedActions }, me, policy }: About): After[] {
  const takes = writingTakes({
    // The rule looks at nothing else of a ticket.
    ticket: { status, assigneeId: assignee?.id ?? null } as DomainTicket,
    by: { id: me.id, role: me.role, online: me.presence === 'online' },
    policy,
  });
  const then = takes ? (status === 'proactive' ? ['snooze'] : ['in-progress', 'snooze']) : [];
  return AFTER.filter((action) => allowedActions.includes(action) || then.includes(action));
}
