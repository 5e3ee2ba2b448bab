import { storeOver } from '../../src/store';
import { type Database, openDatabase } from '../../src/store/database';
import { databases, handClock, quiet, type TestDatabase, testStore } from '../support/database';

describe.each(databases())('what is read on $name', ({ create }) => {
  let files: TestDatabase;
  let database: Database;
  const asked: { readonly sql: string; readonly values: readonly unknown[] }[] = [];
  beforeAll(async () => {
    files = await create();
    await (await testStore(files)).close();
    database = await openDatabase(files.url);
  });
  afterAll(async () => {
    await database.close();
    await files.remove();
  });

  const listening = (): Database => ({
    ...database,
    query: (sql, values = []) => {
      asked.push({ sql, values });
      return database.query(sql, values);
    },
  });

  /** How the database goes about the first thing that it was asked. */
  async function plan(): Promise<string> {
    const [first] = asked;
    const explain = database.dialect === 'mysql' ? 'explain' : 'explain query plan';
    const { rows } = await database.query(`${explain} ${first?.sql}`, first?.values);
    return rows.map((row) => String(row.detail ?? `${row.table} ${row.key}`)).join('\n');
  }

  it('of notes for nobody is nothing', async () => {
    const store = storeOver(database, { clock: handClock(), log: quiet, newId: () => 'id', random: () => 0 });
    expect(await store.reads.unseenMentions([])).toEqual([]);
  });

  it('of the newest tickets, for trying rules, goes along their numbers and not through every event', async () => {
    const store = storeOver(listening(), { clock: handClock(), log: quiet, newId: () => 'id', random: () => 0 });
    expect(await store.reads.opened(100)).toEqual([]);
    expect((await plan()).split('\n')[0]).toMatch(/^(SEARCH t USING INDEX|t) tickets_number/);
  });
});
