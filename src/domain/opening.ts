import type { Chat } from './chat';
import type { Actor, Decision } from './events';
import type { Instant, Ticket } from './ticket';
import type { Step } from './transitions';

interface Opening {
  readonly id: string;
  readonly number: number;
  readonly chat: Pick<Chat, 'id' | 'channelId' | 'contactId' | 'lastTicketId'>;
  readonly status: 'pending' | 'proactive';
  readonly cause: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly assigneeId?: string;
  readonly teamId?: string | null;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A new ticket in a chat that has no open one, linked to the former (LIFECYCLE §3 "Creation"). */
export function openTicket({ id, number, chat, status, cause, actor, at, assigneeId = '', teamId = null, decision, data }: Opening): Step {
  const assignee = assigneeId || null;
  const ticket: Ticket = {
    id,
    number,
    chatId: chat.id,
    channelId: chat.channelId,
    contactId: chat.contactId,
    previousTicketId: chat.lastTicketId,
    subject: null,
    status,
    statusSince: at,
    stage: 'open',
    stageSince: at,
    stageBeforeSnooze: null,
    priority: 'medium',
    tags: [],
    assigneeId: assignee,
    lastAssigneeId: null,
    teamId,
    releasedFrom: null,
    unread: 0,
    waiting: false,
    snoozedUntil: null,
    snoozeUntilReply: false,
    excludeFromClosing: false,
    fields: null,
    closeCause: null,
    lastMessage: null,
    lastCustomerMessageAt: null,
    lastAgentMessageAt: null,
    unansweredSince: null,
    askedSince: null,
    firstResponseAt: null,
    idleFrom: null,
    reminded: false,
    confirmAskedAt: null,
    confirmSentAt: null,
    told: null,
    aliveSince: at,
    eventSeq: 1,
    createdAt: at,
    openedAt: at,
    updatedAt: at,
    closedAt: null,
    lookAt: null,
    policyVersion: null,
    dueAt: null,
    windowClosesAt: null,
    version: 1,
  };
  const event = {
    ticketId: id,
    seq: 1,
    type: 'created' as const,
    cause,
    row: null,
    actor,
    at,
    status: { from: null, to: status },
    stage: { from: null, to: 'open' },
    assignee: assignee === null ? null : { from: null, to: assignee },
    decision: decision ?? null,
    data: data ?? null,
  };
  return { ticket, events: [event] };
}
