import type { Action, Stage, Ticket } from '../api/types';

/** An action that is not allowed, or a rule of stages. */
export type Refused = Action | 'autoClosed' | 'isClosed';

/** What dropping a card on a stage asks for. `refused`: nothing is asked. */
export type Drop =
  | { readonly does: 'nothing' }
  | { readonly does: 'stage' | 'close' | 'ask' }
  | { readonly does: 'refused'; readonly because: Refused };

type Staged = Pick<Ticket, 'status' | 'stage' | 'allowedActions'>;

/**
 * Closed closes, Snoozed asks for a time, Open reopens what is closed, Auto closed belongs to the desk; to leave Snoozed
 * is to wake (LIFECYCLE, stages).
 */
export function dropOn(to: Pick<Stage, 'key'>['key'], { status, stage: { key: from }, allowedActions }: Staged): Drop {
  const only = (action: Action, does: 'stage' | 'close' | 'ask'): Drop =>
    allowedActions.includes(action) ? { does } : { does: 'refused', because: action };
  if (to === from) return { does: 'nothing' };
  if (to === 'auto_closed') return { does: 'refused', because: 'autoClosed' };
  if (status === 'closed') return to === 'open' ? only('reopen', 'stage') : { does: 'refused', because: 'isClosed' };
  if (to === 'closed') return only('close', 'close');
  if (to === 'snoozed') return only('snooze', 'ask');
  return from === 'snoozed' ? only('wake', 'stage') : { does: 'stage' };
}
