import { type Database, openDatabase } from '../../../src/store/database';
import { decode, selected } from '../../../src/store/rows';
import type { TestDatabase, TestDatabaseKind } from '../../support/database';
import { freshDesk } from '../../support/fresh-desk';

/** A desk for each test, and beside it a look at all that lies in its tables. */
export function deskWithRows(create: TestDatabaseKind['create']) {
  let place: TestDatabase;
  let database: Database;
  const house = freshDesk(async () => {
    place = await create();
    return place;
  });
  beforeEach(async () => {
    database = await openDatabase(place.url);
  });
  afterEach(() => database.close());
  const all = async <T>(table: Parameters<typeof decode<T>>[0]): Promise<T[]> =>
    (await database.query(`select ${selected(table, 't')} from ${table.name} t`)).rows.map((row) => decode(table, row));
  const run = (sql: string, values: readonly unknown[] = []) => database.transaction((query) => query(sql, values));
  return { house, all, run };
}
