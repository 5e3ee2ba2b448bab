import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { dialectOf, dropTables, flag, id, index, instant, integer, json, key, makeTables, maybe, type Plan, text, word } from './kinds';

const SPANS = ['total', 'handle', 'waiting', 'idle', 'totalWorked', 'handleWorked', 'waitingWorked', 'idleWorked'];

const PLANS: readonly Plan[] = [
  {
    name: 'traces',
    primary: ['id'],
    columns: [
      id('id'),
      maybe(integer('batch')),
      instant('at'),
      id('channelId'),
      id('chatId'),
      maybe(id('ticketId')),
      integer('seq'),
      maybe(json('was')),
      maybe(json('now')),
      json('did'),
    ],
    indexes: [index('traces_batch', ['batch', 'id']), index('traces_ticket', ['ticketId', 'seq'])],
  },
  {
    name: 'folded',
    primary: ['id'],
    columns: [
      word('id'),
      integer('batch'),
      instant('at'),
      integer('traces'),
      integer('sinceSnapshot'),
      maybe(id('historyAfter')),
      maybe(instant('checkedAt')),
      integer('drifted'),
      maybe(instant('driftedAt')),
    ],
  },
  {
    name: 'ticket_figures',
    primary: ['ticketId'],
    columns: [
      id('ticketId'),
      integer('number'),
      id('chatId'),
      id('contactId'),
      id('channelId'),
      instant('createdAt'),
      text('openCause'),
      maybe(text('openRule')),
      flag('proactive'),
      instant('openedAt'),
      maybe(instant('closedAt')),
      maybe(text('closeCause')),
      integer('reopens'),
      word('status'),
      key('stage', 64),
      maybe(id('assigneeId')),
      maybe(id('teamId')),
      instant('statusSince'),
      instant('stageSince'),
      maybe(id('agentId')),
      word('priority'),
      json('tags'),
      maybe(instant('firstResponseAt')),
      maybe(integer('response')),
      maybe(integer('responseWorked')),
      maybe(id('respondedBy')),
      maybe(instant('waitingFrom')),
      maybe(instant('waitedUntil')),
      json('gathered'),
      json('spent'),
      json('stages'),
      json('statuses'),
      integer('messagesIn'),
      integer('messagesOut'),
      integer('seq'),
      instant('at'),
      integer('batch'),
    ],
    indexes: [
      index('ticket_figures_created', ['createdAt', 'ticketId']),
      index('ticket_figures_stage', ['stage', 'stageSince']),
      index('ticket_figures_status', ['status', 'statusSince']),
    ],
  },
  {
    name: 'figure_facts',
    primary: ['traceId', 'kind'],
    columns: [
      id('traceId'),
      word('kind'),
      instant('at'),
      integer('batch'),
      id('ticketId'),
      id('channelId'),
      maybe(id('teamId')),
      maybe(id('agentId')),
      word('cause'),
      ...SPANS.map((name) => maybe(integer(name))),
    ],
    indexes: [
      index('figure_facts_at', ['kind', 'at', 'batch', 'channelId', 'teamId', 'agentId', 'cause', ...SPANS]),
      index('figure_facts_ticket', ['ticketId']),
    ],
  },
  {
    name: 'figure_counts',
    primary: ['id'],
    columns: [
      key('id', 191),
      id('channelId'),
      maybe(id('teamId')),
      maybe(id('assigneeId')),
      word('status'),
      key('stage', 64),
      integer('tickets'),
      instant('statusSince'),
      instant('stageSince'),
    ],
  },
  {
    name: 'message_counts',
    primary: ['quarter', 'channelId', 'direction', 'author', 'authorId', 'type'],
    columns: [instant('quarter'), id('channelId'), word('direction'), word('author'), id('authorId'), word('type'), integer('times')],
  },
  {
    name: 'bot_talks',
    primary: ['id'],
    columns: [
      id('id'),
      id('chatId'),
      id('channelId'),
      instant('startedAt'),
      instant('lastAt'),
      integer('answers'),
      maybe(id('ticketId')),
      maybe(instant('endedAt')),
      maybe(text('cause')),
    ],
    indexes: [index('bot_talks_chat', ['chatId', 'lastAt']), index('bot_talks_started', ['startedAt'])],
  },
  { name: 'snapshots', primary: ['at'], columns: [instant('at'), integer('batch'), json('counts')] },
  { name: 'snapshot_parts', primary: ['at', 'part'], columns: [instant('at'), integer('part'), json('tickets')] },
  {
    name: 'former_values',
    primary: ['of', 'id', 'until'],
    columns: [word('of'), key('id', 64), instant('until'), maybe(json('value')), maybe(text('by'))],
  },
  {
    name: 'reports',
    primary: ['id'],
    columns: [
      id('id'),
      json('request'),
      json('by'),
      maybe(id('scheduleId')),
      word('state'),
      maybe(integer('batch')),
      maybe(instant('at')),
      maybe(json('position')),
      integer('rows'),
      maybe(integer('expected')),
      maybe(json('manifest')),
      maybe(text('problem')),
      instant('createdAt'),
      maybe(instant('startedAt')),
      maybe(instant('finishedAt')),
      maybe(instant('expiresAt')),
      integer('version'),
    ],
    indexes: [index('reports_expiry', ['state', 'expiresAt'])],
  },
  {
    name: 'report_schedules',
    primary: ['id'],
    columns: [
      id('id'),
      json('request'),
      text('cron'),
      json('mailTo'),
      json('by'),
      flag('paused'),
      maybe(instant('lastAt')),
      maybe(instant('nextAt')),
      instant('createdAt'),
      instant('updatedAt'),
      integer('version'),
    ],
  },
  {
    name: 'replays',
    primary: ['id'],
    columns: [
      id('id'),
      json('request'),
      json('by'),
      word('state'),
      json('progress'),
      maybe(json('result')),
      instant('createdAt'),
      maybe(instant('finishedAt')),
      integer('version'),
    ],
  },
  { name: 'replay_tickets', primary: ['replayId', 'place'], columns: [id('replayId'), integer('place'), json('difference')] },
];

/** What a person was called before. */
const FORMERLY = maybe(json('formerly'));

/** Figures: what every transaction did, what is counted of it, what things were called before, and the reports. */
export class Figures1764374400000 implements MigrationInterface {
  readonly name = 'Figures1764374400000';

  async up(db: QueryRunner): Promise<void> {
    await makeTables(db, PLANS);
    await db.addColumn('contacts', new TableColumn(FORMERLY(dialectOf(db))));
    await db.query("insert into folded (id, batch, at, traces, sinceSnapshot, historyAfter, drifted) values ('desk', 0, 0, 0, 0, '', 0)");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.dropColumn('contacts', 'formerly');
    await dropTables(db, PLANS);
  }
}
