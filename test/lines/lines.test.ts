import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import { wishOfLine } from '../../src/actions/channels/line';
import { updateChannel } from '../../src/actions/channels/update-channel';
import { type OpenLines, openLines } from '../../src/lines';
import type { ChannelConfig, ChannelKind, LineGiven, LineWish } from '../../src/ports/channel';
import { openStore } from '../../src/store';
import { databases, quiet } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';

const SECOND = 1000;
const READY = { status: 'ready', code: null, says: null } as const;

interface Opened {
  readonly config: ChannelConfig;
  readonly given: LineGiven;
  readonly wishes: LineWish[];
  closed: 'no' | 'yes' | 'for good';
}

/** A network that is reached by a line alone, and does as it is told. */
function aNetwork() {
  const opened: Opened[] = [];
  const ways = { fails: false, closing: Promise.resolve(), refuses: false };
  const kind: ChannelKind = {
    ...whatsappCloud,
    kind: 'by_line',
    config: [{ name: 'name', required: true, secret: false, says: 'What it is called' }],
    accounts: () => [],
    line: {
      wanted: ({ name }) => name !== 'off',
      carries: true,
      async open(config, given) {
        if (ways.fails) throw new Error('there is no wire');
        const line: Opened = { config, given, wishes: [], closed: 'no' };
        opened.push(line);
        given.tell(READY);
        return {
          async wish(wish) {
            if (ways.refuses) throw new TypeError('That can’t be now.');
            line.wishes.push(wish);
          },
          async close(why) {
            await ways.closing;
            line.closed = why?.forGood ? 'for good' : 'yes';
          },
        };
      },
    },
  };
  const { webhook: _, templates: __, check: ___, ...rest } = kind;
  return { kind: rest as ChannelKind, opened, ways };
}

describe('the lines that a process holds', () => {
  const net = aNetwork();
  let house: TestDesk;
  let url: string;
  let lines: OpenLines;
  let folder: string;
  const newest = () => net.opened.at(-1) as Opened;
  const connect = (name: string) => connectChannel(house.desk, { kind: 'by_line', name, config: { name } });
  const stateOf = async (id: string) => (await house.desk.store.reads.line(id))?.state;

  beforeAll(async () => {
    const database = await databases()[0]!.create();
    ({ url } = database);
    house = await aDesk(database);
    (house.desk.kinds as Map<string, ChannelKind>).set('by_line', net.kind);
    folder = await mkdtemp(join(tmpdir(), 'lines-'));
  });
  beforeEach(() => {
    lines = openLines(house.desk, { intake: { submit: async () => undefined }, folder, chromePath: null, after: () => () => undefined });
  });
  afterEach(async () => {
    await lines.stop();
    for (const { id, kind, deletedAt } of (await house.desk.house.refresh()).channels)
      if (kind === 'by_line' && deletedAt === null) await disconnectChannel(house.desk, { channelId: id });
    Object.assign(net.ways, { fails: false, refuses: false, closing: Promise.resolve() });
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('cost nothing while no channel wants one, and begin and end as channels do', async () => {
    await lines.look();
    expect([net.opened.length, await readdir(folder)]).toEqual([0, []]);
    const { id } = await connect('one');
    await lines.look();
    await lines.look();
    expect([net.opened.length, lines.ready(id) !== undefined]).toEqual([1, true]);
    await updateChannel(house.desk, { channelId: id, config: { name: 'two' } });
    await lines.look();
    expect(net.opened.map(({ closed, config }) => `${config.name} ${closed}`)).toEqual(['one yes', 'two no']);
    await updateChannel(house.desk, { channelId: id, config: { name: 'off' } });
    await lines.look();
    expect([newest().closed, lines.ready(id)]).toEqual(['yes', undefined]);
  });

  it('say that they are not ready once this process has ended them', async () => {
    const { id } = await connect('one');
    await lines.look();
    expect((await stateOf(id))?.status).toBe('ready');
    await lines.stop();
    expect((await stateOf(id))?.status).toBe('starting');
    newest().given.tell(READY);
    expect((await stateOf(id))?.status).toBe('starting');
  });

  it('are tried again that could not be opened, and hold up no other', async () => {
    net.ways.fails = true;
    const broken = await connect('broken');
    await lines.look();
    expect(await stateOf(broken.id)).toMatchObject({ status: 'waiting', code: 'broken', retryAt: house.clock.now() + 30 * SECOND });
    net.ways.fails = false;
    const sound = await connect('sound');
    await lines.look();
    expect([lines.ready(broken.id), lines.ready(sound.id) !== undefined]).toEqual([undefined, true]);
    house.clock.forward(31 * SECOND);
    await lines.look();
    expect(lines.ready(broken.id)).toBeDefined();
    net.ways.fails = true;
    await updateChannel(house.desk, { channelId: broken.id, config: { name: 'broken again' } });
    await lines.look();
    net.ways.fails = false;
    house.clock.forward(-3600 * SECOND);
    await lines.look();
    expect(lines.ready(broken.id)).toBeDefined();
    house.clock.forward(3600 * SECOND);
  });

  it('go on being held while another one takes its time to end', async () => {
    const [slow, other] = [await connect('slow'), await connect('other')];
    await lines.look();
    const theirs = net.opened.at(-1) as Opened;
    let end = () => undefined as unknown;
    net.ways.closing = new Promise((resolve) => {
      end = () => resolve(undefined);
    });
    await updateChannel(house.desk, { channelId: slow.id, config: { name: 'slower' } });
    const ending = lines.look();
    for (let look = 0; look < 3; look += 1) {
      house.clock.forward(20 * SECOND);
      void lines.look();
      await new Promise((soon) => setTimeout(soon, 5));
    }
    expect([lines.ready(other.id) !== undefined, theirs.closed]).toEqual([true, 'no']);
    const stranger = await openStore({
      url,
      clock: house.clock,
      log: quiet,
      newId: () => `stranger${house.desk.newId()}`,
      random: () => 0.5,
      owner: false,
    });
    expect(await stranger.leases.take(`line:${other.id}`, SECOND)).toBeNull();
    await stranger.close();
    end();
    await ending;
  });

  it('say nothing more of a channel whose line another process has taken', async () => {
    const { id } = await connect('one');
    await lines.look();
    await newest().given.keep({ offset: 7 });
    house.clock.forward(31 * SECOND);
    const [log, random] = [quiet, () => 0.5];
    const stranger = await openStore({ url, clock: house.clock, log, random, newId: () => `taker${house.desk.newId()}`, owner: false });
    expect(await stranger.leases.take(`line:${id}`, 60 * SECOND)).not.toBeNull();
    const slept = newest();
    slept.given.tell({ status: 'failed', code: 'logged_out', says: null });
    await slept.given.keep({ offset: 3 });
    await lines.look();
    expect([slept.closed, lines.ready(id)]).toEqual(['yes', undefined]);
    expect(await house.desk.store.reads.line(id)).toMatchObject({ state: { status: 'ready' }, kept: { offset: 7 } });
    await stranger.close();
  });

  it('meet what an admin asks, once; and live on when it can’t be', async () => {
    const channel = await connect('one');
    await lines.look();
    await wishOfLine(house.desk, channel, { type: 'restart' });
    await lines.look();
    await lines.look();
    expect(newest().wishes).toEqual([{ type: 'restart' }]);
    net.ways.refuses = true;
    await wishOfLine(house.desk, channel, { type: 'log_out' });
    await lines.look();
    expect(lines.ready(channel.id)).toBeDefined();
  });

  it('leave no folder of a channel that is gone, whoever held its line', async () => {
    const [held, lonely] = [await connect('held'), await connect('lonely')];
    await lines.look();
    for (const { given } of net.opened.slice(-2)) await given.folder();
    await disconnectChannel(house.desk, { channelId: held.id });
    await lines.look();
    expect(net.opened.filter(({ given }) => given.channelId === held.id).map(({ closed }) => closed)).toEqual(['for good']);
    await lines.stop();
    await disconnectChannel(house.desk, { channelId: lonely.id });
    await mkdir(join(folder, 'of-nobody'));
    expect(await readdir(folder)).toEqual([lonely.id, 'of-nobody'].sort());
    const next = openLines(house.desk, {
      intake: { submit: async () => undefined },
      folder,
      chromePath: null,
      after: () => () => undefined,
    });
    await next.look();
    expect(await readdir(folder)).toEqual([]);
    await next.stop();
  });
});
