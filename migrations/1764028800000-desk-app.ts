import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, flag, id, index, instant, integer, json, key, makeTables, type Plan, text } from './kinds';

const CHANGES = [instant('createdAt'), instant('updatedAt'), integer('version')];

const PLANS: readonly Plan[] = [
  { name: 'preferences', primary: ['agentId'], columns: [id('agentId'), json('preferences')] },
  {
    name: 'canned_replies',
    primary: ['id'],
    columns: [id('id'), key('shortcut', 64), text('title'), text('text'), ...CHANGES, key('spelling', 64)],
    indexes: [index('canned_replies_spelling', ['spelling'], true)],
  },
  {
    name: 'saved_views',
    primary: ['id'],
    columns: [id('id'), id('ownerId'), text('name'), json('query'), flag('shared'), ...CHANGES],
  },
  { name: 'view_orders', primary: ['agentId'], columns: [id('agentId'), json('ids')] },
  { name: 'push_keys', primary: ['id'], columns: [id('id'), text('publicKey'), text('privateKey')] },
  {
    name: 'push_subscriptions',
    primary: ['id'],
    columns: [key('id', 128), id('agentId'), text('endpoint'), text('keys'), instant('createdAt')],
    indexes: [index('push_subscriptions_agent', ['agentId'])],
  },
];

/** What the web app keeps for people: preferences, canned replies, saved views, and where they are to be pushed to. */
export class DeskApp1764028800000 implements MigrationInterface {
  readonly name = 'DeskApp1764028800000';

  async up(db: QueryRunner): Promise<void> {
    await makeTables(db, PLANS);
  }

  async down(db: QueryRunner): Promise<void> {
    await dropTables(db, PLANS);
  }
}
