import type { TicketEvent } from '../../domain/events';
import { isOpen, isSnoozed, PRIORITIES, type Ticket, waitingSince } from '../../domain/ticket';
import { flag, id, instant, integer, json, key, maybe, plain, type Table, text, word } from '../columns';

/** Later than every real moment, so that what has no moment sorts last. */
const NEVER = Number.MAX_SAFE_INTEGER;

export const TICKETS: Table<Ticket> = {
  name: 'tickets',
  primary: ['id'],
  columns: {
    id,
    number: integer,
    chatId: id,
    channelId: id,
    contactId: id,
    previousTicketId: maybe(id),
    subject: maybe(text),
    status: word,
    statusSince: instant,
    stage: key(64),
    stageSince: instant,
    stageBeforeSnooze: maybe(key(64)),
    priority: word,
    tags: json,
    assigneeId: maybe(id),
    lastAssigneeId: maybe(id),
    teamId: maybe(id),
    releasedFrom: maybe(id),
    unread: integer,
    waiting: flag,
    snoozedUntil: maybe(instant),
    snoozeUntilReply: flag,
    excludeFromClosing: flag,
    fields: maybe(json),
    closeCause: maybe(text),
    lastMessage: maybe(json),
    lastCustomerMessageAt: maybe(instant),
    lastAgentMessageAt: maybe(instant),
    unansweredSince: maybe(instant),
    askedSince: maybe(instant),
    openedAt: maybe(instant),
    firstResponseAt: maybe(instant),
    idleFrom: maybe(instant),
    reminded: flag,
    confirmAskedAt: maybe(instant),
    confirmSentAt: maybe(instant),
    told: maybe(json),
    aliveSince: instant,
    eventSeq: integer,
    createdAt: instant,
    updatedAt: instant,
    closedAt: maybe(instant),
    lookAt: maybe(instant),
    policyVersion: maybe(integer),
    dueAt: maybe(instant),
    windowClosesAt: maybe(instant),
    version: integer,
  },
  derived: {
    openChatId: { ...maybe(id), from: (ticket) => (isOpen(ticket) ? ticket.chatId : null) },
    lastMessageAt: { ...instant, from: (ticket) => ticket.lastMessage?.at ?? ticket.createdAt },
    queueRank: { ...maybe(integer), from: queueRank },
    waitingFrom: { ...instant, from: (ticket) => waitingSince(ticket) ?? NEVER },
    windowFrom: { ...instant, from: (ticket) => ticket.windowClosesAt ?? NEVER },
    dueFrom: { ...maybe(instant), from: (ticket) => (isOpen(ticket) ? (ticket.dueAt ?? NEVER) : NEVER) },
  },
  apart: {},
  indexes: [
    { name: 'tickets_number', on: ['number'], unique: true },
    { name: 'tickets_open_chat', on: ['openChatId'], unique: true },
    { name: 'tickets_chat', on: ['chatId'] },
    { name: 'tickets_look', on: ['lookAt', 'id'] },
    { name: 'tickets_policy', on: ['policyVersion'] },
    { name: 'tickets_to_route', on: ['queueRank', 'statusSince', 'id', 'teamId', 'channelId'] },
    { name: 'tickets_waiting', on: ['status', 'waitingFrom', 'id'] },
    { name: 'tickets_window', on: ['status', 'windowFrom', 'id'] },
    { name: 'tickets_stage', on: ['status', 'stage', 'id'] },
    { name: 'tickets_status_last', on: ['status', 'lastMessageAt', 'id'] },
    { name: 'tickets_assignee_last', on: ['assigneeId', 'status', 'lastMessageAt', 'id'] },
    { name: 'tickets_channel_last', on: ['channelId', 'status', 'lastMessageAt', 'id'] },
    { name: 'tickets_status_number', on: ['status', 'number'] },
    { name: 'tickets_assignee_number', on: ['assigneeId', 'status', 'number'] },
    { name: 'tickets_channel_number', on: ['channelId', 'status', 'number'] },
    { name: 'tickets_team_last', on: ['teamId', 'status', 'lastMessageAt', 'id'] },
    { name: 'tickets_team_number', on: ['teamId', 'status', 'number'] },
    { name: 'tickets_due', on: ['status', 'dueFrom', 'id'] },
  ],
};

/** Most urgent = 0, so that the queue is read forwards; null outside the queue. */
function queueRank(ticket: Ticket): number | null {
  if (ticket.status !== 'pending' || isSnoozed(ticket)) return null;
  return PRIORITIES.length - 1 - PRIORITIES.indexOf(ticket.priority);
}

export const TICKET_EVENTS: Table<TicketEvent> = {
  ...plain,
  name: 'ticket_events',
  primary: ['ticketId', 'seq'],
  columns: {
    ticketId: id,
    seq: integer,
    type: word,
    cause: text,
    row: maybe(word),
    actor: json,
    at: instant,
    status: maybe(json),
    stage: maybe(json),
    assignee: maybe(json),
    decision: maybe(json),
    data: maybe(json),
  },
};

export const TICKET_NUMBERS: Table<{ readonly id: string; readonly next: number }> = {
  ...plain,
  name: 'ticket_numbers',
  primary: ['id'],
  columns: { id, next: integer },
};
