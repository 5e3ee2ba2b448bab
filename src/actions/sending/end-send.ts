import { type Delivery, type Message, newIdentity } from '../../domain/chat';
import { postponed, received, unsure } from '../../domain/delivery';
import type { SendFailure, Sent } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import { pauseChannel } from '../channels/channel-state';
import type { Desk } from '../desk';
import { deliveryError } from '../hearing/hearing';
import { drop, refuse, type Send, type SendInHand, withSends } from './send-in-hand';
import { settle } from './settle';
import { together } from './together';

const SECOND = 1000;
const GIVE_UP_AFTER = 24 * 60 * 60 * SECOND;
const LONGEST_WAIT = 5 * 60 * SECOND;

/** What the network made of it. */
export type End = { readonly sent: Sent } | { readonly failure: SendFailure };

interface Ended extends Send {
  readonly channelId: string;
  readonly end: End;
}

type Hand = SendInHand<Ended>;

/** Settles what became of a send, together with those of other chats. */
export const endSend = together<Ended, unknown>((desk, sends) =>
  withSends(desk, sends, async (tx, ours) => {
    const known = await knownOf(tx, ours);
    return (hand) => finish(hand, known);
  }),
);

async function finish(hand: Hand, known: Set<string>): Promise<void> {
  const { ledger, message, send } = hand;
  if (!message?.delivery) return void drop(hand);
  if ('failure' in send.end) return finishFailed(hand, message, message.delivery, send.end.failure);
  settle(ledger, message, received(message.delivery, 'sent', ledger.at), send.end.sent.providerMessageId);
  await learn(hand, message, send.end.sent, known);
  drop(hand);
}

async function finishFailed(hand: Hand, message: Message, delivery: Delivery, failure: SendFailure): Promise<void> {
  const { desk, tx, ledger, errand } = hand;
  const error = deliveryError(failure.problem);
  if (failure.options.pauses) await pauseChannel(tx, ledger, message.channelId, `${error.code}: ${error.detail}`);
  if (failure.verdict === 'unknown') {
    settle(ledger, message, delivery.status === 'sending' ? unsure(delivery, error) : delivery);
    drop(hand);
  } else if (failure.verdict === 'never') {
    await refuse(hand, message, failure.problem);
  } else if (ledger.at - errand.createdAt >= GIVE_UP_AFTER && !failure.options.pauses) {
    await refuse(hand, message, {
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
async function learn({ tx, ledger }: Hand, { chatId, channelId }: Message, { who }: Sent, known: Set<string>): Promise<void> {
  const learned = (who?.keys ?? []).filter((key) => !known.has(`${channelId} ${key}`));
  if (learned.length === 0) return;
  for (const key of learned) known.add(`${channelId} ${key}`);
  const { contactId } = ledger.chat(chatId);
  await tx.meet(
    [],
    learned.map((key) => newIdentity({ channelId, key, chatId, contactId, source: 'sent', at: ledger.at })),
  );
}

/** The people whom the desk knows of those that the network has named. */
async function knownOf(tx: Tx, sends: readonly Ended[]): Promise<Set<string>> {
  const named = sends.flatMap(({ end, channelId }) =>
    'sent' in end && end.sent.who ? end.sent.who.keys.map((key) => ({ channelId, key })) : [],
  );
  return new Set((await tx.identities(named)).map(({ channelId, key }) => `${channelId} ${key}`));
}
