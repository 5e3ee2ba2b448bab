import type { Ticket } from '../api/types';

/** Negative: the first comes before the other. */
export type Compare = (one: Ticket, other: Ticket) => number;

const NEVER = '~';

/** Since when somebody waits, as nearly as a ticket's fields tell. */
function waitingFrom({ status, waiting, lastCustomerMessageAt, createdAt }: Ticket): string {
  if (status === 'closed') return NEVER;
  if (status === 'pending') return waiting ? (lastCustomerMessageAt ?? createdAt) : createdAt;
  return waiting ? (lastCustomerMessageAt ?? createdAt) : NEVER;
}

const windowFrom = ({ status, lastCustomerMessageAt }: Ticket): string => (status === 'closed' ? NEVER : (lastCustomerMessageAt ?? NEVER));

const lastAt = ({ lastMessage, createdAt }: Ticket): string => lastMessage?.at ?? createdAt;

/** Times are ISO texts of one form: their letters sort as they do. */
const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

// biome-ignore format: a table is read in columns
const ORDERS: Readonly<Record<string, Compare>> = {
  '-number':        (one, other) => other.number - one.number,
  '-lastMessageAt': (one, other) => text(lastAt(other), lastAt(one)) || text(other.id, one.id),
  'waiting':        (one, other) => text(waitingFrom(one), waitingFrom(other)) || text(one.id, other.id),
  'window':         (one, other) => text(windowFrom(one), windowFrom(other)) || text(one.id, other.id),
};

export const SORTS = ['waiting', '-lastMessageAt', 'window', '-number'] as const;

/** The order of GET /tickets, worked out here for what changes live. */
export const orderOf = (sort: string | undefined): Compare => ORDERS[sort ?? '-number'] ?? (ORDERS['-number'] as Compare);
