import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { LiveAnswers } from '../children/live';
import type { Load, LoadAnswers } from '../children/load';
import type { WorkAnswers } from '../children/work';
import { logIn } from '../support/browser';
import { type Child, openChild } from '../support/child';
import { AGENTS } from '../support/furnish';
import { cpuOf, percentile } from '../support/numbers';
import { openPlace } from '../support/place';
import { furnished, mustBeStored } from './inbound';

const SOCKETS = 200;
const RATE = 500;
const WRITING = 16;
/** What was answered last is shown by then. */
const LAST_SHOWN = 500;

/** Agents have their web apps open while customers write: how soon is a message shown, and what does that cost? */
export const live: Row = {
  name: 'live',
  says: `commit to shown, ${SOCKETS} web apps, ${RATE} messages a second`,
  run: measure,
};

interface Scene {
  readonly bench: Bench;
  readonly writing: Load;
  readonly load: Child<LoadAnswers>;
  readonly desk: Child<DeskAnswers>;
  readonly apps: Child<LiveAnswers>;
}

async function measure(bench: Bench): Promise<void> {
  const { chats, rounds } = bench.size;
  const place = await openPlace(null);
  const [load, desk, apps] = [openChild<LoadAnswers>('load'), openChild<DeskAnswers>('desk'), openChild<LiveAnswers>('live')];
  const work = openChild<WorkAnswers>('work');
  try {
    const channel = await furnished(work, place.env);
    const url = await desk.ask('start', place.env);
    const writing = { urls: [`${url}/webhooks/${channel}`], connections: WRITING, from: 0, customers: chats };
    await load.ask('load', { ...writing, customers: 'each', requests: chats });
    const newest = (await (await logIn(url)).get(`/tickets?limit=${chats}`)).body.data as { chatId: string }[];
    await apps.ask('open', { url, sockets: SOCKETS, agents: AGENTS, chats: newest.map(({ chatId }) => chatId) });
    for (let round = 0; round < rounds; round++)
      await showAll({ bench, writing: { ...writing, rate: RATE, keeps: true }, load, desk, apps });
    await apps.ask('close');
    await desk.ask('stop');
  } finally {
    await Promise.all([load, work, desk, apps].map((child) => child.end()));
    await place.remove();
  }
}

async function showAll({ bench: { size, measured }, writing, load, desk, apps }: Scene): Promise<void> {
  await load.ask('load', { ...writing, seconds: size.warm });
  await sleep(LAST_SHOWN);
  await apps.ask('shown');
  const before = cpuOf(desk.pid);
  const heard = await load.ask('load', { ...writing, seconds: size.seconds });
  mustBeStored(heard);
  measured('live.cpu', (cpuOf(desk.pid) - before) / (size.seconds * 10));
  await sleep(LAST_SHOWN);
  const { shown, bytes } = await apps.ask('shown');
  const waits = waitsOf(new Map(heard.kept), shown);
  measured('live.p50', percentile(waits, 0.5));
  measured('live.p99', percentile(waits, 0.99));
  measured('live.bytes', bytes / 1024 / SOCKETS / size.seconds);
}

/** From the answer of the webhook, which follows the commit, to the web app; each message must have come to one. */
function waitsOf(committed: ReadonlyMap<string, number>, shown: readonly (readonly [string, number])[]): number[] {
  const known = shown.filter(([id]) => committed.has(id));
  if (new Set(known.map(([id]) => id)).size < committed.size) throw new Error('a message was not shown');
  return known.map(([id, at]) => at - (committed.get(id) ?? 0));
}
