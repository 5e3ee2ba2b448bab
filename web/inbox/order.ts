import { PRIORITIES } from '../../src/domain/ticket';
import type { Ticket } from '../api/types';

/** Negative: the first comes before the other. */
export type Compare = (one: Ticket, other: Ticket) => number;

const NEVER = '~';

const windowFrom = ({ status, replyWindow }: Ticket): string => (status === 'closed' ? NEVER : (replyWindow?.closesAt ?? NEVER));

const lastAt = ({ lastMessage, createdAt }: Ticket): string => lastMessage?.at ?? createdAt;

/** Times are ISO texts of one form: their letters sort as they do. */
const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const rank = ({ priority }: Ticket): number => PRIORITIES.indexOf(priority);

// biome-ignore format: a table is read in columns
const ORDERS: Readonly<Record<string, Compare>> = {
  '-number':        (one, other) => other.number - one.number,
  '-lastMessageAt': (one, other) => text(lastAt(other), lastAt(one)) || text(other.id, one.id),
  'waiting':        (one, other) => text(one.waitingSince ?? NEVER, other.waitingSince ?? NEVER) || text(one.id, other.id),
  'due':            (one, other) => text(one.dueAt ?? NEVER, other.dueAt ?? NEVER) || text(one.id, other.id),
  'queue':          (one, other) => rank(other) - rank(one) || text(one.statusSince, other.statusSince) || text(one.id, other.id),
  'window':         (one, other) => text(windowFrom(one), windowFrom(other)) || text(one.id, other.id),
};

/** Those that suit every list. */
export const SORTS = ['waiting', 'due', '-lastMessageAt', 'window', '-number'] as const;

/** The order of GET /tickets, worked out here for what changes live. */
export const orderOf = (sort: string | undefined): Compare => ORDERS[sort ?? '-number'] ?? (ORDERS['-number'] as Compare);
