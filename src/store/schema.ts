import type { Agent, PresenceSpell } from '../domain/agent';
import type { Bot } from '../domain/bot';
import { type CannedReply, spellingOf } from '../domain/canned';
import type { Chat, Contact, Identity, Message } from '../domain/chat';
import type { TicketEvent } from '../domain/events';
import type { Preferences } from '../domain/preferences';
import type { Team } from '../domain/team';
import { isOpen, isSnoozed, PRIORITIES, type Ticket, waitingSince } from '../domain/ticket';
import type { SavedView } from '../domain/views';
import type {
  AccountLink,
  ApiToken,
  AuditEntry,
  Channel,
  DraftRow,
  Early,
  Errand,
  IdempotencyRow,
  LiveConnection,
  Mention,
  PushKeys,
  PushSubscription,
  SecondFactor,
  Session,
  SetupToken,
  Sign,
  Stage,
  SweepRow,
  WebhookEvent,
} from '../ports/store';
import { flag, id, instant, integer, json, key, maybe, original, providerId, type Table, text, word } from './columns';
import { fromItsEnd, nameWords, oneWord } from './words';

/** Later than every real moment, so that what has no moment sorts last. */
export const NEVER = Number.MAX_SAFE_INTEGER;

export interface SettingsRow {
  readonly id: string;
  readonly settings: unknown;
  readonly version: number;
  readonly policyVersion: number | null;
}

/** A ticket with what its row carries for lists: the moment from which its chat's answer window runs. */
export type TicketRow = Ticket & { readonly windowFrom: number | null };

const plain = { derived: {}, apart: {}, indexes: [] };

// Columns are named like the fields, so that a row is the value that it keeps.

export const SETTINGS: Table<SettingsRow> = {
  ...plain,
  name: 'settings',
  primary: ['id'],
  columns: { id, settings: json, version: integer, policyVersion: maybe(integer) },
};

export const CHANNELS: Table<Channel> = {
  ...plain,
  name: 'channels',
  primary: ['id'],
  columns: {
    id,
    kind: word,
    name: text,
    config: json,
    previousSecret: maybe(json),
    overrides: json,
    botId: maybe(id),
    teamId: maybe(id),
    state: json,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: maybe(instant),
    trialSince: maybe(instant),
    version: integer,
  },
};

export const BOTS: Table<Bot> = {
  ...plain,
  name: 'bots',
  primary: ['id'],
  columns: {
    id,
    name: text,
    kind: word,
    config: json,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: maybe(instant),
    trialSince: maybe(instant),
    version: integer,
  },
};

export const STAGES: Table<Stage> = {
  ...plain,
  name: 'stages',
  primary: ['key'],
  columns: { key: key(64), name: text, color: word, system: flag, position: integer, deletedAt: maybe(instant) },
};

export const AGENTS: Table<Agent> = {
  name: 'agents',
  primary: ['id'],
  columns: {
    id,
    name: text,
    email: text,
    role: word,
    presence: word,
    presenceReason: maybe(text),
    presenceSince: instant,
    capacity: maybe(integer),
    teamIds: json,
    lastRoutedAt: maybe(instant),
    liveSince: maybe(instant),
    goneSince: maybe(instant),
    createdAt: instant,
    updatedAt: instant,
    removedAt: maybe(instant),
    version: integer,
  },
  // What an agent logs in with: one spelling, and free again once the agent is removed.
  derived: { login: { ...maybe(key(320)), from: (agent) => (agent.removedAt === null ? loginOf(agent.email) : null) } },
  apart: { passwordHash: maybe(text) },
  indexes: [
    { name: 'agents_login', on: ['login'], unique: true },
    { name: 'agents_presence', on: ['presence', 'id'] },
  ],
};

export const loginOf = (email: string): string => email.trim().toLowerCase();

export const SESSIONS: Table<Session> = {
  ...plain,
  name: 'sessions',
  primary: ['id'],
  columns: {
    id: key(128),
    agentId: id,
    createdAt: instant,
    expiresAt: instant,
    browser: maybe(text),
    address: maybe(text),
    seenAt: maybe(instant),
  },
  indexes: [
    { name: 'sessions_agent', on: ['agentId'] },
    { name: 'sessions_expiry', on: ['expiresAt'] },
  ],
};

export const SETUP: Table<SetupToken & { readonly id: string }> = {
  ...plain,
  name: 'setup',
  primary: ['id'],
  columns: { id, hash: key(128), expiresAt: instant },
};

export const CONTACTS: Table<Contact> = {
  name: 'contacts',
  primary: ['id'],
  columns: {
    id,
    name: maybe(text),
    phone: maybe(text),
    username: maybe(text),
    avatarUrl: maybe(text),
    blocked: flag,
    fields: maybe(json),
    createdAt: instant,
    updatedAt: instant,
    version: integer,
  },
  // What a contact is found by: the first words of the name and its last, the user name, and the phone from its end.
  derived: {
    word1: { ...maybe(key(48)), from: ({ name }) => nameWords(name)[0] },
    word2: { ...maybe(key(48)), from: ({ name }) => nameWords(name)[1] },
    word3: { ...maybe(key(48)), from: ({ name }) => nameWords(name)[2] },
    word4: { ...maybe(key(48)), from: ({ username }) => oneWord(username ?? '') },
    phoneEnd: { ...maybe(key(48)), from: ({ phone }) => (phone ? fromItsEnd(phone) : null) },
  },
  apart: {},
  indexes: [
    { name: 'contacts_word1', on: ['word1', 'id'] },
    { name: 'contacts_word2', on: ['word2', 'id'] },
    { name: 'contacts_word3', on: ['word3', 'id'] },
    { name: 'contacts_word4', on: ['word4', 'id'] },
    { name: 'contacts_phone', on: ['phoneEnd', 'id'] },
  ],
};

export const IDENTITIES: Table<Identity> = {
  ...plain,
  name: 'identities',
  primary: ['channelId', 'key'],
  columns: { channelId: id, key: providerId, chatId: id, contactId: id, createdAt: instant },
  indexes: [{ name: 'identities_contact', on: ['contactId'] }],
};

export const CHATS: Table<Chat> = {
  ...plain,
  name: 'chats',
  primary: ['id'],
  columns: {
    id,
    channelId: id,
    contactId: id,
    address: json,
    seq: integer,
    rev: integer,
    turn: integer,
    heardAt: instant,
    lastCustomerSeq: integer,
    windowFrom: maybe(instant),
    lastTicketId: maybe(id),
    lastClosedAt: maybe(instant),
    lastClosedSeq: integer,
    lastAssigneeId: maybe(id),
    bot: maybe(json),
    readUpTo: maybe(instant),
    createdAt: instant,
    version: integer,
  },
  indexes: [{ name: 'chats_contact', on: ['contactId'] }],
};

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
    told: maybe(json),
    aliveSince: instant,
    eventSeq: integer,
    createdAt: instant,
    updatedAt: instant,
    closedAt: maybe(instant),
    lookAt: maybe(instant),
    policyVersion: maybe(integer),
    dueAt: maybe(instant),
    version: integer,
  },
  derived: {
    openChatId: { ...maybe(id), from: (ticket) => (isOpen(ticket) ? ticket.chatId : null) },
    lastMessageAt: { ...instant, from: (ticket) => ticket.lastMessage?.at ?? ticket.createdAt },
    queueRank: { ...maybe(integer), from: queueRank },
    waitingFrom: { ...instant, from: (ticket) => waitingSince(ticket) ?? NEVER },
    windowFrom: { ...instant, from: (ticket) => (isOpen(ticket) ? ((ticket as TicketRow).windowFrom ?? NEVER) : NEVER) },
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

export const MESSAGES: Table<Message> = {
  name: 'messages',
  primary: ['id'],
  columns: {
    id,
    chatId: id,
    channelId: id,
    ticketId: maybe(id),
    seq: integer,
    rev: integer,
    direction: word,
    author: json,
    content: json,
    replyTo: maybe(id),
    replyToProvider: maybe(providerId),
    reactions: json,
    sentAt: instant,
    heardAt: instant,
    editedAt: maybe(instant),
    deletedAt: maybe(instant),
    delivery: maybe(json),
    providerMessageId: maybe(providerId),
    context: maybe(json),
    mentions: maybe(json),
  },
  derived: { deliveryStatus: { ...maybe(word), from: (message) => message.delivery?.status ?? null } },
  apart: {},
  indexes: [
    { name: 'messages_provider', on: ['channelId', 'providerMessageId'], unique: true },
    { name: 'messages_chat', on: ['chatId', 'sentAt', 'seq'] },
    { name: 'messages_ticket', on: ['ticketId', 'sentAt', 'seq'] },
    { name: 'messages_changed', on: ['chatId', 'rev'] },
  ],
};

export const EARLY: Table<Early> = {
  ...plain,
  name: 'early',
  primary: ['id'],
  columns: { id, channelId: id, target: providerId, about: json, eventId: maybe(id), heardAt: instant },
  indexes: [
    { name: 'early_target', on: ['channelId', 'target'] },
    { name: 'early_age', on: ['heardAt'] },
  ],
};

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

export const WEBHOOK_EVENTS: Table<WebhookEvent> = {
  ...plain,
  name: 'webhook_events',
  primary: ['id'],
  columns: {
    id,
    channelId: id,
    account: maybe(text),
    kind: text,
    outcome: word,
    reason: maybe(text),
    ticketId: maybe(id),
    raw: maybe(original),
    heardAt: instant,
    replayedAt: maybe(instant),
  },
  indexes: [
    { name: 'webhook_events_channel', on: ['channelId', 'id'] },
    { name: 'webhook_events_outcome', on: ['channelId', 'outcome', 'id'] },
    { name: 'webhook_events_heard', on: ['channelId', 'heardAt'] },
  ],
};

export const WEBHOOK_SIGNS: Table<Sign> = {
  ...plain,
  name: 'webhook_signs',
  primary: ['channelId', 'name'],
  columns: { channelId: id, name: key(64), times: integer, firstAt: instant, lastAt: instant },
};

export const OUTBOX: Table<Errand> = {
  ...plain,
  name: 'outbox',
  primary: ['id'],
  columns: { id, key: key(128), kind: word, payload: json, dueAt: instant, attempts: integer, createdAt: instant },
  indexes: [
    { name: 'outbox_key', on: ['key', 'id'] },
    { name: 'outbox_due', on: ['dueAt'] },
  ],
};

export interface LeaseRow {
  readonly name: string;
  readonly holder: string;
  readonly token: string;
  readonly until: number;
}

export const LEASES: Table<LeaseRow> = {
  ...plain,
  name: 'leases',
  primary: ['name'],
  columns: { name: key(128), holder: id, token: id, until: instant },
};

export const SWEEPS: Table<SweepRow> = {
  ...plain,
  name: 'sweeps',
  primary: ['name'],
  columns: { name: key(128), lastAt: instant, catchUpUntil: maybe(instant), lookedUntil: maybe(instant) },
};

export const IDEMPOTENCY_KEYS: Table<IdempotencyRow> = {
  ...plain,
  name: 'idempotency_keys',
  primary: ['caller', 'route', 'key'],
  columns: { caller: key(64), route: key(191), key: key(255), bodyHash: key(128), answer: maybe(json), createdAt: instant },
  indexes: [{ name: 'idempotency_keys_age', on: ['createdAt'] }],
};

export const TICKET_NUMBERS: Table<{ readonly id: string; readonly next: number }> = {
  ...plain,
  name: 'ticket_numbers',
  primary: ['id'],
  columns: { id, next: integer },
};

export const PREFERENCES: Table<{ readonly agentId: string; readonly preferences: Partial<Preferences> }> = {
  ...plain,
  name: 'preferences',
  primary: ['agentId'],
  columns: { agentId: id, preferences: json },
};

export const CANNED_REPLIES: Table<CannedReply> = {
  name: 'canned_replies',
  primary: ['id'],
  columns: { id, shortcut: key(64), title: text, text, createdAt: instant, updatedAt: instant, version: integer },
  derived: { spelling: { ...key(64), from: ({ shortcut }) => spellingOf(shortcut) } },
  apart: {},
  indexes: [{ name: 'canned_replies_spelling', on: ['spelling'], unique: true }],
};

export const SAVED_VIEWS: Table<SavedView> = {
  ...plain,
  name: 'saved_views',
  primary: ['id'],
  columns: { id, ownerId: id, name: text, query: json, shared: flag, createdAt: instant, updatedAt: instant, version: integer },
};

export const VIEW_ORDERS: Table<{ readonly agentId: string; readonly ids: readonly string[] }> = {
  ...plain,
  name: 'view_orders',
  primary: ['agentId'],
  columns: { agentId: id, ids: json },
};

export const PUSH_KEYS: Table<PushKeys & { readonly id: string }> = {
  ...plain,
  name: 'push_keys',
  primary: ['id'],
  columns: { id, publicKey: text, privateKey: text },
};

export const PUSH_SUBSCRIPTIONS: Table<PushSubscription> = {
  ...plain,
  name: 'push_subscriptions',
  primary: ['id'],
  columns: { id: key(128), agentId: id, endpoint: text, keys: text, createdAt: instant },
  indexes: [{ name: 'push_subscriptions_agent', on: ['agentId'] }],
};

export const TEAMS: Table<Team> = {
  ...plain,
  name: 'teams',
  primary: ['id'],
  columns: { id, name: text, hours: maybe(json), createdAt: instant, updatedAt: instant, deletedAt: maybe(instant), version: integer },
};

export const HOUSE_LISTS: Table<{ readonly name: string; readonly items: readonly unknown[] }> = {
  ...plain,
  name: 'house_lists',
  primary: ['name'],
  columns: { name: key(64), items: json },
};

export const LIVE_CONNECTIONS: Table<LiveConnection> = {
  ...plain,
  name: 'live_connections',
  primary: ['agentId', 'instance'],
  columns: { agentId: id, instance: key(64), beatAt: instant },
  indexes: [{ name: 'live_connections_beat', on: ['beatAt'] }],
};

export const PRESENCE_SPELLS: Table<PresenceSpell> = {
  ...plain,
  name: 'presence_spells',
  primary: ['id'],
  columns: { id, agentId: id, presence: word, reason: maybe(text), from: instant, to: maybe(instant) },
  indexes: [{ name: 'presence_spells_agent', on: ['agentId', 'from'] }],
};

export const DRAFTS: Table<DraftRow> = {
  ...plain,
  name: 'drafts',
  primary: ['agentId', 'ticketId', 'note'],
  columns: { agentId: id, ticketId: id, note: flag, text, replyTo: maybe(id), updatedAt: instant },
  indexes: [{ name: 'drafts_ticket', on: ['ticketId'] }],
};

export const MENTIONS: Table<Mention> = {
  ...plain,
  name: 'mentions',
  primary: ['messageId', 'agentId'],
  columns: { messageId: id, agentId: id, ticketId: id, at: instant, seenAt: maybe(instant) },
  indexes: [
    { name: 'mentions_agent', on: ['agentId', 'seenAt', 'ticketId'] },
    { name: 'mentions_ticket', on: ['ticketId'] },
  ],
};

export const ACCOUNT_LINKS: Table<AccountLink> = {
  ...plain,
  name: 'account_links',
  primary: ['id'],
  columns: { id: key(128), agentId: id, kind: word, mail: maybe(word), madeBy: maybe(id), createdAt: instant, expiresAt: instant },
  indexes: [{ name: 'account_links_agent', on: ['agentId'] }],
};

export const SECOND_FACTORS: Table<SecondFactor> = {
  ...plain,
  name: 'second_factors',
  primary: ['agentId'],
  columns: { agentId: id, secret: text, confirmedAt: maybe(instant), lastStep: maybe(integer), recovery: json },
};

export const TOKENS: Table<ApiToken> = {
  ...plain,
  name: 'tokens',
  primary: ['id'],
  columns: {
    id,
    hash: key(128),
    name: text,
    role: word,
    scopes: json,
    teamIds: json,
    madeBy: maybe(id),
    createdAt: instant,
    expiresAt: maybe(instant),
    usedAt: maybe(instant),
    revokedAt: maybe(instant),
  },
  indexes: [{ name: 'tokens_hash', on: ['hash'], unique: true }],
};

export const AUDIT: Table<AuditEntry> = {
  name: 'audit',
  primary: ['id'],
  columns: { id, at: instant, actor: json, address: maybe(text), act: text, target: maybe(json), changes: json },
  derived: {
    actorId: { ...maybe(id), from: ({ actor }) => actor.id },
    targetId: { ...maybe(key(64)), from: ({ target }) => target?.id ?? null },
  },
  apart: {},
  indexes: [
    { name: 'audit_actor', on: ['actorId', 'id'] },
    { name: 'audit_target', on: ['targetId', 'id'] },
  ],
};

export const TABLES: readonly Table<never>[] = [
  SETTINGS,
  CHANNELS,
  STAGES,
  AGENTS,
  SESSIONS,
  SETUP,
  CONTACTS,
  IDENTITIES,
  BOTS,
  CHATS,
  TICKETS,
  MESSAGES,
  EARLY,
  TICKET_EVENTS,
  WEBHOOK_EVENTS,
  WEBHOOK_SIGNS,
  OUTBOX,
  LEASES,
  SWEEPS,
  IDEMPOTENCY_KEYS,
  TICKET_NUMBERS,
  PREFERENCES,
  CANNED_REPLIES,
  SAVED_VIEWS,
  VIEW_ORDERS,
  PUSH_KEYS,
  PUSH_SUBSCRIPTIONS,
  TEAMS,
  HOUSE_LISTS,
  LIVE_CONNECTIONS,
  PRESENCE_SPELLS,
  DRAFTS,
  MENTIONS,
  ACCOUNT_LINKS,
  SECOND_FACTORS,
  TOKENS,
  AUDIT,
] as unknown as readonly Table<never>[];
