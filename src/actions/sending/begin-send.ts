import { silenced } from '../../domain/bot';
import type { Chat, Delivery, DeliveryError, Message } from '../../domain/chat';
import { attempting, received, unsure } from '../../domain/delivery';
import type { Outbound, SendProblem } from '../../ports/channel';
import type { Channel } from '../../ports/store';
import { recordSilence } from '../bots/silence';
import { channelIn } from '../rules';
import { hasCrossed, refuseCrossed } from './crossed-window';
import { drop, refuse, type Send, type SendInHand, withSends } from './send-in-hand';
import { settle } from './settle';
import { together } from './together';
import { windowOf } from './window';

const PAUSED_LOOK = 60_000;

/** What a send needs once its attempt is written down. */
export interface Attempt {
  readonly channel: Channel;
  readonly outbound: Outbound;
}

type Hand = SendInHand<Send>;

/** Writes the attempt down, together with those of other chats; null when there is nothing to send. */
export const beginSend = together<Send, Attempt | null>((desk, sends) => withSends(desk, sends, async () => begin));

function begin(hand: Hand): Attempt | null | Promise<Attempt | null> {
  const { ledger, message } = hand;
  const channel = message && channelIn(ledger.house, message.channelId);
  if (!message?.delivery || !channel) return drop(hand);
  if (message.delivery.status === 'sending') return lost(hand, message, message.delivery);
  if (message.delivery.status !== 'queued') return drop(hand);
  return attempt(hand, channel, message, message.delivery);
}

/** An earlier holder died in mid-send. */
function lost(hand: Hand, message: Message, delivery: Delivery): null {
  settle(hand.ledger, message, unsure(delivery, null));
  return drop(hand);
}

async function attempt(hand: Hand, channel: Channel, message: Message, delivery: Delivery): Promise<Attempt | null> {
  const { ledger } = hand;
  if (await isHeldBack(hand, message, delivery)) return drop(hand);
  if (channel.deletedAt !== null) return refuse(hand, message, DISCONNECTED);
  if (channel.state.status === 'paused') return wait(hand);
  if (await hasCrossed(hand, message)) return refuseCrossed(hand, message);
  ledger.changeMessage({ ...message, delivery: attempting(delivery, ledger.at) });
  return { channel, outbound: await outboundOf(hand, message) };
}

/** Gate 2: what a bot said is dropped when a person has come since (LIFECYCLE §7). */
async function isHeldBack({ tx, ledger, errand: { payload } }: Hand, message: Message, delivery: Delivery): Promise<boolean> {
  if (typeof payload.turn !== 'number') return false;
  const { chatId, id: messageId } = message;
  const reason = silenced(ledger.chat(chatId), ledger.openIn(chatId), payload.turn);
  if (!reason) return false;
  await recordSilence(tx, ledger, chatId, { reason, turn: payload.turn, messageId });
  settle(ledger, message, received(delivery, 'failed', ledger.at, SILENCED));
  return true;
}

const SILENCED: DeliveryError = {
  code: 'silenced',
  providerCode: null,
  detail: 'Not sent: a person had come before it could go.',
  retryable: false,
};

const DISCONNECTED: SendProblem = {
  code: 'account_restricted',
  providerCode: null,
  detail: 'The channel was disconnected before this message could be sent.',
};

function wait({ ledger, errand }: Hand): null {
  ledger.postpone({ ...errand, dueAt: ledger.at + PAUSED_LOOK });
  return null;
}

async function outboundOf({ tx, ledger }: Hand, message: Message): Promise<Outbound> {
  const chat: Chat = ledger.chat(message.chatId);
  const [answered] = message.replyTo === null ? [] : await tx.messages([message.replyTo]);
  const author = message.author.kind === 'bot' || message.author.kind === 'system' ? message.author.kind : 'agent';
  return {
    reference: message.id,
    to: chat.address,
    content: message.content,
    replyTo: answered?.providerMessageId ?? null,
    author,
    humanAgent: author === 'agent' && windowOf(ledger, chat.id)?.state === 'human_agent',
  };
}
