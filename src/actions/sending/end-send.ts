import { postponed, received, roundOf, unsure } from '../../domain/delivery';
import type { Delivery, Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { SendFailure, Sent } from '../../ports/channel';
import type { Errand } from '../../ports/store';
import { isSetUpLike, pauseChannel } from '../channels/channel-state';
import type { Desk } from '../desk';
import { deliveryError } from '../hearing/hearing';
import type { Line } from '../hearing/names';
import { referenceOf } from '../hearing/provider-key';
import type { Attempt } from './begin-send';
import { learnNames, namesIn } from './learn-names';
import { afterPause, pause } from './pauses';
import { drop, refuse, restarted, type Send, type SendInHand, withSends } from './send-in-hand';
import { settle } from './settle';
import { together } from './together';

const SECOND = 1000;
const GIVE_UP_AFTER = 24 * 60 * 60 * SECOND;
const LONGEST_WAIT = 5 * 60 * SECOND;
const USUAL_PAUSE = 60 * SECOND;

/** What the network made of it. */
export type End = { readonly sent: Sent } | { readonly failure: SendFailure };

interface Ended extends Send {
  readonly attempt: Attempt;
  readonly end: End;
}

type Hand = SendInHand<Ended>;

/** Settles what became of a send, together with those of other chats. */
export const endSend = together<Ended, unknown>((desk, sends) =>
  withSends(desk, sends, async (tx, ours) => {
    const known = await namesIn(
      tx,
      ours.flatMap(({ end, attempt }) => ('sent' in end ? [{ channelId: attempt.channel.id, sent: end.sent }] : [])),
    );
    return (hand) => finish(hand, known);
  }),
);

async function finish(hand: Hand, known: Map<string, Line>): Promise<void> {
  const { ledger, message, send } = hand;
  if (!message?.delivery) return void drop(hand);
  if ('failure' in send.end) return finishFailed(hand, message, message.delivery, send.end.failure);
  if (isFormer(hand, message, message.delivery)) return void drop(hand);
  settle(ledger, message, received(message.delivery, 'sent', ledger.at), send.end.sent.providerMessageId);
  await learnNames(hand.tx, ledger, message, send.end.sent, known);
  const { outwaited } = send.attempt;
  if (outwaited.length > 0) await hand.tx.removePauses({ scopes: outwaited, endedBy: ledger.at });
  drop(hand);
}

/** A status told in mid-send that it failed, and a person has had it sent again since: what this sending says is old news. */
const isFormer = ({ send }: Hand, { id }: Message, delivery: Delivery): boolean =>
  send.attempt.outbound.reference !== referenceOf(id, roundOf(delivery));

async function finishFailed(hand: Hand, message: Message, delivery: Delivery, failure: SendFailure): Promise<void> {
  const { tx, ledger, errand, send } = hand;
  const { problem, options, verdict } = failure;
  const error = deliveryError(problem, ledger.at);
  if (options.pauses) {
    const isSame = isSetUpLike(send.attempt.channel);
    await pauseChannel(tx, ledger, message.channelId, `${error.code}: ${error.detail}`, (channel) => !isSame(channel));
  }
  if (isFormer(hand, message, delivery)) {
    drop(hand);
  } else if (verdict === 'unknown') {
    settle(ledger, message, delivery.status === 'sending' ? unsure(delivery, error, ledger.at) : delivery);
    drop(hand);
  } else if (verdict === 'never' || errand.attempts + 1 >= (options.tries ?? Number.POSITIVE_INFINITY)) {
    await refuse(hand, message, problem);
  } else if (options.tries === undefined && ledger.at - triedSince(errand, ledger.at) >= GIVE_UP_AFTER && !options.pauses) {
    await refuse(hand, message, { ...problem, code: 'gave_up', detail: `Not sent within a day. Last answer: ${problem.detail}` });
  } else {
    await putOff(hand, message, delivery, failure);
  }
}

/** Back into the queue: until the pause ends that others within its scope wait for too, or for ever longer. */
async function putOff(hand: Hand, message: Message, delivery: Delivery, { problem, options }: SendFailure): Promise<void> {
  const { desk, tx, ledger, errand, send } = hand;
  const { at } = ledger;
  const { channel, startedAt } = send.attempt;
  const { scope, retryAfter: wished, exact = false } = options;
  const way = { chatId: message.chatId, channel };
  const until =
    scope === undefined
      ? null
      : await pause(tx, desk.vault, { scope, way, wait: wished ?? USUAL_PAUSE, exact, problem, attemptedAt: startedAt, at });
  const dueAt = until === null ? at + waitBefore(desk, errand.attempts, wished) : afterPause(until, at, desk.random);
  const error = deliveryError(problem, at);
  ledger.changeMessage({ ...message, delivery: postponed(delivery, { at, error, until: options.pauses ? null : (until ?? dueAt) }) });
  const payload = options.pauses ? restarted(errand) : { ...errand.payload, triedSince: triedSince(errand, at) };
  ledger.postpone({ ...errand, payload, attempts: options.pauses ? 0 : errand.attempts + 1, dueAt });
}

/** While a channel is paused nothing is tried: what waited for an admin has its day, and all its tries, when they have acted. */
const triedSince = ({ payload }: Errand, at: Instant): Instant => (typeof payload.triedSince === 'number' ? payload.triedSince : at);

/**
 * 1 s, 2 s, 4 s … 5 min, each with up to half as much again, so that many do not come back at once; a provider's own wish comes
 * first, and of a long one no more than some minutes are added.
 */
function waitBefore({ random }: Pick<Desk, 'random'>, attempts: number, wished: number | undefined): number {
  const own = Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(attempts, 20));
  const wait = Math.max(own, wished ?? 0);
  return Math.round(wait + (random() * Math.min(wait, LONGEST_WAIT)) / 2);
}
