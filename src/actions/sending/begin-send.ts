import { silenced } from '../../domain/bot';
import { type Chat, holderOf } from '../../domain/chat';
import { attempting, heldUp, received, roundOf, unsure } from '../../domain/delivery';
import type { Delivery, DeliveryError, Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { Outbound, SendProblem } from '../../ports/channel';
import type { Channel, Pause } from '../../ports/store';
import { recordSilence } from '../bots/silence';
import type { Desk } from '../desk';
import { deliveryError } from '../hearing/hearing';
import { referenceOf } from '../hearing/provider-key';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { hasNoLine } from './carried';
import { hasCrossed, refuseCrossed } from './crossed-window';
import { afterPause, holding, scopesOf } from './pauses';
import { drop, messageIdOf, refuse, restarted, type Send, type SendInHand, withSends } from './send-in-hand';
import { settle } from './settle';
import { together } from './together';
import { windowOf } from './window';

/** An admin who acts makes the queue due at once: the look is for what that misses. */
const PAUSED_LOOK = 2 * 60_000;

/** What a send needs once its attempt is written down. */
export interface Attempt {
  readonly channel: Channel;
  readonly outbound: Outbound;
  readonly startedAt: Instant;
  /** Pauses that it had to wait for, and that are over: when it succeeds they are forgotten. */
  readonly outwaited: readonly string[];
}

type Hand = SendInHand<Send> & { readonly pauses: readonly Pause[] };

/** Writes the attempt down, together with those of other chats; null when there is nothing to send. */
export const beginSend = together<Send, Attempt | null>((desk, sends) =>
  withSends(desk, sends, async (tx, ours, ledger) => {
    const pauses = await tx.pauses(ours.flatMap((send) => scopesIn(desk, ledger, ledger.message(messageIdOf(send)))));
    return (hand) => begin({ ...hand, pauses });
  }),
);

/** Under which names a message may have to wait; none when it is not to be sent. */
function scopesIn({ vault }: Pick<Desk, 'vault'>, ledger: Ledger, message: Message | undefined): string[] {
  const channel = message?.delivery?.status === 'queued' ? channelIn(ledger.house, message.channelId) : undefined;
  return message && channel ? scopesOf(vault, { chatId: message.chatId, channel }) : [];
}

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
  settle(hand.ledger, message, unsure(delivery, null, hand.ledger.at));
  return drop(hand);
}

async function attempt(hand: Hand, channel: Channel, message: Message, delivery: Delivery): Promise<Attempt | null> {
  const { ledger } = hand;
  if (await isHeldBack(hand, message, delivery)) return drop(hand);
  if (channel.deletedAt !== null) return refuse(hand, message, DISCONNECTED);
  if (channel.state.status === 'paused') return wait(hand, message, delivery, PAUSED);
  if (hasNoLine(hand.desk, channel)) return awaitLine(hand, channel, message, delivery);
  if (await hasCrossed(hand, channel, message)) return refuseCrossed(hand, message);
  const scopes = scopesIn(hand.desk, ledger, message);
  const held = holding(hand.pauses, scopes, ledger.at);
  if (held) return wait(hand, message, delivery, held);
  ledger.changeMessage({ ...message, delivery: attempting(delivery, ledger.at) });
  const outwaited = hand.pauses.flatMap(({ scope }) => (scopes.includes(scope) ? [scope] : []));
  return { channel, outbound: await outboundOf(hand, message), startedAt: ledger.at, outwaited };
}

/** Who tells from now on that the line is ready waits for this transaction, and hurries what it has put off; what is ready by now sends it. */
async function awaitLine(hand: Hand, channel: Channel, message: Message, delivery: Delivery): Promise<null> {
  const line = await hand.tx.line(channel.id);
  return line?.state.status === 'ready' ? null : wait(hand, message, delivery, NO_LINE);
}

/** Gate 2: what a bot said is dropped when a person has come since (LIFECYCLE §7), and the desk's own texts when another app has. */
async function isHeldBack({ tx, ledger, errand: { payload } }: Hand, message: Message, delivery: Delivery): Promise<boolean> {
  const { chatId, id: messageId } = message;
  if (message.author.kind === 'system' && holderOf(ledger.chat(chatId)))
    return !!settle(ledger, message, received(delivery, 'failed', ledger.at, deliveryError(HELD, ledger.at)));
  if (typeof payload.turn !== 'number') return false;
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

const HELD: SendProblem = {
  code: 'thread_not_owned',
  providerCode: null,
  detail: 'Not sent: another app holds this conversation.',
};

const DISCONNECTED: SendProblem = {
  code: 'account_restricted',
  providerCode: null,
  detail: 'The channel was disconnected before this message could be sent.',
};

const PAUSED = { code: 'channel_paused', providerCode: null, detail: 'The channel is paused.', until: null } as const;

const NO_LINE = { code: 'channel_paused', providerCode: null, detail: 'The line of the channel is not ready.', until: null } as const;

/** Not tried, so no attempt: all that waits for the same comes back spread out. */
function wait(
  { desk, ledger, errand }: Hand,
  message: Message,
  delivery: Delivery,
  what: Pick<Pause, 'code' | 'providerCode' | 'detail'> & { readonly until: Instant | null },
): null {
  const { until, code, providerCode, detail } = what;
  // The one that the network refused says better why.
  const knowsWhy = what.code === 'channel_paused' && delivery.error !== null && delivery.waitsUntil === null;
  const held = knowsWhy ? delivery : heldUp(delivery, { code, providerCode, detail, retryable: false }, until);
  if (held !== delivery) ledger.changeMessage({ ...message, delivery: held });
  const payload = what.code === 'channel_paused' ? restarted(errand) : errand.payload;
  ledger.postpone({ ...errand, payload, dueAt: afterPause(until ?? ledger.at + PAUSED_LOOK, ledger.at, desk.random) });
  return null;
}

async function outboundOf({ tx, ledger, errand }: Hand, message: Message): Promise<Outbound> {
  const chat: Chat = ledger.chat(message.chatId);
  const [answered] = message.replyTo === null ? [] : await tx.messages([message.replyTo]);
  const author = message.author.kind === 'bot' || message.author.kind === 'system' ? message.author.kind : 'agent';
  return {
    reference: referenceOf(message.id, message.delivery ? roundOf(message.delivery) : 0),
    to: chat.address,
    route: chat.route,
    attempts: errand.attempts,
    content: message.content,
    replyTo: answered?.providerMessageId ?? null,
    author,
    humanAgent: author === 'agent' && windowOf(ledger, chat.id)?.state === 'human_agent',
  };
}
