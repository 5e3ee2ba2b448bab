import type { Chat } from './chat';
import { answerTo, confirmed, withdrawQuestion } from './closing-question';
import { type Content, previewOf } from './content';
import { CUSTOMER, SYSTEM, type TicketEvent } from './events';
import type { Message } from './message';
import type { Policy } from './policy';
import { inTurn, nothing } from './record';
import { wake } from './stages';
import { type Instant, isSnoozed, type LastMessage, type Ticket } from './ticket';
import { move, type Step } from './transitions';

/** What a list shows of its last message; of one that was taken back only that it was. */
export const shownLast = ({ content, deletedAt }: Message): Pick<LastMessage, 'type' | 'text'> =>
  deletedAt ? { type: 'deleted', text: '' } : { type: content.type, text: previewOf(content) };

const lastMessageOf = (message: Message): LastMessage => ({
  id: message.id,
  direction: message.direction,
  author: message.author.kind,
  ...shownLast(message),
  at: message.heardAt,
});

/** What a message of the customer does to the facts of an open ticket: unread, waiting, the idle timer off. */
export const heardCustomer = (ticket: Ticket, message: Message): Ticket => ({
  ...ticket,
  unread: ticket.unread + 1,
  waiting: true,
  unansweredSince: ticket.unansweredSince ?? message.heardAt,
  idleFrom: null,
  lastCustomerMessageAt: message.heardAt,
  lastMessage: lastMessageOf(message),
  updatedAt: message.heardAt,
});

/** What a message of an agent, or an echo of the business's own app, does: no longer waiting, nothing unread. */
export const heardAgent = (ticket: Ticket, message: Message): Ticket => ({
  ...ticket,
  unread: 0,
  ...answered(ticket),
  lastAgentMessageAt: message.heardAt,
  firstResponseAt: ticket.firstResponseAt ?? message.heardAt,
  lastMessage: lastMessageOf(message),
  updatedAt: message.heardAt,
});

/** Nobody waits any more; since when they did is kept, for an answer may fail. */
export const answered = (ticket: Ticket): Pick<Ticket, 'waiting' | 'unansweredSince' | 'askedSince'> => ({
  waiting: false,
  unansweredSince: null,
  askedSince: ticket.unansweredSince ?? ticket.askedSince,
});

/**
 * An answer has failed in the end: the customer waits again (LIFECYCLE §4), since their first message that it was to answer,
 * or since their last one when another answer has reached them.
 */
export const unanswered = (ticket: Ticket, { anotherReached }: { readonly anotherReached: boolean }): Ticket => ({
  ...ticket,
  waiting: true,
  unansweredSince: ticket.unansweredSince ?? (anotherReached ? null : ticket.askedSince) ?? ticket.lastCustomerMessageAt,
});

/** A message that nobody in particular wrote (a reminder, a closing text): shown last, changes nothing else. */
export const heardSystem = (ticket: Ticket, message: Message): Ticket => ({
  ...ticket,
  lastMessage: lastMessageOf(message),
  updatedAt: message.heardAt,
});

/**
 * What a ticket that opens takes along, in order: customers' words are unread and wait for an answer, and the newest
 * message of all is the last one.
 */
export function tookAlong(ticket: Ticket, messages: readonly Message[]): Ticket {
  const asked = messages.filter(({ author }) => author.kind === 'customer');
  const [question, newest] = [asked.at(-1), messages.at(-1)];
  const first = lastAsked(messages)[0]?.heardAt ?? null;
  const heard = question
    ? { ...heardCustomer({ ...ticket, unansweredSince: first }, question), unread: ticket.unread + asked.length }
    : ticket;
  return newest && newest !== question ? heardSystem(heard, newest) : heard;
}

/** The customer's last messages in a row: what a bot said before them it had answered, and what it said after them is a hand-off's. */
function lastAsked(messages: readonly Message[]): Message[] {
  const end = messages.findLastIndex(({ author }) => author.kind === 'customer') + 1;
  const begin = messages.slice(0, end).findLastIndex(({ author }) => author.kind !== 'customer') + 1;
  return messages.slice(begin, end);
}

interface Reply {
  readonly at: Instant;
  readonly policy: Policy;
  /** Whether the ticket's assignee is online; false when nobody has it. */
  readonly assigneeOnline: boolean;
}

/** Where a customer's message takes an open ticket (LIFECYCLE §4): T9, T11, waking, and T5 when its agent is not there. */
export function customerReplied(ticket: Ticket, { at, policy, assigneeOnline }: Reply): Step {
  return inTurn(
    ticket,
    (now) => (wakesOnReply(now, policy) ? wake(now, { actor: CUSTOMER, at, policy }) : nothing(now)),
    (now) =>
      now.status === 'idle' || now.status === 'proactive' ? move(now, { cause: 'customer_replied', actor: CUSTOMER, at }) : nothing(now),
    (now) => (now.status === 'active' && ticket.status !== 'active' ? releaseIfAway(now, { at, policy, assigneeOnline }) : nothing(now)),
  );
}

interface Said extends Reply {
  /** What the customer wrote after it was heard before it: a yes does not speak of that. */
  readonly overtaken?: boolean;
}

/** The same with what it says to the closing question, if one stands: a yes closes (B3), a no takes it back. */
export function customerSaid(ticket: Ticket, content: Content, { overtaken = false, ...reply }: Said): Step {
  const answer = answerTo(ticket, content);
  if (answer === 'yes' && !overtaken && (ticket.status === 'active' || ticket.status === 'idle')) return confirmed(ticket, reply.at);
  return inTurn(
    ticket,
    (now) => customerReplied(now, reply),
    (now) => (answer === 'no' ? withdrawQuestion(now, { cause: 'close_declined', actor: CUSTOMER, at: reply.at }) : nothing(now)),
  );
}

/** A proactive one wakes whatever the policy says: the answer makes it active, and no active ticket sleeps. */
const wakesOnReply = (ticket: Ticket, policy: Policy): boolean =>
  isSnoozed(ticket) && (ticket.snoozeUntilReply || ticket.status === 'proactive' || policy.settings.policy.wakeOnReply);

function releaseIfAway(ticket: Ticket, { at, policy, assigneeOnline }: Reply): Step {
  const kept = ticket.assigneeId !== null && (assigneeOnline || policy.settings.routing.keepOnAway);
  if (kept) return nothing(ticket);
  return move(ticket, {
    cause: 'assignee_unavailable',
    actor: SYSTEM,
    at,
    decision: { rule: 'assignee_unavailable', facts: { assigneeId: ticket.assigneeId, online: false } },
  });
}

/** What an event does to the chat: openings, closings and assignments fence the bot; a close is remembered. */
export function chatAfter(chat: Chat, ticket: Ticket, { type, status, assignee }: TicketEvent): Chat {
  const fences = type === 'created' || status?.to === 'closed' || status?.from === 'closed' || assignee?.to != null;
  const closes = status?.to === 'closed';
  if (!fences) return chat;
  return {
    ...chat,
    turn: chat.turn + 1,
    lastTicketId: ticket.id,
    lastAssigneeId: assignee?.to ?? chat.lastAssigneeId,
    ...(closes ? { lastClosedAt: ticket.closedAt, lastClosedSeq: chat.seq, bot: null } : {}),
  };
}
