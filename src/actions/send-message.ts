import { silenced } from '../domain/bot';
import type { Chat, Delivery, DeliveryError, Message } from '../domain/chat';
import { attempting, postponed, received, unsure } from '../domain/delivery';
import { replyWindow } from '../domain/window';
import { type Outbound, SendFailure, type SendProblem, type Sent } from '../ports/channel';
import type { Channel, Errand, Tx } from '../ports/store';
import { openConfig } from './channel-config';
import { pauseChannel } from './channel-state';
import type { Desk } from './desk';
import { deliveryError } from './hearing';
import { recallAnswers } from './hold-chat';
import type { Ledger } from './ledger';
import { channelIn } from './rules';
import { kindOf } from './sendable';
import { settle } from './settle';
import { recordSilence } from './silence';
import { transact } from './transact';

const SECOND = 1000;
const GIVE_UP_AFTER = 24 * 60 * 60 * SECOND;
const PAUSED_LOOK = 60 * SECOND;
const LONGEST_WAIT = 5 * 60 * SECOND;

/** The lease under which errands of a key run: every transaction confirms that it still holds. */
export interface Hold {
  readonly name: string;
  readonly token: string;
}

/** What a send needs once its attempt is written down. */
interface Attempt {
  readonly channel: Channel;
  readonly outbound: Outbound;
}

/**
 * Sends one queued message. The attempt is committed as `sending` before the first byte leaves; what became of it is
 * settled in a transaction of its own. Found `sending`, an earlier holder died in mid-send: nobody knows, so `uncertain`.
 */
export async function sendMessage(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const attempt = await begin(desk, errand, hold);
  if (attempt === null) return;
  const end = await tryToSend(desk, attempt);
  await transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const message = await take(tx, ledger, String(errand.payload.messageId));
    if (message) await finish(desk, tx, ledger, errand, message, end);
    else ledger.done(errand.id);
  });
}

function begin(desk: Desk, errand: Errand, hold: Hold): Promise<Attempt | null> {
  return transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const message = await take(tx, ledger, String(errand.payload.messageId));
    const channel = message && channelIn(ledger.house, message.channelId);
    if (!message?.delivery || !channel) return drop(ledger, errand);
    if (message.delivery.status === 'sending') {
      settle(ledger, message, unsure(message.delivery, null));
      return drop(ledger, errand);
    }
    if (message.delivery.status !== 'queued') return drop(ledger, errand);
    if (await isHeldBack(tx, ledger, errand, message)) return drop(ledger, errand);
    if (channel.deletedAt !== null) return refuse(tx, ledger, errand, message, DISCONNECTED);
    if (channel.state.status === 'paused') return wait(ledger, errand, PAUSED_LOOK);
    ledger.changeMessage({ ...message, delivery: attempting(message.delivery, ledger.at) });
    return { channel, outbound: await outboundOf(desk, tx, ledger, channel, message) };
  });
}

/** Gate 2: what a bot said is dropped when a person has come since (LIFECYCLE §7). */
async function isHeldBack(tx: Tx, ledger: Ledger, { payload }: Errand, message: Message): Promise<boolean> {
  if (typeof payload.turn !== 'number' || !message.delivery) return false;
  const { chatId, id: messageId } = message;
  const reason = silenced(ledger.chat(chatId), ledger.openIn(chatId), payload.turn);
  if (!reason) return false;
  await recordSilence(tx, ledger, chatId, { reason, turn: payload.turn, messageId });
  settle(ledger, message, received(message.delivery, 'failed', ledger.at, SILENCED));
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

function drop(ledger: Ledger, errand: Errand): null {
  ledger.done(errand.id);
  return null;
}

function wait(ledger: Ledger, errand: Errand, ms: number): null {
  ledger.postpone({ ...errand, dueAt: ledger.at + ms });
  return null;
}

async function refuse(tx: Tx, ledger: Ledger, errand: Errand, message: Message, problem: SendProblem): Promise<null> {
  await recallAnswers(tx, ledger, [message.chatId]);
  if (message.delivery) settle(ledger, message, received(message.delivery, 'failed', ledger.at, deliveryError(problem)));
  return drop(ledger, errand);
}

/** Locks the message's chat and reads the message under that lock. */
async function take(tx: Tx, ledger: Ledger, messageId: string): Promise<Message | undefined> {
  const chatId = await tx.chatOfMessage(messageId);
  if (chatId === null) return undefined;
  ledger.take(await tx.hold([chatId]));
  ledger.takeMessages(await tx.messages([messageId]));
  return ledger.message(messageId);
}

async function outboundOf(desk: Desk, tx: Tx, ledger: Ledger, channel: Channel, message: Message): Promise<Outbound> {
  const chat: Chat = ledger.chat(message.chatId);
  const [answered] = message.replyTo === null ? [] : await tx.messages([message.replyTo]);
  const author = message.author.kind === 'bot' || message.author.kind === 'system' ? message.author.kind : 'agent';
  return {
    reference: message.id,
    to: chat.address,
    content: message.content,
    replyTo: answered?.providerMessageId ?? null,
    author,
    humanAgent: author === 'agent' && replyWindow(kindOf(desk, channel.kind).window, chat.windowFrom, ledger.at)?.state === 'human_agent',
  };
}

type End = { readonly sent: Sent } | { readonly failure: SendFailure };

async function tryToSend(desk: Desk, { channel, outbound }: Attempt): Promise<End> {
  const kind = kindOf(desk, channel.kind);
  try {
    return { sent: await kind.send(openConfig(kind, desk.vault, channel.config), outbound, desk.outside) };
  } catch (error) {
    if (error instanceof SendFailure) return { failure: error };
    desk.log.error('a channel broke while sending', { channelId: channel.id, messageId: outbound.reference, cause: String(error) });
    return {
      failure: new SendFailure(
        'unknown',
        { code: 'ambiguous', providerCode: null, detail: 'Nobody knows whether this message went out.' },
        { cause: error },
      ),
    };
  }
}

async function finish(desk: Desk, tx: Tx, ledger: Ledger, errand: Errand, message: Message, end: End): Promise<void> {
  if (!message.delivery) return void ledger.done(errand.id);
  if ('sent' in end) {
    const delivery = received(message.delivery, 'sent', ledger.at);
    settle(ledger, message, delivery, end.sent.providerMessageId);
    await learn(tx, ledger, message, end.sent);
    ledger.done(errand.id);
    return;
  }
  await finishFailed(desk, tx, ledger, errand, message, message.delivery, end.failure);
}

async function finishFailed(
  desk: Desk,
  tx: Tx,
  ledger: Ledger,
  errand: Errand,
  message: Message,
  delivery: Delivery,
  failure: SendFailure,
): Promise<void> {
  const error = deliveryError(failure.problem);
  if (failure.options.pauses) await pauseChannel(tx, ledger, message.channelId, `${error.code}: ${error.detail}`);
  if (failure.verdict === 'unknown') {
    settle(ledger, message, delivery.status === 'sending' ? unsure(delivery, error) : delivery);
    ledger.done(errand.id);
  } else if (failure.verdict === 'never') {
    await refuse(tx, ledger, errand, message, failure.problem);
  } else if (ledger.at - errand.createdAt >= GIVE_UP_AFTER && !failure.options.pauses) {
    await refuse(tx, ledger, errand, message, {
      ...failure.problem,
      code: 'gave_up',
      detail: `Not sent within a day. Last answer: ${failure.problem.detail}`,
    });
  } else {
    ledger.changeMessage({ ...message, delivery: postponed(delivery, error) });
    ledger.postpone({
      ...errand,
      attempts: errand.attempts + 1,
      dueAt: ledger.at + waitBefore(desk, errand.attempts, failure.options.retryAfter),
    });
  }
}

/** 1 s, 2 s, 4 s … 5 min, each with up to half as much again, so that many do not come back at once; a provider's own wish comes first. */
function waitBefore({ random }: Pick<Desk, 'random'>, attempts: number, wished: number | undefined): number {
  const own = Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(attempts, 20));
  return Math.round(Math.max(own, wished ?? 0) * (1 + random() / 2));
}

/** The network named the person in its answer: another spelling (Brazil, Mexico) leads to the same chat from now on. */
async function learn(tx: Tx, ledger: Ledger, { chatId, channelId }: Message, { who }: Sent): Promise<void> {
  if (!who) return;
  const known = new Set((await tx.identities(who.keys.map((key) => ({ channelId, key })))).map(({ key }) => key));
  const learned = who.keys.filter((key) => !known.has(key));
  if (learned.length === 0) return;
  const { contactId } = ledger.chat(chatId);
  await tx.meet(
    [],
    learned.map((key) => ({ channelId, key, chatId, contactId, createdAt: ledger.at })),
  );
}
