import { type MigrationInterface, type QueryRunner, Table, type TableIndex } from 'typeorm';
import { columns, type Draft, dialectOf, flag, id, index, instant, integer, json, key, maybe, text, word } from './kinds';

interface Plan {
  readonly name: string;
  readonly primary: readonly string[];
  readonly columns: readonly Draft[];
  readonly indexes?: readonly TableIndex[];
}

const PLANS: readonly Plan[] = [
  { name: 'settings', primary: ['id'], columns: [id('id'), json('settings'), integer('version')] },
  {
    name: 'channels',
    primary: ['id'],
    columns: [
      id('id'),
      word('kind'),
      text('name'),
      json('config'),
      maybe(json('previousSecret')),
      json('overrides'),
      maybe(id('botId')),
      json('state'),
      instant('createdAt'),
      instant('updatedAt'),
      maybe(instant('deletedAt')),
      integer('version'),
    ],
  },
  {
    name: 'stages',
    primary: ['key'],
    columns: [key('key', 64), text('name'), word('color'), flag('system'), integer('position'), maybe(instant('deletedAt'))],
  },
  {
    name: 'agents',
    primary: ['id'],
    columns: [
      id('id'),
      text('name'),
      text('email'),
      word('role'),
      word('presence'),
      maybe(text('presenceReason')),
      instant('presenceSince'),
      maybe(integer('capacity')),
      json('teamIds'),
      maybe(instant('lastRoutedAt')),
      instant('createdAt'),
      instant('updatedAt'),
      maybe(instant('removedAt')),
      integer('version'),
      maybe(key('login', 320)),
      maybe(text('passwordHash')),
    ],
    indexes: [index('agents_login', ['login'], true), index('agents_presence', ['presence', 'id'])],
  },
  {
    name: 'sessions',
    primary: ['id'],
    columns: [key('id', 128), id('agentId'), instant('createdAt'), instant('expiresAt')],
    indexes: [index('sessions_agent', ['agentId']), index('sessions_expiry', ['expiresAt'])],
  },
  { name: 'setup', primary: ['id'], columns: [id('id'), key('hash', 128), instant('expiresAt')] },
  {
    name: 'contacts',
    primary: ['id'],
    columns: [
      id('id'),
      maybe(text('name')),
      maybe(text('phone')),
      maybe(text('username')),
      maybe(text('avatarUrl')),
      flag('blocked'),
      instant('createdAt'),
      instant('updatedAt'),
      integer('version'),
      maybe(key('word1', 48)),
      maybe(key('word2', 48)),
      maybe(key('word3', 48)),
      maybe(key('word4', 48)),
      maybe(key('phoneEnd', 48)),
    ],
    indexes: [
      index('contacts_word1', ['word1', 'id']),
      index('contacts_word2', ['word2', 'id']),
      index('contacts_word3', ['word3', 'id']),
      index('contacts_word4', ['word4', 'id']),
      index('contacts_phone', ['phoneEnd', 'id']),
    ],
  },
  {
    name: 'identities',
    primary: ['channelId', 'key'],
    columns: [id('channelId'), key('key', 512), id('chatId'), id('contactId'), instant('createdAt')],
    indexes: [index('identities_contact', ['contactId'])],
  },
  {
    name: 'chats',
    primary: ['id'],
    columns: [
      id('id'),
      id('channelId'),
      id('contactId'),
      json('address'),
      integer('seq'),
      integer('rev'),
      integer('turn'),
      instant('heardAt'),
      integer('lastCustomerSeq'),
      maybe(instant('windowFrom')),
      maybe(id('lastTicketId')),
      maybe(instant('lastClosedAt')),
      integer('lastClosedSeq'),
      maybe(id('lastAssigneeId')),
      instant('createdAt'),
      integer('version'),
    ],
    indexes: [index('chats_contact', ['contactId'])],
  },
  {
    name: 'tickets',
    primary: ['id'],
    columns: [
      id('id'),
      integer('number'),
      id('chatId'),
      id('channelId'),
      id('contactId'),
      maybe(id('previousTicketId')),
      maybe(text('subject')),
      word('status'),
      instant('statusSince'),
      key('stage', 64),
      instant('stageSince'),
      maybe(key('stageBeforeSnooze', 64)),
      word('priority'),
      json('tags'),
      maybe(id('assigneeId')),
      maybe(id('lastAssigneeId')),
      maybe(id('teamId')),
      maybe(id('releasedFrom')),
      integer('unread'),
      flag('waiting'),
      maybe(instant('snoozedUntil')),
      flag('snoozeUntilReply'),
      flag('excludeFromClosing'),
      maybe(text('closeCause')),
      maybe(json('lastMessage')),
      maybe(instant('lastCustomerMessageAt')),
      maybe(instant('lastAgentMessageAt')),
      maybe(instant('firstResponseAt')),
      maybe(instant('idleFrom')),
      flag('reminded'),
      instant('aliveSince'),
      integer('eventSeq'),
      instant('createdAt'),
      instant('updatedAt'),
      maybe(instant('closedAt')),
      maybe(instant('lookAt')),
      maybe(integer('policyVersion')),
      integer('version'),
      maybe(id('openChatId')),
      instant('lastMessageAt'),
      maybe(integer('queueRank')),
      instant('waitingFrom'),
      instant('windowFrom'),
    ],
    indexes: [
      index('tickets_number', ['number'], true),
      index('tickets_open_chat', ['openChatId'], true),
      index('tickets_chat', ['chatId']),
      index('tickets_look', ['lookAt', 'id']),
      index('tickets_policy', ['policyVersion']),
      index('tickets_queue', ['queueRank', 'statusSince', 'id']),
      index('tickets_waiting', ['status', 'waitingFrom', 'id']),
      index('tickets_window', ['status', 'windowFrom', 'id']),
      index('tickets_stage', ['status', 'stage', 'id']),
      index('tickets_status_last', ['status', 'lastMessageAt', 'id']),
      index('tickets_assignee_last', ['assigneeId', 'status', 'lastMessageAt', 'id']),
      index('tickets_channel_last', ['channelId', 'status', 'lastMessageAt', 'id']),
      index('tickets_status_number', ['status', 'number']),
      index('tickets_assignee_number', ['assigneeId', 'status', 'number']),
      index('tickets_channel_number', ['channelId', 'status', 'number']),
    ],
  },
  {
    name: 'messages',
    primary: ['id'],
    columns: [
      id('id'),
      id('chatId'),
      id('channelId'),
      maybe(id('ticketId')),
      integer('seq'),
      integer('rev'),
      word('direction'),
      json('author'),
      json('content'),
      maybe(id('replyTo')),
      maybe(key('replyToProvider', 512)),
      json('reactions'),
      instant('sentAt'),
      instant('heardAt'),
      maybe(instant('editedAt')),
      maybe(instant('deletedAt')),
      maybe(json('delivery')),
      maybe(key('providerMessageId', 512)),
      maybe(json('context')),
      maybe(word('deliveryStatus')),
    ],
    indexes: [
      index('messages_provider', ['channelId', 'providerMessageId'], true),
      index('messages_chat', ['chatId', 'sentAt', 'seq']),
      index('messages_ticket', ['ticketId', 'sentAt', 'seq']),
      index('messages_changed', ['chatId', 'rev']),
    ],
  },
  {
    name: 'ticket_events',
    primary: ['ticketId', 'seq'],
    columns: [
      id('ticketId'),
      integer('seq'),
      word('type'),
      text('cause'),
      maybe(word('row')),
      json('actor'),
      instant('at'),
      maybe(json('status')),
      maybe(json('stage')),
      maybe(json('assignee')),
      maybe(json('decision')),
      maybe(json('data')),
    ],
  },
  {
    name: 'webhook_events',
    primary: ['id'],
    columns: [
      id('id'),
      id('channelId'),
      maybe(text('account')),
      text('kind'),
      word('outcome'),
      maybe(text('reason')),
      maybe(json('raw')),
      instant('heardAt'),
      maybe(instant('replayedAt')),
    ],
    indexes: [index('webhook_events_channel', ['channelId', 'id']), index('webhook_events_outcome', ['channelId', 'outcome', 'id'])],
  },
  {
    name: 'outbox',
    primary: ['id'],
    columns: [id('id'), key('key', 128), word('kind'), json('payload'), instant('dueAt'), integer('attempts'), instant('createdAt')],
    indexes: [index('outbox_key', ['key', 'id']), index('outbox_due', ['dueAt'])],
  },
  { name: 'leases', primary: ['name'], columns: [key('name', 128), id('holder'), id('token'), instant('until')] },
  {
    name: 'sweeps',
    primary: ['name'],
    columns: [key('name', 128), instant('lastAt'), maybe(instant('catchUpUntil')), maybe(instant('lookedUntil'))],
  },
  {
    name: 'idempotency_keys',
    primary: ['caller', 'route', 'key'],
    columns: [key('caller', 64), key('route', 191), key('key', 255), key('bodyHash', 128), maybe(json('answer')), instant('createdAt')],
    indexes: [index('idempotency_keys_age', ['createdAt'])],
  },
  { name: 'ticket_numbers', primary: ['id'], columns: [id('id'), integer('next')] },
];

// biome-ignore format: a table is read in columns
const SYSTEM_STAGES = [
  { key: 'open',        name: 'Open',        color: 'sky',    position: 0 },
  { key: 'snoozed',     name: 'Snoozed',     color: 'violet', position: 1 },
  { key: 'closed',      name: 'Closed',      color: 'ink',    position: 2 },
  { key: 'auto_closed', name: 'Auto closed', color: 'clay',   position: 3 },
];

/** The settings of a new desk, as they were when this migration was written. */
const SETTINGS = {
  timers: {
    idleAfter: 'PT30M',
    idleCloseAfter: null,
    idleReminderBefore: null,
    autoCloseAfter: 'P7D',
    inProgressAfter: null,
    closeUnassignedAfter: null,
    catchUp: 'PT10M',
  },
  routing: { strategy: 'round_robin', capacity: 5, sticky: true, offlineGrace: 'PT60S', keepOnAway: false },
  policy: {
    agentsMayClose: true,
    agentsMayTake: true,
    agentsMayTakeOver: false,
    agentsMayReopen: false,
    agentsSee: 'all',
    autoAssignOnReply: true,
    wakeOnReply: true,
    quietClose: true,
    keepExclusion: false,
    reopenWithin: null,
    staleAfter: 'PT1H',
  },
  texts: { greeting: null, away: null, delay: null, closing: null, reminder: null },
  locale: { timeZone: 'UTC', language: 'en' },
};

/** The words of messages, for SQLite's full-text search. Nothing is ranked, so their lengths need not be kept. */
const MESSAGE_WORDS = 'create virtual table message_words using fts5(words, messageId unindexed, columnsize = 0)';

/** Everything that the desk remembers. Hot tables have no foreign keys (docs/adr). */
export class Desk1763769600000 implements MigrationInterface {
  readonly name = 'Desk1763769600000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    for (const plan of PLANS) {
      const indices = (plan.indexes ?? []).map((index) => index.clone());
      await db.createTable(new Table({ name: plan.name, columns: columns(dialect, plan.primary, plan.columns), indices }));
    }
    if (dialect === 'sqlite') await db.query(MESSAGE_WORDS);
    await seed(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table if exists message_words');
    for (const { name } of [...PLANS].reverse()) await db.dropTable(name);
  }
}

async function seed(db: QueryRunner): Promise<void> {
  await db.query('insert into settings (id, settings, version) values (?, ?, ?)', ['desk', JSON.stringify(SETTINGS), 1]);
  await db.query('insert into ticket_numbers (id, next) values (?, ?)', ['desk', 1]);
  for (const { key, name, color, position } of SYSTEM_STAGES) {
    await db.query('insert into stages (`key`, name, color, `system`, position) values (?, ?, ?, 1, ?)', [key, name, color, position]);
  }
}
