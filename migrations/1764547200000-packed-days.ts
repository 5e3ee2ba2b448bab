import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bytes, dropTables, integer, makeTables, type Plan, word } from './kinds';

const PLANS: readonly Plan[] = [
  {
    name: 'packed_days',
    primary: ['of', 'day', 'batch', 'part'],
    columns: [word('of'), integer('day'), integer('batch'), integer('part'), bytes('bytes')],
  },
];

/** Finished days of the figures, laid together for those who read many of them. What was there before is packed as time goes by. */
export class PackedDays1764547200000 implements MigrationInterface {
  readonly name = 'PackedDays1764547200000';

  up(db: QueryRunner): Promise<void> {
    return makeTables(db, PLANS);
  }

  down(db: QueryRunner): Promise<void> {
    return dropTables(db, PLANS);
  }
}
