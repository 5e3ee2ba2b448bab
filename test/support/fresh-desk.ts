import { copyFile, rm } from 'node:fs/promises';
import { openDatabase, type Query } from '../../src/store/database';
import { type TestDatabase, type TestDatabaseKind, testStore } from './database';
import { aDesk, type TestDesk } from './desk';

/** Brings a database back to what the migrations made. */
type Restore = () => Promise<void>;

/**
 * A desk for each test of a `describe`, all on one database that is as if new each time: to migrate one takes MariaDB a second.
 * What comes back is filled in before each test.
 */
export function freshDesk(create: TestDatabaseKind['create']): TestDesk {
  const house = {} as TestDesk;
  let database: TestDatabase;
  let restore: Restore;
  beforeAll(async () => {
    database = await create();
    await (await testStore(database)).close();
    restore = await (database.dialect === 'sqlite' ? copying(database.url.slice('sqlite:'.length)) : emptying(database));
  });
  beforeEach(async () => {
    await restore();
    Object.assign(house, await aDesk({ ...database, remove: async () => undefined }));
  });
  afterEach(() => house.close());
  afterAll(() => database.remove());
  return house;
}

async function copying(file: string): Promise<Restore> {
  await copyFile(file, `${file}.new`);
  return async () => {
    for (const beside of ['', '-wal', '-shm']) await rm(file + beside, { force: true });
    await copyFile(`${file}.new`, file);
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

async function emptying(database: TestDatabase): Promise<Restore> {
  const furniture = new Map<string, Rows>();
  await withQuery(database, async (query) => {
    const { rows } = await query('select table_name as name from information_schema.tables where table_schema = database()');
    for (const { name } of rows) furniture.set(String(name), (await query(`select * from ${name}`)).rows);
  });
  return () =>
    withQuery(database, async (query) => {
      for (const [table, rows] of furniture) {
        await query(`delete from ${table}`);
        for (const row of rows) await query(`insert into ${table} (${names(row)}) values (${marks(row)})`, Object.values(row));
      }
    });
}

async function withQuery<T>(database: TestDatabase, work: (query: Query) => Promise<T>): Promise<T> {
  const open = await openDatabase(database.url);
  try {
    return await open.transaction(work);
  } finally {
    await open.close();
  }
}

const names = (row: object) =>
  Object.keys(row)
    .map((name) => `\`${name}\``)
    .join(', ');
const marks = (row: object) =>
  Object.keys(row)
    .map(() => '?')
    .join(', ');
