import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { dialectOf, instant, maybe } from './kinds';

const TRIAL_SINCE = maybe(instant('trialSince'));
const MARKED = ['channels', 'bots'];

/** Which channels and bots belong to a trial. */
export class Trial1764036000000 implements MigrationInterface {
  readonly name = 'Trial1764036000000';

  async up(db: QueryRunner): Promise<void> {
    for (const table of MARKED) await db.addColumn(table, new TableColumn(TRIAL_SINCE(dialectOf(db))));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of MARKED) await db.dropColumn(table, 'trialSince');
  }
}
