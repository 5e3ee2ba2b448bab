import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { columns, dialectOf, id, instant, integer, json, maybe, text, word } from './kinds';

const BOTS = [
  id('id'),
  text('name'),
  word('kind'),
  json('config'),
  instant('createdAt'),
  instant('updatedAt'),
  maybe(instant('deletedAt')),
  integer('version'),
];
const STATE = maybe(json('bot'));

/** Bots, and what a chat remembers of its own. */
export class Bots1763856000000 implements MigrationInterface {
  readonly name = 'Bots1763856000000';

  async up(db: QueryRunner): Promise<void> {
    const dialect = dialectOf(db);
    await db.createTable(new Table({ name: 'bots', columns: columns(dialect, ['id'], BOTS) }));
    await db.addColumn('chats', new TableColumn(STATE(dialect)));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.dropColumn('chats', 'bot');
    await db.dropTable('bots');
  }
}
