import { type AtTurn, answered, type Bot, beginTurn, type Ending, endTurn, type Failure, type Silence } from '../domain/bot';
import type { Message } from '../domain/chat';
import { type BotSaid, BotTooSlow } from '../ports/bots';
import type { Errand, Tx } from '../ports/store';
import { botOf } from './ask-bot';
import type { Desk } from './desk';
import { holdChat } from './hold-chat';
import type { Ledger } from './ledger';
import { openIn } from './open-in';
import { queueMessage } from './queue-message';
import type { Hold } from './send-message';
import { recordSilence } from './silence';
import { transact } from './transact';

interface TurnErrand extends Errand {
  readonly payload: { readonly chatId: string; readonly turn: number; readonly beganAt?: number };
}

/** A turn that has begun: the bot, and what it is to answer. */
interface Begun {
  readonly bot: Bot;
  readonly errand: TurnErrand;
  readonly messages: readonly Message[];
  readonly welcomed: boolean;
  readonly misses: number;
  readonly within: number;
}

type Answer = BotSaid | 'threw' | 'too_slow';

/** A turn's chat, held, with the lease confirmed. */
interface InHand {
  readonly desk: Desk;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly chatId: string;
  readonly errand: TurnErrand;
}

/**
 * One turn of a chat's bot (LIFECYCLE §7). That it begins is committed first, so that a desk which dies in mid-turn counts
 * it; the bot is asked with no transaction open; what it said is stored only if the chat is still closed and at the same turn.
 */
export async function takeBotTurn(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const begun = await inHand(desk, errand as TurnErrand, hold, begin);
  if (begun === null) return;
  const answer = await ask(desk, begun);
  await inHand(desk, begun.errand, hold, (hand) => conclude(hand, begun, answer));
}

/** Every step of a turn may open a ticket. */
function inHand<T>(desk: Desk, errand: TurnErrand, hold: Hold, work: (hand: InHand) => Promise<T>): Promise<T> {
  const { chatId } = errand.payload;
  const step = async (tx: Tx, ledger: Ledger): Promise<T> => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    await holdChat(tx, ledger, chatId);
    return work({ desk, tx, ledger, chatId, errand });
  };
  return transact(desk, step, { opens: 1 });
}

async function begin(hand: InHand): Promise<Begun | null> {
  const { ledger, chatId, errand } = hand;
  const { turn, beganAt = ledger.at } = errand.payload;
  const { bot, ...now } = atTurn(hand);
  const said = { said: ledger.looseIn(chatId), blocked: ledger.isBlocked(chatId) };
  const beginning = beginTurn(now, { turn, attempts: errand.attempts, beganAt }, said);
  if (beginning.verdict === 'nothing') return end(hand);
  if (beginning.verdict === 'silence') return silence(hand, beginning.reason);
  if (beginning.verdict === 'fail' || !bot) return fail(hand, bot, beginning.verdict === 'fail' ? beginning.reason : 'switched_off');
  const begun: TurnErrand = { ...errand, attempts: errand.attempts + 1, payload: { chatId, turn, beganAt } };
  ledger.postpone(begun);
  ledger.saveChat({ ...now.chat, bot: beginning.state });
  const { welcomed, misses } = beginning.state;
  return { bot, errand: begun, messages: beginning.messages, welcomed, misses, within: beginning.within };
}

async function ask(desk: Desk, { bot, errand, messages, welcomed, misses, within }: Begun): Promise<Answer> {
  const { chatId, turn } = errand.payload;
  try {
    return await desk.bots.answer(bot, { chatId, turn, messages, welcomed, misses }, { within });
  } catch (error) {
    desk.log.warn('a bot did not answer', { botId: bot.id, chatId, attempts: errand.attempts, cause: String(error) });
    return error instanceof BotTooSlow ? 'too_slow' : 'threw';
  }
}

async function conclude(hand: InHand, begun: Begun, answer: Answer): Promise<null> {
  const { ledger, errand } = hand;
  const { turn, beganAt = null } = errand.payload;
  const ending = endTurn(atTurn(hand), { turn, attempts: errand.attempts, beganAt, asked: begun.bot.id }, answer);
  if (ending.verdict === 'silence') return silence(hand, ending.reason);
  if (ending.verdict === 'fail') return fail(hand, begun.bot, ending.reason);
  if (ending.verdict === 'again') return again(hand, ending);
  if (typeof answer === 'object') speak(ledger, hand, begun, answer);
  return end(hand);
}

function atTurn({ ledger, chatId }: InHand): AtTurn & { readonly bot: Bot | null } {
  const chat = ledger.chat(chatId);
  const bot = botOf(ledger.house, chat.channelId);
  return { chat, open: ledger.openIn(chatId), bot, botId: bot?.id ?? null, at: ledger.at };
}

function again({ ledger, errand }: InHand, { dueAt }: Extract<Ending, { verdict: 'again' }>): null {
  ledger.postpone({ ...errand, dueAt });
  return null;
}

/** Stores what the bot said. The last words of a hand-off come before the ticket's first event, and no gate holds them back. */
function speak(ledger: Ledger, { desk, chatId, errand }: InHand, { bot, messages }: Begun, said: BotSaid): void {
  const author = { kind: 'bot' as const, id: bot.id, name: bot.name };
  const { says, handoff, welcomed, misses, matched } = said;
  for (const content of says) queueMessage(ledger, chatId, { author, content, ticketId: null }, handoff ? undefined : errand.payload.turn);
  const chat = ledger.chat(chatId);
  ledger.saveChat({ ...chat, bot: answered(chat, { answeredSeq: messages.at(-1)?.seq ?? 0, welcomed, misses }, ledger.at) });
  if (!handoff) return;
  const decision = { rule: 'handed_off', facts: { botId: bot.id, matched, misses } };
  openIn(desk, ledger, { chatId, status: 'pending', cause: 'handed_off', actor: author, decision });
}

/** A customer is never forgotten: what the bot could not answer waits for a person. */
function fail(hand: InHand, bot: Bot | null, reason: Failure): null {
  const { desk, ledger, chatId, errand } = hand;
  const actor = { kind: 'bot' as const, id: bot?.id ?? null, name: bot?.name ?? null };
  const decision = { rule: 'bot_failed', facts: { reason, botId: actor.id, attempts: errand.attempts } };
  openIn(desk, ledger, { chatId, status: 'pending', cause: 'bot_failed', actor, decision });
  return end(hand);
}

async function silence(hand: InHand, reason: Silence): Promise<null> {
  await recordSilence(hand.tx, hand.ledger, hand.chatId, { reason, turn: hand.errand.payload.turn });
  return end(hand);
}

function end({ ledger, errand }: InHand): null {
  ledger.done(errand.id);
  return null;
}
