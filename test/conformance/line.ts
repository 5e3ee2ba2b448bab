import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelConfig, ChannelKind, ChannelLine, Heard, LineGiven, LineMemory, LineState, OpenLine } from '../../src/ports/channel';
import type { LineNetwork, LineSamples } from './samples';
import { expectSound } from './sound';

const PATIENCE = 5000;

/** What a line keeps from one opening to the next is the test's, as it is the desk's. */
interface Kept {
  memory: LineMemory | null;
  readonly folder: string;
}

/** A line opens, hears, ends with nothing left running, and goes on where it was. */
export function describeLine(kind: ChannelKind, { config: given, network }: LineSamples, sample: ChannelConfig): void {
  const config = given ?? sample;
  const within = async (work: (net: LineNetwork, kept: Kept) => Promise<void>): Promise<void> => {
    const net = await network();
    const kept: Kept = { memory: null, folder: await mkdtemp(join(tmpdir(), 'line-')) };
    try {
      await work(net, kept);
    } finally {
      await net.close();
      await rm(kept.folder, { recursive: true, force: true });
    }
  };

  it('is wanted by a channel that is set up for it', () => {
    expect((kind.line as ChannelLine).wanted(config)).toBe(true);
  });

  it('opens, hears what is said, and leaves nothing running when it is closed', () =>
    within(async (net, kept) => {
      const line = await opened(kind, config, net, kept);
      await until('it is ready', () => line.state()?.status === 'ready');
      await until('it runs', () => net.running() > 0);
      await net.says('one');
      await until('it heard the words', () => line.texts().includes('one'));
      line.heard.forEach(expectSound);
      await line.open.close();
      await until('nothing of it runs', () => net.running() === 0);
      expect(line.planned()).toBe(0);
      const said = line.states.length;
      await net.says('to nobody');
      await new Promise<void>(setImmediate);
      expect([line.texts().includes('to nobody'), line.states.length]).toEqual([false, said]);
    }));

  it('goes on where it was when it is opened again', () =>
    within(async (net, kept) => {
      const first = await opened(kind, config, net, kept);
      await until('it is ready', () => first.state()?.status === 'ready');
      await net.says('before');
      await until('it heard what was said before', () => first.texts().includes('before'));
      await first.open.close();
      await net.says('meanwhile');
      const second = await opened(kind, config, net, kept);
      await until('it is ready again', () => second.state()?.status === 'ready');
      await net.says('after');
      await until('it heard the rest', () => ['meanwhile', 'after'].every((text) => second.texts().includes(text)));
      const [ids, texts] = [
        [...first.ids(), ...second.ids()],
        [...first.texts(), ...second.texts()],
      ];
      expect(new Set(ids).size).toBe(new Set(texts).size);
      await second.open.close();
      await until('nothing of it runs', () => net.running() === 0);
      expect(second.planned()).toBe(0);
    }));

  it('hears again what could not be stored', () =>
    within(async (net, kept) => {
      const line = await opened(kind, config, net, kept, 1);
      await until('it is ready', () => line.state()?.status === 'ready');
      await net.says('stubborn');
      await until('it heard it in the end', () => line.texts().includes('stubborn'));
      await line.open.close();
    }));

  it('can be closed at once, and twice', () =>
    within(async (net, kept) => {
      const line = await opened(kind, config, net, kept);
      await line.open.close();
      await line.open.close();
      await until('nothing of it runs', () => net.running() === 0);
      expect(line.planned()).toBe(0);
    }));
}

async function opened(kind: ChannelKind, config: ChannelConfig, net: LineNetwork, kept: Kept, refusals = 0) {
  const here = net.kind ?? kind;
  const heard: Heard[] = [];
  const states: LineState[] = [];
  const plans = new Set<NodeJS.Timeout>();
  let refused = 0;
  const given: LineGiven = {
    channelId: 'a-channel',
    outside: net.outside,
    kept: kept.memory,
    chromePath: null,
    folder: async () => kept.folder,
    keep: async (memory) => {
      kept.memory = JSON.parse(JSON.stringify(memory)) as LineMemory;
    },
    hear: async (told) => {
      if (refused < refusals) {
        refused += 1;
        throw new Error('the disk is full');
      }
      heard.push(...told.flatMap((one) => here.hear?.(one) ?? []));
    },
    tell: (state) => void states.push(state),
    now: () => Date.now(),
    /** Nobody waits longer here than to let others go first. */
    after(ms, work) {
      const plan = setTimeout(
        () => {
          plans.delete(plan);
          work();
        },
        Math.min(ms, ms < 10_000 ? 10 : 30_000),
      );
      plans.add(plan);
      return () => {
        plans.delete(plan);
        clearTimeout(plan);
      };
    },
    log: () => undefined,
    random: () => 0.5,
  };
  const open: OpenLine = await (here.line as ChannelLine).open(config, given);
  const messages = () => heard.flatMap((one) => (one.type === 'message' ? [one] : []));
  return {
    open,
    heard,
    states,
    state: () => states.at(-1),
    planned: () => plans.size,
    ids: () => messages().map(({ id }) => id),
    texts: () => messages().flatMap(({ content }) => (content.type === 'text' ? [content.text] : [])),
  };
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE; !isSo(); await new Promise((soon) => setTimeout(soon, 2))) {
    if (Date.now() > end) throw new Error(`it was never so that ${what}`);
  }
}
