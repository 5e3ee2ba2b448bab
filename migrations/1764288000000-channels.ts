import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { dialectOf, dropTables, id, index, instant, integer, json, key, makeTables, maybe, type Plan, text } from './kinds';

const PLANS: readonly Plan[] = [
  {
    name: 'channel_lines',
    primary: ['channelId'],
    columns: [id('channelId'), json('state'), instant('since'), maybe(json('kept')), maybe(json('wish'))],
  },
  {
    name: 'webchat_visitors',
    primary: ['id'],
    columns: [
      id('id'),
      id('channelId'),
      integer('generation'),
      maybe(key('externalId', 191)),
      maybe(text('name')),
      maybe(text('email')),
      maybe(json('facts')),
      instant('createdAt'),
      instant('seenAt'),
    ],
    indexes: [index('webchat_visitors_known', ['channelId', 'externalId']), index('webchat_visitors_seen', ['seenAt'])],
  },
];

const ROUTE = maybe(json('route'));
const DELIVERED = maybe(instant('deliveredUpTo'));

/** Every channel: lines that are held open, how people are reached beyond their address, and the visitors of web chats. */
export class Channels1764288000000 implements MigrationInterface {
  readonly name = 'Channels1764288000000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    await makeTables(db, PLANS);
    for (const draft of [ROUTE, DELIVERED]) await db.addColumn('chats', new TableColumn(draft(dialect)));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const name of ['deliveredUpTo', 'route']) await db.dropColumn('chats', name);
    await dropTables(db, PLANS);
  }
}
