import type { Ticket } from '../api/types';

export type News = 'message' | 'assigned' | 'due';

interface Eyes {
  readonly me: string;
  /** Of which tickets this person wants to hear. */
  readonly choice: 'mine' | 'all';
  readonly now: number;
}

/** How old what is read for the first time may be to be news. */
const FRESH = 30_000;

/** Whether a change of a ticket is worth calling somebody back: a customer wrote, or the ticket became theirs. */
export function newsOf(after: Ticket | null, before: Ticket | null, { me, choice, now }: Eyes): News | null {
  if (after === null || after.status === 'closed') return null;
  const mine = after.assignee?.id === me;
  if (!mine && choice === 'mine') return null;
  if (before === null && now - Date.parse(after.updatedAt) > FRESH) return null;
  if (mine && before?.assignee?.id !== me) return 'assigned';
  if (before && pressing(after) > pressing(before)) return 'due';
  const wrote = after.lastMessage?.direction === 'in' && after.lastMessage.id !== before?.lastMessage?.id;
  return wrote && after.unread > (before?.unread ?? 0) ? 'message' : null;
}

/** How much is due soon or overdue. */
const pressing = ({ targets }: Ticket): number =>
  targets.reduce((sum, { state, endedAt }) => sum + (endedAt === null ? (PRESSING[state] ?? 0) : 0), 0);

const PRESSING: Readonly<Record<string, number>> = { soon: 1, missed: 2 };
