import { openDatabase, type Query } from '../../src/store/database';
import { type TestDatabase, type TestDatabaseKind, testStore } from './database';
import { aDesk, type TestDesk } from './desk';

type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * A desk for each test of a `describe`, all on one database that is emptied in between: to migrate one takes MariaDB a second.
 * What comes back is filled in before each test.
 */
export function freshDesk(create: TestDatabaseKind['create']): TestDesk {
  const house = {} as TestDesk;
  let database: TestDatabase;
  let furniture: ReadonlyMap<string, Rows> | null = null;
  beforeAll(async () => {
    database = await create();
  });
  beforeEach(async () => {
    if (furniture) await empty(database, furniture);
    else furniture = await migrated(database);
    Object.assign(house, await aDesk({ ...database, remove: async () => undefined }));
  });
  afterEach(() => house.close());
  afterAll(() => database.remove());
  return house;
}

/** What the migrations put into the tables. */
async function migrated(database: TestDatabase): Promise<ReadonlyMap<string, Rows>> {
  await (await testStore(database)).close();
  return withQuery(database, async (query) => {
    const rows = new Map<string, Rows>();
    for (const table of await tablesOf(query, database)) rows.set(table, (await query(`select * from ${table}`)).rows);
    return rows;
  });
}

const empty = (database: TestDatabase, furniture: ReadonlyMap<string, Rows>): Promise<void> =>
  withQuery(database, async (query) => {
    for (const [table, rows] of furniture) {
      await query(`delete from ${table}`);
      for (const row of rows) await query(`insert into ${table} (${names(row)}) values (${marks(row)})`, Object.values(row));
    }
  });

async function withQuery<T>(database: TestDatabase, work: (query: Query) => Promise<T>): Promise<T> {
  const open = await openDatabase(database.url);
  try {
    return await open.transaction(work);
  } finally {
    await open.close();
  }
}

async function tablesOf(query: Query, { dialect }: TestDatabase): Promise<string[]> {
  const { rows } = await query(
    dialect === 'mysql'
      ? 'select table_name as name from information_schema.tables where table_schema = database()'
      : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  );
  return rows.map(({ name }) => String(name));
}

const names = (row: object) => Object.keys(row).map((name) => `\`${name}\``).join(', ');
const marks = (row: object) => Object.keys(row).map(() => '?').join(', ');
