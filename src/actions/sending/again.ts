import { answered } from '../../domain/conversation';
import { again, decided } from '../../domain/delivery';
import { Refusal } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import type { Mentioned, Message } from '../../domain/message';
import { record } from '../../domain/record';
import type { Ticket } from '../../domain/ticket';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { holdMessage } from '../hold-chat';
import type { Ledger } from '../ledger';
import { actorOf, isMachine, takeInHand } from '../tickets/in-hand';
import { transact } from '../transact';
import { queueSend } from './queue-message';
import { settle } from './settle';
import { mustBeInWindow, windowOf } from './window';

interface Asked {
  readonly messageId: string;
  readonly by: Person;
}

/**
 * A person has a message sent again: the same message, a new attempt with a record of its own, behind what the chat sends already.
 * What may have gone only with `evenIfSent`. Who may answer may do it, under the same refusals.
 */
export function retryMessage(desk: Desk, { messageId, by, evenIfSent }: Asked & { readonly evenIfSent: boolean }): Promise<Message> {
  return transact(desk, async (tx, ledger) => {
    const { message, ticket, actor } = await holdTheirs(tx, ledger, { messageId, by });
    mustBeWorthIt(ledger, message, evenIfSent);
    mustHaveItsFile(message);
    await mustBeInWindow(tx, ledger, { chatId: message.chatId, content: message.content, person: !isMachine(by) });
    const sending = ledger.changeMessage({ ...message, delivery: again(message.delivery, who(by)) });
    queueSend(ledger, sending);
    if (message.delivery.status === 'uncertain') tell(ledger, ticket, { cause: 'message_sent_again', actor, messageId });
    else if (message.seq > ledger.chat(message.chatId).lastCustomerSeq) ledger.note({ ...ticket, ...answered(ticket) });
    return sending;
  });
}

/** A person has seen at the customer's or on another screen that a message arrived of which nobody knew. */
export function settleMessage(desk: Desk, asked: Asked): Promise<Message> {
  return transact(desk, async (tx, ledger) => {
    const { message, ticket, actor } = await holdTheirs(tx, ledger, asked);
    if (message.delivery.status !== 'uncertain') throw known(message);
    tell(ledger, ticket, { cause: 'message_seen_sent', actor, messageId: asked.messageId });
    return settle(ledger, message, decided(message.delivery, ledger.at, who(asked.by)));
  });
}

const who = ({ id, name }: Person): Mentioned => ({ id, name });

type Sent = Message & { readonly delivery: NonNullable<Message['delivery']> };

interface Theirs {
  readonly message: Sent;
  readonly ticket: Ticket;
  readonly actor: Actor;
}

/** The message with its ticket, which this person may answer. */
async function holdTheirs(tx: Tx, ledger: Ledger, { messageId, by }: Asked): Promise<Theirs> {
  const message = await holdMessage(tx, ledger, messageId);
  if (!message) throw new Refusal('not_found', 'There is no such message.');
  const open = ledger.openIn(message.chatId);
  if (!open || (message.ticketId !== null && open.id !== message.ticketId))
    throw new Refusal('ticket_closed', 'The ticket of this message is closed.');
  const { ticket, actor } = await takeInHand(tx, ledger, 'reply', { ticketId: open.id, by });
  if (!isOurs(message)) throw known(message);
  return { message, ticket, actor: actor ?? actorOf(by) };
}

/** Whoever answers through the desk: what a bot said is gone once a person has come, and a phone sends by itself. */
const isOurs = (message: Message): message is Sent =>
  message.delivery !== null &&
  message.direction === 'out' &&
  (message.author.kind === 'agent' || (message.author.kind === 'system' && message.content.type === 'template'));

const known = ({ delivery }: Message): Refusal =>
  new Refusal('delivery_known', 'It is known what became of this message, and nothing is to be done about it.', {
    delivery: delivery?.status ?? null,
  });

function mustBeWorthIt(ledger: Ledger, message: Sent, evenIfSent: boolean): void {
  const { status, error } = message.delivery;
  if (status === 'uncertain') {
    if (evenIfSent) return;
    throw new Refusal('may_have_been_sent', 'Nobody knows whether this message arrived. Sent again, it may arrive twice.');
  }
  if (status !== 'failed') throw known(message);
  const reopened = error?.code === 'window_closed' && mayWrite(ledger, message.chatId);
  const notBefore = error?.notBefore ?? 0;
  if ((error?.retryable === true || reopened) && notBefore <= ledger.at) return;
  throw new Refusal('not_retryable', 'The network would refuse this message again.', {
    reason: error?.code ?? 'unknown',
    advice: error?.advice ?? 'nothing',
    retryable: false,
    ...(notBefore > ledger.at ? { notBefore: new Date(notBefore).toISOString() } : {}),
  });
}

/** The customer has written since. */
function mayWrite(ledger: Ledger, chatId: string): boolean {
  const state = windowOf(ledger, chatId)?.state;
  return state === undefined || state === 'open' || state === 'human_agent';
}

function mustHaveItsFile({ content }: Message): void {
  if ('mediaId' in content && (content.state === 'gone' || content.state === 'failed'))
    throw new Refusal('media_gone', 'The file of this message is not there any more. Attach it anew.');
}

interface Telling {
  readonly cause: 'message_sent_again' | 'message_seen_sent';
  readonly actor: Actor;
  readonly messageId: string;
}

const tell = (ledger: Ledger, ticket: Ticket, { cause, actor, messageId }: Telling): Ticket =>
  ledger.apply(record(ticket, { type: 'updated', cause, actor, at: ledger.at, data: { messageId } }));
