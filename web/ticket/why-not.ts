import { type Action, type Asking, forbidden, unfit } from '../../src/domain/permissions';
import type { Policy } from '../../src/domain/policy';
import type { Ticket as DomainTicket } from '../../src/domain/ticket';
import type { Ticket } from '../api/types';

/** What a sentence about a refused action is chosen by. */
export type Reason =
  | 'closed'
  | 'isOpen'
  | 'yours'
  | 'notSnoozed'
  | 'takeFirst'
  | 'status'
  | 'goOnline'
  | 'colleague'
  | 'adminOnly'
  | 'rules';

interface Here {
  readonly ticket: Pick<Ticket, 'status' | 'stage' | 'assignee' | 'allowedActions'>;
  readonly me: Asking;
  /** `settings.policy`, as the workspace answers it. */
  readonly policy: Readonly<Record<string, unknown>>;
}

/**
 * Why this person may not do this now; null when they may. The server's `allowedActions` decide: the desk's own rules
 * only say why, and `rules` stands for what a channel's own settings refuse.
 */
export function whyNot(action: Action, { ticket, me, policy }: Here): Reason | null {
  if (ticket.allowedActions.includes(action)) return null;
  const about = [
    action,
    // The rules look at nothing else of a ticket.
    { status: ticket.status, stage: ticket.stage.key, assigneeId: ticket.assignee?.id ?? null } as DomainTicket,
    me,
    { settings: { policy } } as unknown as Policy,
  ] as const;
  if (action === 'reopen' && ticket.status !== 'closed') return 'isOpen';
  if (forbidden(...about)) return action === 'take' && ticket.assignee ? 'colleague' : 'adminOnly';
  const refusal = unfit(...about);
  if (refusal?.code === 'illegal_transition') return misfit(action, ticket, me);
  return BY_CODE[refusal?.code ?? ''] ?? 'rules';
}

const BY_CODE: Readonly<Record<string, Reason>> = {
  agent_not_online: 'goOnline',
  assigned_to_other: 'colleague',
  ticket_closed: 'closed',
};

function misfit(action: Action, { status, assignee }: Here['ticket'], me: Asking): Reason {
  if (action === 'wake') return 'notSnoozed';
  if (status === 'closed') return 'closed';
  if (action === 'take') return 'yours';
  return assignee === null && me.role !== 'admin' ? 'takeFirst' : 'status';
}
