import { beginTurn } from '../../domain/bot';
import { BotTooSlow } from '../../ports/bots';
import type { Errand, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { holdChat } from '../hold-chat';
import type { Ledger } from '../ledger';
import type { Hold } from '../sending/send-message';
import { showTyping } from '../sending/show-typing';
import { transact } from '../transact';
import { type Answer, atTurn, type Begun, type InHand, type TurnErrand } from './bot-turn';
import { conclude, end, fail, silence } from './conclude-bot-turn';

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

/** The customer sees that an answer is being written; it goes ahead of the answer, or it would stay behind it. */
async function ask(desk: Desk, begun: Begun): Promise<Answer> {
  const [answer] = await Promise.all([answerOf(desk, begun), showTyping(desk, begun.errand.payload.chatId)]);
  return answer;
}

async function answerOf(desk: Desk, { bot, errand, messages, welcomed, misses, within }: Begun): Promise<Answer> {
  const { chatId, turn } = errand.payload;
  try {
    return await desk.bots.answer(bot, { chatId, turn, messages, welcomed, misses }, { within });
  } catch (error) {
    desk.log.warn('a bot did not answer', { botId: bot.id, chatId, attempts: errand.attempts, cause: String(error) });
    return error instanceof BotTooSlow ? 'too_slow' : 'threw';
  }
}
