import { connectChannel } from '../../src/actions/channels/connect-channel';
import { openDatabase } from '../../src/store/database';
import { databases, type TestDatabase, type TestDatabaseKind } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';
import { post, tell } from './support/desks';
import { gateTo } from './support/gate';
import { doorOf } from './support/in-process';
import { truthIn } from './support/truth';
import { texts, WHATSAPP } from './support/webhooks';
import { wrongs } from './support/wrongs';

/** A rule in the database itself, by which it refuses some rows of a table. */
const refusing = (table: string, condition: string) => ({
  sqlite: `create trigger no_${table} before insert on ${table} when ${condition} begin select raise(abort, 'not in here'); end`,
  mysql: `create trigger no_${table} before insert on ${table} for each row begin if ${condition} then signal sqlstate '45000' set message_text = 'not in here'; end if; end`,
});
const POISON = refusing('messages', "new.content like '%poison%'");
/** As a small max_allowed_packet has it: neither the message nor its raw event can be stored. */
const TOO_LARGE = [refusing('messages', 'length(new.content) > 1000000'), refusing('webhook_events', 'length(new.raw) > 1000000')];

/** As others who are faster every time would have it. */
const RACED = {
  sqlite:
    "create trigger no_messages before insert on messages begin select raise(abort, 'UNIQUE constraint failed: messages.channelId, messages.providerMessageId'); end",
  mysql:
    "create trigger no_messages before insert on messages for each row signal sqlstate '40001' set mysql_errno = 1213, message_text = 'deadlock'",
} as const;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A desk with a WhatsApp channel and an open door, on this database, until the end of the test. */
async function deskOn(database: TestDatabase) {
  const house = await aDesk(database);
  const { id } = await connectChannel(house.desk, { kind: 'whatsapp_cloud', name: 'WhatsApp', config: WHATSAPP });
  const door = await doorOf(house);
  closers.push(house.close, door.close);
  return { house, channelId: id, url: door.url };
}

const failedOn = async ({ desk }: TestDesk, channelId: string) =>
  (await desk.store.reads.webhookEvents(channelId, 'failed', { limit: 50, cursor: null })).data;
const said = async (database: TestDatabase) => (await truthIn(database.url)).messages.map(({ providerMessageId }) => providerMessageId);

describe.each(databases())('a batch of which $name refuses a part', ({ create }) => {
  it('is halved down to that part, which is kept as failed; its neighbours are stored', async () => {
    const database = await create();
    const { house, channelId, url } = await deskOn(database);
    await run(database, POISON[database.dialect]);
    const hundred = Array.from({ length: 100 }, (_, n) => ({
      from: `1555600${n % 40}`,
      id: `wamid.H${n}`,
      text: n === 61 || n === 17 ? 'poison' : 'good',
    }));
    expect(await tell(url, channelId, texts(...hundred))).toBe(200);
    expect(await said(database)).toHaveLength(98);
    expect(wrongs(await truthIn(database.url))).toEqual([]);
    const failed = await failedOn(house, channelId);
    expect(failed).toMatchObject([{ reason: expect.stringContaining('not in here') }, { reason: expect.stringContaining('not in here') }]);
    expect(JSON.stringify(failed[0]?.raw)).toContain('wamid.H');
    expect(await tell(url, channelId, texts(...hundred.slice(0, 10)))).toBe(200);
    expect(await said(database)).toHaveLength(98);
  });

  it('is not taken for poison when others were faster every time: its provider is asked to tell it again', async () => {
    const database = await create();
    const { house, channelId, url } = await deskOn(database);
    const bytes = JSON.stringify(
      texts({ from: '15556300', id: 'wamid.R1', text: 'one' }, { from: '15556301', id: 'wamid.R2', text: 'two' }),
    );
    await run(database, RACED[database.dialect]);
    expect(await post(url, channelId, bytes)).toEqual({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
    expect(await failedOn(house, channelId)).toEqual([]);
    await run(database, 'drop trigger no_messages');
    expect((await post(url, channelId, bytes)).status).toBe(200);
    expect((await said(database)).sort()).toEqual(['wamid.R1', 'wamid.R2']);
  });

  it('is kept without the words of what not even the record of it can hold', async () => {
    const database = await create();
    const { house, channelId, url } = await deskOn(database);
    for (const rule of TOO_LARGE) await run(database, rule[database.dialect]);
    const events = ['small', 'x'.repeat(1_500_000), 'also small'].map((text, n) => ({ from: `155561${n}`, id: `wamid.L${n}`, text }));
    expect(await tell(url, channelId, texts(...events))).toBe(200);
    expect((await said(database)).sort()).toEqual(['wamid.L0', 'wamid.L2']);
    expect(await failedOn(house, channelId)).toMatchObject([{ raw: null, reason: expect.stringContaining('not in here') }]);
  });
});

async function run({ url }: TestDatabase, sql: string): Promise<void> {
  const database = await openDatabase(url);
  await database.source.query(sql);
  await database.close();
}

for (const { name, create } of databases().filter(isMysql)) {
  describe(`a desk whose ${name}`, () => {
    it('is away says so with 503 and a time to come again, and has lost nothing when it is back', async () => {
      const behind = await create();
      const gate = await gateTo(behind.url);
      closers.push(gate.close);
      const { channelId, url } = await deskOn({ ...behind, url: gate.url });
      const one = (n: number) => JSON.stringify(texts({ from: '15556200', id: `wamid.D${n}`, text: `message ${n}` }));
      expect((await post(url, channelId, one(1))).status).toBe(200);
      gate.shut();
      const away = await Promise.all([post(url, channelId, one(2)), post(url, channelId, one(3))]);
      expect(away).toEqual([2, 3].map(() => ({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) })));
      gate.reopen();
      for (const n of [2, 3, 4]) expect((await post(url, channelId, one(n))).status).toBe(200);
      expect(await said(behind)).toEqual(['wamid.D1', 'wamid.D2', 'wamid.D3', 'wamid.D4']);
    });
  });
}

function isMysql({ name }: TestDatabaseKind): boolean {
  return name === 'MySQL';
}
