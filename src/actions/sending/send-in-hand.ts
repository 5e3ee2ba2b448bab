import { received } from '../../domain/delivery';
import type { Message } from '../../domain/message';
import type { SendProblem } from '../../ports/channel';
import { type Errand, LeaseLost, type Tx } from '../../ports/store';
import { answerRefused } from '../bots/answer-refused';
import type { Desk } from '../desk';
import { holdThread } from '../hearing/hear-handover';
import { deliveryError } from '../hearing/hearing';
import { recall, recallAnswers } from '../hold-chat';
import type { Ledger } from '../ledger';
import { transact } from '../transact';
import type { Hold } from './send-message';
import { settle } from './settle';
import type { Outcome } from './together';

/** A send that its worker holds the lease for. */
export interface Send {
  readonly errand: Errand;
  readonly hold: Hold;
}

/** The same inside a transaction in which its chat is locked. */
export interface SendInHand<S extends Send> {
  readonly desk: Desk;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly send: S;
  readonly errand: Errand;
  /** undefined when it is gone. */
  readonly message: Message | undefined;
}

/**
 * One transaction for sends of many chats, each decided by itself: their chats are locked in order, their messages read, and
 * all of it is written at once. Whose lease was lost is left alone and told so.
 */
export function withSends<S extends Send, O>(
  desk: Desk,
  sends: readonly S[],
  prepare: (tx: Tx, sends: readonly S[], ledger: Ledger) => Promise<(hand: SendInHand<S>) => O | Promise<O>>,
): Promise<Outcome<O>[]> {
  const work = async (tx: Tx, ledger: Ledger): Promise<Outcome<O>[]> => {
    const held = await desk.store.leases.holding(
      tx,
      sends.map(({ hold }) => hold),
    );
    const ours = sends.filter(({ hold }) => held.has(hold.name));
    await takeAll(tx, ledger, ours.map(messageIdOf));
    const decide = await prepare(tx, ours, ledger);
    const outcomes: Outcome<O>[] = [];
    for (const send of sends) {
      const { errand, hold } = send;
      if (!held.has(hold.name)) outcomes.push({ error: new LeaseLost(hold.name) });
      else outcomes.push({ value: await decide({ desk, tx, ledger, send, errand, message: ledger.message(messageIdOf(send)) }) });
    }
    return outcomes;
  };
  return transact(desk, work, { opens: sends.filter(isBots).length });
}

/** A bot's message that is refused may open a ticket. */
const isBots = ({ errand }: Send): boolean => typeof errand.payload.turn === 'number';

export const messageIdOf = ({ errand }: Send): string => String(errand.payload.messageId);

async function takeAll(tx: Tx, ledger: Ledger, messageIds: readonly string[]): Promise<void> {
  ledger.take(await tx.hold(await tx.chatsOfMessages(messageIds)));
  ledger.takeMessages(await tx.messages(messageIds));
}

/** Held for an admin: it counts anew for how long it has been tried. */
export const restarted = ({ payload: { triedSince: _, ...payload } }: Errand): Errand['payload'] => payload;

export function drop({ ledger, errand }: Pick<SendInHand<Send>, 'ledger' | 'errand'>): null {
  ledger.done(errand.id);
  return null;
}

/** The message surely did not go, and won't. */
export async function refuse(hand: SendInHand<Send>, message: Message, problem: SendProblem): Promise<null> {
  const { desk, tx, ledger } = hand;
  await recallAnswers(tx, ledger, [message.chatId]);
  if (isBots(hand.send)) await recall(tx, ledger, [message.chatId]);
  if (message.delivery) {
    const settled = settle(ledger, message, received(message.delivery, 'failed', ledger.at, deliveryError(problem, ledger.at)));
    answerRefused(desk, ledger, settled);
  }
  // The network did not say when another app took it; it does so by refusing.
  if (problem.code === 'thread_not_owned' && problem.providerCode !== null)
    holdThread(ledger, message.chatId, { held: true, appId: null, at: null });
  return drop(hand);
}
