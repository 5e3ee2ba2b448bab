import { answered, type Bot, botStateOf, type Ending, endTurn, type Failure, type Silence } from '../../domain/bot';
import type { Content } from '../../domain/content';
import { Refusal } from '../../domain/errors';
import type { BotSaid } from '../../ports/bots';
import { queueMessage } from '../sending/queue-message';
import { partsOf, sendingKind } from '../sending/sendable';
import { openIn } from '../tickets/open-in';
import { type Answer, atTurn, type Begun, type InHand } from './bot-turn';
import { recordSilence } from './silence';

/** Gate 1, and what became of a turn: the bot speaks, hands off, is asked again, is silenced, or has failed. */
export async function conclude(hand: InHand, begun: Begun, answer: Answer): Promise<null> {
  const { turn, beganAt = null } = hand.errand.payload;
  const ending = endTurn(atTurn(hand), { turn, attempts: hand.errand.attempts, beganAt, asked: begun.bot.id }, answer);
  if (ending.verdict === 'silence') return silence(hand, ending.reason);
  if (ending.verdict === 'fail') return fail(hand, begun.bot, ending.reason);
  if (ending.verdict === 'again') return again(hand, ending);
  if (typeof answer !== 'object') return end(hand);
  const parts = sendable(hand, answer.says);
  if (parts === null) return fail(hand, begun.bot, 'unsendable');
  speak(hand, begun, answer, parts);
  return end(hand);
}

/** What goes out for it; null when the network can't be sent a part of it. */
function sendable({ desk, ledger, chatId }: InHand, says: readonly Content[]): Content[] | null {
  try {
    const kind = sendingKind(desk, ledger.house, ledger.chat(chatId).channelId);
    return says.flatMap((content) => partsOf(kind, content));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    desk.log.warn('a bot said what its channel can\u2019t be sent', { chatId, cause: error.message });
    return null;
  }
}

function again({ ledger, errand }: InHand, { dueAt }: Extract<Ending, { verdict: 'again' }>): null {
  ledger.postpone({ ...errand, dueAt });
  return null;
}

/** Stores what the bot said. The last words of a hand-off come before the ticket's first event, and no gate holds them back. */
function speak({ desk, ledger, chatId, errand }: InHand, { bot, messages }: Begun, said: BotSaid, parts: readonly Content[]): void {
  const author = { kind: 'bot' as const, id: bot.id, name: bot.name };
  const { handoff, welcomed, misses, matched } = said;
  for (const content of parts) queueMessage(ledger, chatId, { author, content, ticketId: null }, handoff ? undefined : errand.payload.turn);
  const chat = ledger.chat(chatId);
  ledger.saveChat({ ...chat, bot: answered(chat, { answeredSeq: messages.at(-1)?.seq ?? 0, welcomed, misses }, ledger.at) });
  if (!handoff) return;
  const decision = { rule: 'handed_off', facts: { botId: bot.id, matched, misses } };
  openIn(desk, ledger, { chatId, status: 'pending', cause: 'handed_off', actor: author, teamId: handoff.teamId, decision });
}

/** A customer is never forgotten: what the bot could not answer waits for a person. */
export function fail(hand: InHand, bot: Bot | null, reason: Failure): null {
  const { desk, ledger, chatId, errand } = hand;
  const actor = { kind: 'bot' as const, id: bot?.id ?? null, name: bot?.name ?? null };
  const decision = { rule: 'bot_failed', facts: { reason, botId: actor.id, attempts: errand.attempts } };
  openIn(desk, ledger, { chatId, status: 'pending', cause: 'bot_failed', actor, decision });
  return end(hand);
}

export async function silence(hand: InHand, reason: Silence): Promise<null> {
  const { tx, ledger, chatId, errand } = hand;
  await recordSilence(tx, ledger, chatId, { reason, turn: errand.payload.turn });
  // Nobody opened a ticket: when the conversation is ours again, the bot is asked with what is unanswered until then.
  if (reason === 'thread_held')
    ledger.saveChat({ ...ledger.chat(chatId), bot: { ...botStateOf(ledger.chat(chatId), ledger.at), waiting: false } });
  return end(hand);
}

/** Nothing is left to do in this turn. */
export function end({ ledger, errand }: InHand): null {
  ledger.done(errand.id);
  return null;
}
