import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { columns, dialectOf, id, index, instant, json, key, maybe } from './kinds';

const EARLY = [id('id'), id('channelId'), key('target', 512), json('about'), maybe(id('eventId')), instant('heardAt')];
const READ_UP_TO = maybe(instant('readUpTo'));

/** What was heard about messages before the messages, and up to where a customer has read. */
export class Early1763942400000 implements MigrationInterface {
  readonly name = 'Early1763942400000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    const indices = [index('early_target', ['channelId', 'target']), index('early_age', ['heardAt'])];
    await db.createTable(new Table({ name: 'early', columns: columns(dialect, ['id'], EARLY), indices }));
    await db.addColumn('chats', new TableColumn(READ_UP_TO(dialect)));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.dropColumn('chats', 'readUpTo');
    await db.dropTable('early');
  }
}
