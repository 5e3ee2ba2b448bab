import { type Bot, botStateOf, silenced, unanswered } from '../domain/bot';
import type { Message } from '../domain/chat';
import { type BotSaid, BotTooSlow } from '../ports/bots';
import type { Errand, Tx } from '../ports/store';
import { botOf, LONGEST_TURN } from './ask-bot';
import type { Desk } from './desk';
import { holdChat } from './hold-chat';
import type { Ledger } from './ledger';
import { openWaiting } from './open-in';
import { queueMessage } from './queue-message';
import type { Hold } from './send-message';
import { recordSilence } from './silence';
import { transact } from './transact';

const MOST_ATTEMPTS = 3;
const SECOND = 1000;

interface TurnErrand extends Errand {
  /** `beganAt`: when its first attempt began. */
  readonly payload: { readonly chatId: string; readonly turn: number; readonly beganAt?: number };
}

/** A turn that has begun: the bot, and what it is to answer. */
interface Turn {
  readonly bot: Bot;
  readonly errand: TurnErrand;
  readonly messages: readonly Message[];
  readonly welcomed: boolean;
  readonly misses: number;
  readonly within: number;
}

type End = { readonly said: BotSaid } | { readonly error: unknown };

/**
 * One turn of a chat's bot (LIFECYCLE §7). That it begins is committed first, so that a desk which dies in mid-turn counts
 * it; the bot is asked with no transaction open; what it said is stored only if the chat is still closed and at the same turn.
 */
export async function takeBotTurn(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const turn = await begin(desk, errand as TurnErrand, hold);
  if (turn === null) return;
  const end = await ask(desk, turn);
  await inChat(desk, turn.errand, hold, (tx, ledger) => conclude(desk, tx, ledger, turn, end));
}

/** Every step of a turn holds the chat, confirms the lease, and may open one ticket. */
function inChat<T>(desk: Desk, { payload }: TurnErrand, hold: Hold, work: (tx: Tx, ledger: Ledger) => Promise<T>): Promise<T> {
  const step = async (tx: Tx, ledger: Ledger): Promise<T> => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    await holdChat(tx, ledger, payload.chatId);
    return work(tx, ledger);
  };
  return transact(desk, step, { opens: 1 });
}

function begin(desk: Desk, errand: TurnErrand, hold: Hold): Promise<Turn | null> {
  return inChat(desk, errand, hold, async (tx, ledger) => {
    const { chatId, turn, beganAt = ledger.at } = errand.payload;
    const reason = silenced(ledger.chat(chatId), ledger.openIn(chatId), turn);
    if (reason) return silence(tx, ledger, errand, reason);
    const chat = ledger.chat(chatId);
    const state = botStateOf(chat, ledger.at);
    const messages = unanswered(chat, ledger.looseIn(chatId));
    if (messages.length === 0 || ledger.isBlocked(chatId)) return end(ledger, errand);
    const bot = botOf(ledger.house, chat.channelId);
    if (!bot) return fail(desk, ledger, errand, null, 'switched_off');
    const within = beganAt + LONGEST_TURN - ledger.at;
    if (within <= 0) return fail(desk, ledger, errand, bot, 'too_slow');
    if (errand.attempts >= MOST_ATTEMPTS) return fail(desk, ledger, errand, bot, 'threw');
    const begun: TurnErrand = { ...errand, attempts: errand.attempts + 1, payload: { chatId, turn, beganAt } };
    ledger.postpone(begun);
    ledger.saveChat({ ...chat, bot: { ...state, waiting: false } });
    return { bot, errand: begun, messages, welcomed: state.welcomed, misses: state.misses, within };
  });
}

async function ask(desk: Desk, { bot, errand, messages, welcomed, misses, within }: Turn): Promise<End> {
  const { chatId, turn } = errand.payload;
  try {
    return { said: await desk.bots.answer(bot, { chatId, turn, messages, welcomed, misses }, { within }) };
  } catch (error) {
    desk.log.warn('a bot did not answer', { botId: bot.id, chatId, attempts: errand.attempts, cause: String(error) });
    return { error };
  }
}

/** Gate 1, and what became of the turn. */
async function conclude(desk: Desk, tx: Tx, ledger: Ledger, turn: Turn, end: End): Promise<null> {
  const { errand, bot } = turn;
  const { chatId } = errand.payload;
  const asked = 'said' in end ? end.said.turn : errand.payload.turn;
  const reason = silenced(ledger.chat(chatId), ledger.openIn(chatId), asked);
  if (reason) return silence(tx, ledger, errand, reason);
  if (botOf(ledger.house, ledger.chat(chatId).channelId)?.id !== bot.id) return fail(desk, ledger, errand, bot, 'switched_off');
  if ('said' in end) return speak(desk, ledger, turn, end.said);
  if (end.error instanceof BotTooSlow) return fail(desk, ledger, errand, bot, 'too_slow');
  if (errand.attempts >= MOST_ATTEMPTS) return fail(desk, ledger, errand, bot, 'threw');
  ledger.postpone({ ...errand, dueAt: ledger.at + SECOND * 2 ** (errand.attempts - 1) });
  return null;
}

/** Stores what the bot said. The last words of a hand-off come before the ticket's first event, and no gate holds them back. */
function speak(desk: Desk, ledger: Ledger, { bot, errand, messages }: Turn, { says, handoff, welcomed, misses, matched }: BotSaid): null {
  const { chatId, turn } = errand.payload;
  const author = { kind: 'bot' as const, id: bot.id, name: bot.name };
  for (const content of says) queueMessage(ledger, chatId, { author, content, ticketId: null }, handoff ? undefined : turn);
  const chat = ledger.chat(chatId);
  const answeredSeq = messages.at(-1)?.seq ?? 0;
  const missedAt = misses > 0 ? ledger.at : null;
  ledger.saveChat({ ...chat, bot: { ...botStateOf(chat, ledger.at), answeredSeq, welcomed, misses, missedAt } });
  if (handoff) {
    const decision = { rule: 'handed_off', facts: { botId: bot.id, matched, misses } };
    openWaiting(desk, ledger, { chatId, status: 'pending', cause: 'handed_off', actor: author, decision });
  }
  return end(ledger, errand);
}

/** A customer is never forgotten: what the bot could not answer waits for a person. */
function fail(desk: Desk, ledger: Ledger, errand: TurnErrand, bot: Bot | null, reason: 'threw' | 'too_slow' | 'switched_off'): null {
  const actor = { kind: 'bot' as const, id: bot?.id ?? null, name: bot?.name ?? null };
  const decision = { rule: 'bot_failed', facts: { reason, botId: actor.id, attempts: errand.attempts } };
  openWaiting(desk, ledger, { chatId: errand.payload.chatId, status: 'pending', cause: 'bot_failed', actor, decision });
  return end(ledger, errand);
}

async function silence(tx: Tx, ledger: Ledger, errand: TurnErrand, reason: 'ticket_open' | 'turn_moved'): Promise<null> {
  await recordSilence(tx, ledger, errand.payload.chatId, { reason, turn: errand.payload.turn });
  return end(ledger, errand);
}

function end(ledger: Ledger, errand: Errand): null {
  ledger.done(errand.id);
  return null;
}
