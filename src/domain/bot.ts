import { type Chat, holderOf } from './chat';
import type { Message } from './message';
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
  /** Since when it is a trial's: it is gone with the trial. null = a real one. */
  readonly trialSince: Instant | null;
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

/** Why a bot must keep silent: a person has come, or has been there meanwhile, or another app has taken the conversation. */
export type Silence = 'ticket_open' | 'turn_moved' | 'thread_held';

/** Gates 1 and 2: a bot speaks only into a closed chat of ours whose turn is the one it was asked in; null lets it speak. */
export function silenced(chat: Pick<Chat, 'turn' | 'heldBy'>, open: Pick<Ticket, 'id'> | null, turn: number): Silence | null {
  if (open) return 'ticket_open';
  if (holderOf(chat)) return 'thread_held';
  return chat.turn === turn ? null : 'turn_moved';
}

/** Why a bot's customer is left to a person. */
export type Failure = 'threw' | 'too_slow' | 'switched_off' | 'unsendable' | 'refused';

/** A chat as a turn finds it, under its lock. */
export interface AtTurn {
  readonly chat: Chat;
  readonly open: Pick<Ticket, 'id'> | null;
  /** The bot that answers the chat's channel now. */
  readonly botId: string | null;
  readonly at: Instant;
}

/** What is known of a turn before it is asked for. */
export interface Turn {
  readonly turn: number;
  /** How often it has begun. */
  readonly attempts: number;
  /** When its first attempt began. */
  readonly beganAt: Instant | null;
}

export type Beginning =
  | { readonly verdict: 'nothing' }
  | { readonly verdict: 'silence'; readonly reason: Silence }
  | { readonly verdict: 'fail'; readonly reason: Failure }
  | { readonly verdict: 'ask'; readonly messages: readonly Message[]; readonly state: BotState; readonly within: number };

/** The longest that a turn may take, all its attempts together; and how many they may be (LIFECYCLE §4). */
const LONGEST_TURN = 60_000;
const MOST_ATTEMPTS = 3;
const SECOND = 1000;

/** Whether a turn may begin, and with what. `said`: the chat's messages since its last close; a blocked person asks nothing. */
export function beginTurn(
  { chat, open, botId, at }: AtTurn,
  { turn, attempts, beganAt }: Turn,
  { said, blocked }: { readonly said: readonly Message[]; readonly blocked: boolean },
): Beginning {
  const reason = silenced(chat, open, turn);
  if (reason) return { verdict: 'silence', reason };
  const messages = unanswered(chat, said);
  if (messages.length === 0 || blocked) return { verdict: 'nothing' };
  if (botId === null) return { verdict: 'fail', reason: 'switched_off' };
  const within = (beganAt ?? at) + LONGEST_TURN - at;
  if (within <= 0) return { verdict: 'fail', reason: 'too_slow' };
  if (attempts >= MOST_ATTEMPTS) return { verdict: 'fail', reason: 'threw' };
  return { verdict: 'ask', messages, state: { ...botStateOf(chat, at), waiting: false }, within };
}

export type Ending =
  | { readonly verdict: 'silence'; readonly reason: Silence }
  | { readonly verdict: 'fail'; readonly reason: Failure }
  | { readonly verdict: 'again'; readonly dueAt: Instant }
  | { readonly verdict: 'speak' };

/** What becomes of a turn that has ended: `end` is the turn that the bot hands back, or how it went wrong. */
export function endTurn(
  { chat, open, botId, at }: AtTurn,
  { turn, attempts, asked }: Turn & { readonly asked: string },
  end: { readonly turn: number } | 'threw' | 'too_slow',
): Ending {
  const reason = silenced(chat, open, typeof end === 'object' ? end.turn : turn);
  if (reason) return { verdict: 'silence', reason };
  if (botId !== asked) return { verdict: 'fail', reason: 'switched_off' };
  if (typeof end === 'object') return { verdict: 'speak' };
  if (end === 'too_slow' || attempts >= MOST_ATTEMPTS) return { verdict: 'fail', reason: end };
  return { verdict: 'again', dueAt: at + SECOND * 2 ** (attempts - 1) };
}

/**
 * Whether a message of the bot that the network refused for good leaves its customer without an answer and without a person:
 * it is of this closed spell, and no later turn has answered. `said`: the chat's messages since its last close.
 */
export function leavesAlone({ chat, open }: Pick<AtTurn, 'chat' | 'open'>, refused: Message, said: readonly Message[]): boolean {
  if (refused.author.kind !== 'bot' || refused.delivery?.status !== 'failed') return false;
  if (open || refused.ticketId !== null || refused.seq <= chat.lastClosedSeq) return false;
  return !said.some((later) => later.author.kind === 'bot' && later.delivery?.status !== 'failed' && isOfLaterTurn(later, refused, said));
}

/** What a turn says is stored at one moment, in one piece. */
function isOfLaterTurn(later: Message, before: Message, said: readonly Message[]): boolean {
  if (later.seq <= before.seq) return false;
  const asked = said.some(({ author, seq }) => author.kind === 'customer' && seq > before.seq && seq < later.seq);
  return asked || later.heardAt > before.heardAt;
}

/** The chat's bot state after an answer to messages up to `answeredSeq`. */
export const answered = (
  chat: Chat,
  { answeredSeq, welcomed, misses }: Pick<BotState, 'answeredSeq' | 'welcomed' | 'misses'>,
  at: Instant,
): BotState => ({ ...botStateOf(chat, at), answeredSeq, welcomed, misses, missedAt: misses > 0 ? at : null });
