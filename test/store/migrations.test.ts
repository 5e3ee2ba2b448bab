import { existsSync } from 'node:fs';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { storeOver } from '../../src/store';
import { type Database, openDatabase, sourceOptions } from '../../src/store/database';
import { countingIds, emptyDatabases, handClock, quiet, type TestDatabase, testStore } from '../support/database';
import { aChat, anErrand, NOTHING } from './samples';

const options = { clock: handClock(), log: quiet, newId: countingIds(), random: () => 0 };

describe.each(emptyDatabases())('migrations on $name', ({ create }) => {
  let place: TestDatabase;
  let database: Database;
  beforeEach(async () => {
    place = await create();
    database = await openDatabase(place.url);
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const differences = () => differencesIn(database, place.url);

  /** Takes back this migration and all that came after it. */
  const undoFrom = async (name: string) => {
    const names = MIGRATIONS.map(({ name }) => name);
    for (const _ of names.slice(names.indexOf(name))) await database.source.undoLastMigration();
  };

  it('make exactly the tables that the store describes', async () => {
    expect(await differences()).not.toEqual([]);
    await storeOver(database, options).migrate();
    expect(await differences()).toEqual([]);
  });

  it('can be taken back and run again', async () => {
    const store = storeOver(database, options);
    const ran = await store.migrate();
    expect(ran).toEqual([
      'Desk1763769600000',
      'Bots1763856000000',
      'Early1763942400000',
      'DeskApp1764028800000',
      'WebhookSigns1764032400000',
      'Trial1764036000000',
      'People1764115200000',
      'Delivery1764201600000',
      'Channels1764288000000',
      'Figures1764374400000',
      'PackedDays1764547200000',
    ]);
    expect(await store.pending()).toBe(false);
    expect(await store.migrate()).toEqual([]);

    for (const _ of ran) await database.source.undoLastMigration();
    expect(await store.pending()).toBe(true);
    expect(await store.migrate()).toEqual(ran);
    expect(await differences()).toEqual([]);
  });

  it('begin a desk with the default settings and the four system stages', async () => {
    const store = storeOver(database, options);
    await store.migrate();
    const house = await store.reads.house();
    expect(house).toMatchObject({ version: 1, settings: DEFAULT_SETTINGS, channels: [] });
    expect(house.stages.map(({ key, system }) => [key, system])).toEqual([
      ['open', true],
      ['snoozed', true],
      ['closed', true],
      ['auto_closed', true],
    ]);
  });

  it('keep files that were heard of before there was a place for any as such that did not come', async () => {
    const store = storeOver(database, options);
    await store.migrate();
    await undoFrom('Delivery1764201600000');
    const contents = {
      'a file': { type: 'document', mediaId: '77', mime: 'application/pdf', bytes: 0, fileName: 'plan.pdf', caption: 'ü', sha256: 'x=' },
      'a link': { type: 'image', mediaId: null, mime: 'image/*', bytes: 0, url: 'https://cdn.example/1' },
      words: { type: 'text', text: 'hello' },
    };
    await database.transaction(async (query) => {
      for (const [seq, [id, content]] of Object.entries(contents).entries())
        await query(
          "insert into messages (id, chatId, channelId, seq, rev, direction, author, content, reactions, sentAt, heardAt) values (?, 'chat', 'line', ?, ?, 'in', '{}', ?, '[]', 5, 5)",
          [id, seq, seq, JSON.stringify(content)],
        );
    });
    await store.migrate();
    expect((await store.reads.message('a file'))?.content).toEqual({
      ...{ type: 'document', mediaId: 'a file', mime: 'application/pdf', bytes: 0, fileName: 'plan.pdf', caption: 'ü' },
      ...{ state: 'failed', problem: 'unreachable' },
    });
    expect((await store.reads.message('words'))?.content).toEqual(contents.words);
    expect(await store.reads.media('words')).toBeNull();
    expect(await store.reads.media('a file')).toMatchObject({
      state: 'failed',
      messageId: 'a file',
      source: { id: '77', url: null, sha256: 'x=' },
    });
    expect((await store.reads.media('a link'))?.source).toEqual({ id: null, url: 'https://cdn.example/1', sha256: null });
  });

  it('let what waits to be sent know its channel', async () => {
    const store = storeOver(database, options);
    await store.migrate();
    await store.atomically(async (tx) => {
      await tx.write({ ...NOTHING, newChats: [aChat({ channelId: 'line' })], newErrands: [anErrand({ key: 'chat:chat1', kind: 'send' })] });
    });
    await undoFrom('Delivery1764201600000');
    await store.migrate();
    expect(await store.reads.waitingToSend()).toEqual([{ channelId: 'line', waiting: 1, oldestAt: anErrand().createdAt }]);
  });

  it('compare ids and keys byte by byte, whatever the server prefers', async () => {
    await storeOver(database, options).migrate();
    if (database.dialect === 'sqlite') {
      const { rows } = await database.query("select count(*) as n from sqlite_master where sql like '%collate%'");
      expect(rows[0]?.n).toBe(0);
      return;
    }
    const { rows } = await database.query(
      `select distinct collation_name as collation from information_schema.columns
       where table_schema = database() and collation_name is not null and table_name <> 'migrations' order by 1`,
    );
    expect(rows.map(({ collation }) => collation)).toEqual(['ascii_bin', 'utf8mb4_bin']);
  });
});

/** What TypeORM would change to make the tables what the store describes. It reads MariaDB's way of writing defaults only under its own type. */
async function differencesIn({ dialect, query }: Database, url: string): Promise<string[]> {
  const version = dialect === 'mysql' ? String((await query('select version() as version')).rows[0]?.version) : '';
  const options = { ...sourceOptions(url), ...(version.includes('MariaDB') ? { type: 'mariadb' } : {}) } as DataSourceOptions;
  const source = await new DataSource(options).initialize();
  try {
    return (await source.driver.createSchemaBuilder().log()).upQueries.map((change) => change.query);
  } finally {
    await source.destroy();
  }
}

describe('an embedded database', () => {
  it('is copied before it is migrated, once, and not when it is new', async () => {
    const [sqlite] = emptyDatabases();
    const place = await sqlite!.create();
    const copy = `${place.url.slice('sqlite:'.length)}.before-${MIGRATIONS.at(-1)?.name}.bak`;
    const first = await testStore(place);
    expect(existsSync(copy)).toBe(false);
    await first.close();

    const database = await openDatabase(place.url);
    await database.source.undoLastMigration();
    await storeOver(database, options).migrate();
    expect(existsSync(copy)).toBe(true);
    await database.close();
    await place.remove();
  });
});
