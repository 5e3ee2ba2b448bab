import { join } from 'node:path';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import { openIntake } from '../../src/actions/hearing/intake';
import { heardIn, shownIn } from '../../src/actions/ledger/files';
import type { Heard } from '../../src/ports/channel';
import { type Database, openDatabase } from '../../src/store/database';
import { recorded } from '../channels/support/heard';
import { databases } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';
import { tell } from './support/desks';
import { DRIVERS } from './support/drivers';
import { doorOf, forgetTraffic } from './support/in-process';
import { EFFECTS } from './support/recorded-effects';
import { type Truth, truthOf } from './support/truth';
import { INSTAGRAM, WHATSAPP } from './support/webhooks';
import { wrongs } from './support/wrongs';

// biome-ignore format: a table is read in columns
const CHANNELS = [
  { kind: 'whatsapp_cloud', folder: 'whatsapp-cloud', config: WHATSAPP },
  { kind: 'instagram',      folder: 'instagram',      config: INSTAGRAM },
];
const FOLDER = join(__dirname, '..', 'channels');

describe.each(databases())('every recorded payload, posted to a desk on $name', ({ create }) => {
  let memory: Database;
  let house: TestDesk;

  beforeAll(async () => {
    const database = await create();
    house = await aDesk(database);
    memory = await openDatabase(database.url);
  });
  afterAll(async () => {
    await memory.close();
    await house.close();
  });

  describe.each(CHANNELS)('$kind', ({ kind, folder, config }) => {
    let channelId: string;
    beforeAll(async () => {
      channelId = (await connectChannel(house.desk, { kind, name: kind, config })).id;
    });

    it.each(recorded(join(FOLDER, folder, 'fixtures')))('$name', async ({ name, body }) => {
      await forgetTraffic(memory);
      const door = await doorOf(house);
      expect(await tell(door.url, channelId, body)).toBe(200);
      await door.close();
      const truth = await truthOf(memory);
      expect(wrongs(truth)).toEqual([]);
      const { became, opens } = EFFECTS[folder]?.[name] ?? {};
      expect(await heardOn(channelId)).toBe(became);
      expect(truth.tickets.map(({ status }) => status)).toEqual(opens === undefined ? [] : [opens]);
      if (opens !== undefined) await expectStored(truth, house.desk.kinds.get(kind)?.hear?.(body) ?? []);
    });
  });

  /** What was said is stored as it was heard; of a file the desk keeps where it is, and shows nobody. */
  async function expectStored({ messages }: Truth, heard: readonly Heard[]): Promise<void> {
    const said = heard.flatMap((one) => (one.type === 'message' || one.type === 'echo' ? [one.content] : []));
    if (said.length === 0) return;
    const files = said.map((content) => heardIn(content)?.source).filter((source) => source !== undefined);
    const { rows } = await memory.query('select id, source, state from media');
    expect(rows.map(({ source }) => (typeof source === 'string' ? JSON.parse(source) : source)).sort(byUrl)).toEqual(
      [...files].sort(byUrl),
    );
    expect(messages.map(({ content }) => content.type).sort()).toEqual(said.map(({ type }) => type).sort());
    for (const { content } of messages) {
      const file = shownIn(content);
      if (file) expect(rows).toContainEqual(expect.objectContaining({ id: file.mediaId, state: 'waiting' }));
      else expect(said.map((one) => JSON.stringify(one))).toContain(JSON.stringify(content));
      expect(JSON.stringify(file ?? null)).not.toMatch(/https?:|sha256/);
    }
  }

  const heardOn = (channelId: string) => eventsOf(house, channelId);
});

/** Networks that sign otherwise, or bring what they tell by a line: told to the intake, behind whatever door they have. */
describe('every recorded payload, told to a desk', () => {
  const FOLDERS: Readonly<Record<string, string>> = {
    messenger: 'messenger',
    telegram: 'telegram',
    whatsapp_web: 'whatsapp-web',
    botframework: 'botframework',
  };
  let memory: Database;
  let house: TestDesk;
  let door: Awaited<ReturnType<typeof doorOf>>;

  beforeAll(async () => {
    const database = await (databases()[0] as ReturnType<typeof databases>[number]).create();
    house = await aDesk(database);
    memory = await openDatabase(database.url);
    door = await doorOf(house);
  });
  afterAll(async () => {
    await door.close();
    await memory.close();
    await house.close();
  });

  it.each(DRIVERS.filter(({ kind }) => kind in FOLDERS))('$kind does what it says', async ({ kind, drive }) => {
    const folder = FOLDERS[kind] ?? '';
    const { channel, close } = await drive({ house, door });
    const { hear = () => [] } = house.desk.kinds.get(kind) ?? {};
    const payloads = recorded(join(FOLDER, folder, 'fixtures'));
    const became: Record<string, unknown> = {};
    for (const { name, body } of payloads) {
      await forgetTraffic(memory);
      const intake = openIntake(house.desk);
      await intake.submit([{ channelId: channel.id, heard: hear(body) }], 1);
      await intake.stop();
      const truth = await truthOf(memory);
      expect(wrongs(truth)).toEqual([]);
      const [opens] = truth.tickets.map(({ status }) => status);
      became[name] = { became: await eventsOf(house, channel.id), ...(opens ? { opens } : {}) };
    }
    await close();
    expect(became).toEqual(EFFECTS[folder]);
  });
});

/** What became of everything that was told, oldest first, the same in a row counted. */
async function eventsOf({ desk }: TestDesk, channelId: string): Promise<string> {
  const { data } = await desk.store.reads.webhookEvents(channelId, null, { limit: 200, cursor: null });
  const words = [...data].reverse().map(({ kind, outcome, reason }) => [kind, outcome, reason].filter((word) => word !== null).join(' '));
  const starts = words.flatMap((word, at) => (word === words[at - 1] ? [] : [at]));
  return starts.map((from, at) => inARow((starts[at + 1] ?? words.length) - from, words[from] as string)).join(', ');
}

const byUrl = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const inARow = (times: number, word: string): string => (times === 1 ? word : `${times} × ${word}`);
