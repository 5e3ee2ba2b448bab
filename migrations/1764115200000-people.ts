import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import {
  type Draft,
  dialectOf,
  dropTables,
  flag,
  id,
  index,
  instant,
  integer,
  json,
  key,
  makeTables,
  maybe,
  type Plan,
  text,
  word,
} from './kinds';

const PLANS: readonly Plan[] = [
  {
    name: 'teams',
    primary: ['id'],
    columns: [
      id('id'),
      text('name'),
      maybe(json('hours')),
      instant('createdAt'),
      instant('updatedAt'),
      maybe(instant('deletedAt')),
      integer('version'),
    ],
  },
  { name: 'house_lists', primary: ['name'], columns: [key('name', 64), json('items')] },
  {
    name: 'live_connections',
    primary: ['agentId', 'instance'],
    columns: [id('agentId'), key('instance', 64), instant('beatAt')],
    indexes: [index('live_connections_beat', ['beatAt'])],
  },
  {
    name: 'presence_spells',
    primary: ['id'],
    columns: [id('id'), id('agentId'), word('presence'), maybe(text('reason')), instant('from'), maybe(instant('to'))],
    indexes: [index('presence_spells_agent', ['agentId', 'from'])],
  },
  {
    name: 'drafts',
    primary: ['agentId', 'ticketId', 'note'],
    columns: [id('agentId'), id('ticketId'), flag('note'), text('text'), maybe(id('replyTo')), instant('updatedAt')],
    indexes: [index('drafts_ticket', ['ticketId'])],
  },
  {
    name: 'mentions',
    primary: ['messageId', 'agentId'],
    columns: [id('messageId'), id('agentId'), id('ticketId'), instant('at'), maybe(instant('seenAt'))],
    indexes: [index('mentions_agent', ['agentId', 'seenAt', 'ticketId']), index('mentions_ticket', ['ticketId'])],
  },
  {
    name: 'account_links',
    primary: ['id'],
    columns: [
      key('id', 128),
      id('agentId'),
      word('kind'),
      maybe(word('mail')),
      maybe(id('madeBy')),
      instant('createdAt'),
      instant('expiresAt'),
    ],
    indexes: [index('account_links_agent', ['agentId'])],
  },
  {
    name: 'second_factors',
    primary: ['agentId'],
    columns: [id('agentId'), text('secret'), maybe(instant('confirmedAt')), maybe(integer('lastStep')), json('recovery')],
  },
  {
    name: 'tokens',
    primary: ['id'],
    columns: [
      id('id'),
      key('hash', 128),
      text('name'),
      word('role'),
      json('scopes'),
      json('teamIds'),
      maybe(id('madeBy')),
      instant('createdAt'),
      maybe(instant('expiresAt')),
      maybe(instant('usedAt')),
      maybe(instant('revokedAt')),
    ],
    indexes: [index('tokens_hash', ['hash'], true)],
  },
  {
    name: 'audit',
    primary: ['id'],
    columns: [
      id('id'),
      instant('at'),
      json('actor'),
      maybe(text('address')),
      text('act'),
      maybe(json('target')),
      json('changes'),
      maybe(id('actorId')),
      maybe(key('targetId', 64)),
    ],
    indexes: [index('audit_actor', ['actorId', 'id']), index('audit_target', ['targetId', 'id'])],
  },
];

/** Later than every real moment, so that what has no due time sorts last. */
const NEVER = Number.MAX_SAFE_INTEGER;

type Added = readonly [table: string, columns: readonly Draft[]];

const ADDED: readonly Added[] = [
  ['agents', [maybe(instant('liveSince')), maybe(instant('goneSince'))]],
  ['channels', [maybe(id('teamId'))]],
  ['contacts', [maybe(json('fields'))]],
  ['messages', [maybe(json('mentions'))]],
  ['sessions', [maybe(text('browser')), maybe(text('address')), maybe(instant('seenAt'))]],
  ['settings', [maybe(integer('policyVersion'))]],
  [
    'tickets',
    [
      maybe(json('fields')),
      maybe(instant('unansweredSince')),
      maybe(instant('askedSince')),
      maybe(instant('openedAt')),
      maybe(instant('confirmAskedAt')),
      maybe(instant('confirmSentAt')),
      maybe(json('told')),
      maybe(instant('dueAt')),
      maybe(instant('dueFrom')),
    ],
  ],
];

/** What everybody is in when the count begins. The first spell of an agent bears the agent's id. */
const FIRST_SPELLS = `insert into presence_spells (id, agentId, presence, reason, \`from\`, \`to\`)
  select id, id, presence, presenceReason, presenceSince, null from agents where removedAt is null`;

const TICKET_INDEXES = [
  index('tickets_team_last', ['teamId', 'status', 'lastMessageAt', 'id']),
  index('tickets_team_number', ['teamId', 'status', 'number']),
  index('tickets_due', ['status', 'dueFrom', 'id']),
  index('tickets_to_route', ['queueRank', 'statusSince', 'id', 'teamId', 'channelId']),
];
/** What routing looks for lies in the index of the queue whole, or every ticket that waits for its team's hours is read each time. */
const FORMER_QUEUE = index('tickets_queue', ['queueRank', 'statusSince', 'id']);

/** People: teams and their lists, presence by live connections, targets, mentions, drafts, accounts and their record. */
export class People1764115200000 implements MigrationInterface {
  readonly name = 'People1764115200000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    await makeTables(db, PLANS);
    for (const [table, drafts] of ADDED) for (const draft of drafts) await db.addColumn(table, new TableColumn(draft(dialect)));
    await db.query('update settings set policyVersion = version');
    await db.query('update tickets set dueFrom = ?', [NEVER]);
    await db.query('update tickets set unansweredSince = lastCustomerMessageAt where waiting = 1');
    await db.query(`update tickets set waitingFrom = unansweredSince where status = 'pending' and unansweredSince is not null`);
    await db.query('update tickets set openedAt = createdAt');
    await db.query(FIRST_SPELLS);
    for (const one of TICKET_INDEXES) await db.createIndex('tickets', one);
    await db.dropIndex('tickets', FORMER_QUEUE);
  }

  async down(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    await db.createIndex('tickets', FORMER_QUEUE);
    for (const { name } of TICKET_INDEXES) await db.dropIndex('tickets', name as string);
    for (const [table, drafts] of ADDED) for (const draft of drafts) await db.dropColumn(table, draft(dialect).name);
    await dropTables(db, PLANS);
  }
}
