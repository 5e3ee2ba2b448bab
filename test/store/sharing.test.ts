import { openDatabase } from '../../src/store/database';
import { sharingCommits } from '../../src/store/sharing';
import { databases } from '../support/database';

const [sqlite] = databases();

/** A table of words in a new database, and every statement that its writing connection is given. */
async function aTable() {
  const place = await sqlite!.create();
  const database = await openDatabase(place.url);
  const statements: string[] = [];
  const refuse = new Set<string>();
  await database.alone(async () => {
    await database.source.query('create table words (word text primary key)');
  });
  const query = async (sql: string, values: readonly unknown[] = []) => {
    statements.push(sql);
    if (refuse.has(sql)) throw new Error(`no ${sql}`);
    const rows = await database.source.query(sql, values as unknown[]);
    return { rows: Array.isArray(rows) ? rows : [], affected: 0 };
  };
  let last: Promise<unknown> = Promise.resolve();
  const transaction = sharingCommits(query, (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  });
  return {
    statements,
    refuse,
    transaction,
    write: (word: string) => transaction((query) => query('insert into words values (?)', [word]).then(() => word)),
    words: async () => (await database.query('select word from words order by word')).rows.map(({ word }) => word),
    close: async () => {
      await database.close();
      await place.remove();
    },
  };
}

describe('transactions that wait for the disk', () => {
  let table: Awaited<ReturnType<typeof aTable>>;
  beforeEach(async () => {
    table = await aTable();
  });
  afterEach(() => table.close());

  it('share one commit, and each gets its own result', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map(table.write))).toEqual(['a', 'b', 'c']);
    expect(table.statements.filter((sql) => sql === 'commit')).toHaveLength(1);
    expect(await table.words()).toEqual(['a', 'b', 'c']);
  });

  it('see what those before them have written, also before it is on disk', async () => {
    const seen = (query: Parameters<Parameters<typeof table.transaction>[0]>[0]) => query('select count(*) as count from words');
    const [, { rows }] = await Promise.all([table.write('a'), table.transaction(seen)]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('undo nothing of their neighbours when one of them fails', async () => {
    const broken = table.transaction(async (query) => {
      await query('insert into words values (?)', ['broken']);
      throw new Error('not this one');
    });
    const all = await Promise.allSettled([table.write('a'), broken, table.write('a'), table.write('b')]);
    expect(all.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message.replace(/.*: /, '')))).toEqual([
      'a',
      'not this one',
      'words.word',
      'b',
    ]);
    expect(await table.words()).toEqual(['a', 'b']);
  });

  it('are all told when the commit fails, and none of them is kept', async () => {
    table.refuse.add('commit');
    const all = await Promise.allSettled(['a', 'b'].map(table.write));
    expect(all.map((one) => (one as PromiseRejectedResult).reason.message)).toEqual(['no commit', 'no commit']);
    table.refuse.clear();
    expect(await table.write('c')).toBe('c');
    expect(await table.words()).toEqual(['c']);
  });

  it('are each told when none can begin', async () => {
    table.refuse.add('begin immediate');
    const all = await Promise.allSettled(['a', 'b'].map(table.write));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    table.refuse.clear();
    expect(await table.write('c')).toBe('c');
  });

  it('are not told before it is on disk', async () => {
    const order: string[] = [];
    await Promise.all(
      ['a', 'b'].map(async (word) => {
        await table.write(word);
        order.push(table.statements.at(-1) ?? '');
      }),
    );
    expect(order).toEqual(['commit', 'commit']);
  });
});
