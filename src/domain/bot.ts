import type { Chat, Message } from './chat';
import type { Instant, Ticket } from './ticket';

/** A bot as an admin has set it up. */
export interface Bot {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** A deleted bot answers nobody; what it said keeps its name. */
  readonly deletedAt: Instant | null;
  readonly version: number;
}

/** What a chat remembers of its bot since the last close; a close begins it anew. */
export interface BotState {
  /** `seq` of the newest message that a turn has ended with: what came later is unanswered. */
  readonly answeredSeq: number;
  /** Asked, and its turn has not begun: what is written until then is part of that turn. */
  readonly waiting: boolean;
  readonly welcomed: boolean;
  /** Turns in a row that no rule matched, and when the last of them was. */
  readonly misses: number;
  readonly missedAt: Instant | null;
}

const DAY = 24 * 60 * 60_000;
const FRESH: BotState = { answeredSeq: 0, waiting: false, welcomed: false, misses: 0, missedAt: null };

/** The state at this moment: misses are forgotten after a day (LIFECYCLE §7). */
export function botStateOf({ bot }: Pick<Chat, 'bot'>, at: Instant): BotState {
  const state = bot ?? FRESH;
  const forgotten = state.missedAt !== null && at - state.missedAt >= DAY;
  return forgotten ? { ...state, misses: 0, missedAt: null } : state;
}

/** The customer's messages that a turn is to answer: since its last answer or the last close, whichever is later, in order. */
export function unanswered(chat: Chat, said: readonly Message[]): Message[] {
  const since = Math.max(chat.lastClosedSeq, chat.bot?.answeredSeq ?? 0);
  return said.filter(({ author, seq }) => author.kind === 'customer' && seq > since).sort((a, b) => a.seq - b.seq);
}

/** Why a bot must keep silent: a person has come, or has been there meanwhile. */
export type Silence = 'ticket_open' | 'turn_moved';

/** Gates 1 and 2: a bot speaks only into a closed chat whose turn is the one it was asked in; null lets it speak. */
export function silenced(chat: Pick<Chat, 'turn'>, open: Pick<Ticket, 'id'> | null, turn: number): Silence | null {
  if (open) return 'ticket_open';
  return chat.turn === turn ? null : 'turn_moved';
}
