import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { columns, dialectOf, id, index, instant, integer, key, maybe } from './kinds';

const SIGNS = [id('channelId'), key('name', 64), integer('times'), instant('firstAt'), instant('lastAt')];
const TICKET = maybe(id('ticketId'));
const HEARD = index('webhook_events_heard', ['channelId', 'heardAt']);

/** That a channel's webhook lives: handshakes, the fields that have delivered, and how many events a minute. */
export class WebhookSigns1764032400000 implements MigrationInterface {
  readonly name = 'WebhookSigns1764032400000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    await db.createTable(new Table({ name: 'webhook_signs', columns: columns(dialect, ['channelId', 'name'], SIGNS) }));
    await db.addColumn('webhook_events', new TableColumn(TICKET(dialect)));
    await db.createIndex('webhook_events', HEARD);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.dropIndex('webhook_events', HEARD);
    await db.dropColumn('webhook_events', 'ticketId');
    await db.dropTable('webhook_signs');
  }
}
