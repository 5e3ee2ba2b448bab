import type { Chat } from '../../domain/chat';
import type { Message, Reaction } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import { SendFailure } from '../../ports/channel';
import type { Channel, Errand } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { holdMessage } from '../hold-chat';
import { channelIn } from '../rules';
import { transact } from '../transact';
import { outsideOf } from './outside-of';
import { afterPause, pauseOf } from './pauses';
import { reactionOf, setReaction } from './react-to-message';
import type { Hold } from './send-message';
import { kindOf } from './sendable';

const TRIES = 3;
const SECOND = 1000;

/** A reaction that still stands as it was asked for, and where it goes. */
interface Standing {
  readonly message: Message;
  readonly reaction: Reaction;
  readonly chat: Chat;
  readonly channel: Channel;
}

type End = 'done' | 'again' | 'take back';

/**
 * Puts a reaction to its message at the network. One that was changed meanwhile is left to the errand of the change. What surely
 * did not go is tried three times and then taken back, so that the desk shows what the customer sees; what may have gone stays.
 */
export async function sendReaction(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const { messageId, at } = errand.payload as { messageId: string; at: Instant };
  const standing = await standingOf(desk, messageId, at);
  const pause = standing && (await pauseOf(desk, { chatId: standing.chat.id, channel: standing.channel }));
  const end = standing === null || pause ? 'done' : await tryToSend(desk, standing, errand.attempts);
  await transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    if (pause) return ledger.postpone({ ...errand, dueAt: afterPause(pause.until, ledger.at, desk.random) });
    const attempts = errand.attempts + 1;
    if (end === 'again') return ledger.postpone({ ...errand, attempts, dueAt: ledger.at + SECOND * 2 ** attempts });
    const message = end === 'take back' ? await holdMessage(tx, ledger, messageId) : undefined;
    if (message && reactionOf(message)?.at === at) setReaction(ledger, message, '', Math.max(ledger.at, at + 1));
    ledger.done(errand.id);
  });
}

async function standingOf(desk: Desk, messageId: string, at: Instant): Promise<Standing | null> {
  const message = await desk.store.reads.message(messageId);
  const reaction = message && reactionOf(message);
  const chat = message && (await desk.store.reads.chat(message.chatId));
  const channel = chat && channelIn(await desk.house.refresh(), chat.channelId);
  return message && reaction?.at === at && chat && channel ? { message, reaction, chat, channel } : null;
}

async function tryToSend(desk: Desk, { message, reaction, chat, channel }: Standing, attempts: number): Promise<End> {
  const kind = kindOf(desk, channel.kind);
  const facts = { channelId: channel.id, messageId: message.id };
  if (channel.deletedAt !== null) return 'take back';
  try {
    if (channel.state.status === 'paused') throw PAUSED;
    const target = message.providerMessageId ?? '';
    const { emoji, at } = reaction;
    const config = openConfig(kind, desk.vault, channel.config);
    await kind.react?.(config, { to: chat.address, route: chat.route, target, emoji: emoji || null, at }, outsideOf(desk, channel));
    return 'done';
  } catch (error) {
    const { verdict, problem } = error instanceof SendFailure ? error : { verdict: 'unknown', problem: { code: String(error) } };
    if (verdict === 'later' && attempts + 1 < TRIES) return 'again';
    desk.log.warn('a reaction was not sent', { ...facts, verdict, code: problem.code });
    return verdict === 'unknown' ? 'done' : 'take back';
  }
}

const PAUSED = new SendFailure('later', { code: 'account_restricted', providerCode: null, detail: 'The channel is paused.' });
