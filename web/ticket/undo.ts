import type { Ticket } from '../api/types';
import { type Change, patch, post, type SnoozeFor } from './calls';

/** How a thing is undone: what to ask for, or null when it can't be. */
export type Undoing =
  | { readonly action: 'take' | 'wake' | 'reopen' }
  | { readonly action: 'assign'; readonly agentId: string }
  | { readonly action: 'change'; readonly change: Change }
  | { readonly action: 'snooze'; readonly until: SnoozeFor };

type Was = Pick<Ticket, 'status' | 'stage' | 'assignee' | 'snoozedUntil'>;
type Now = Pick<Ticket, 'allowedActions' | 'status'>;

/** Setting aside and snoozing let go of the agent: they have it again, which also ends the snooze. */
export function undoLetGo(was: Was, now: Now, me: string): Undoing | null {
  const agentId = was.assignee?.id;
  const left = was.status !== now.status;
  if (left && agentId === me) return now.allowedActions.includes('take') ? { action: 'take' } : null;
  if (left && agentId) return now.allowedActions.includes('assign') ? { action: 'assign', agentId } : null;
  return now.allowedActions.includes('wake') ? { action: 'wake' } : null;
}

export const undoClose = (now: Now): Undoing | null => (now.allowedActions.includes('reopen') ? { action: 'reopen' } : null);

/** A stage that only time or an end gives back is not chosen again: those have undoings of their own. */
export function undoStage(was: Was, now: Now): Undoing | null {
  if (now.status === 'closed') return undoClose(now);
  if (was.stage.key === 'closed' || was.stage.key === 'auto_closed') return null;
  if (was.stage.key !== 'snoozed') return { action: 'change', change: { stage: was.stage.key } };
  if (was.status !== now.status) return null;
  return { action: 'snooze', until: was.snoozedUntil === null ? { untilReply: true } : { until: was.snoozedUntil } };
}

export function undo(ticketId: string, what: Undoing): Promise<Ticket> {
  if (what.action === 'change') return patch(ticketId, what.change);
  if (what.action === 'snooze') return post(ticketId, 'snooze', what.until);
  return post(ticketId, what.action, what.action === 'assign' ? { agentId: what.agentId } : {});
}
