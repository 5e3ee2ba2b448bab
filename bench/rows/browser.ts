import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { LoadAnswers } from '../children/load';
import type { WorkAnswers } from '../children/work';
import { openChild } from '../support/child';
import { openChromium, tasksDuring } from '../support/chromium';
import { IN_PAGE } from '../support/in-page';
import { percentile } from '../support/numbers';
import { ADMIN, openPlace } from '../support/place';
import { mustBeStored } from './inbound';

/** Ticket changes a second, while somebody looks. */
const RATE = 200;
const CUSTOMERS = 3200;
/** Between two tickets: somebody looks at the one before. */
const LOOK = 150;
/** Conversations that the desk keeps, fewer than it forgets. */
const KEPT = 15;

/** The desk as an agent has it open, in the machine's own Chromium. */
export const browser: Row = {
  name: 'browser',
  says: 'the desk in a browser, with 100,000 tickets',
  async run(bench) {
    const chromium = await openChromium();
    if (!chromium) return bench.say('browser: skipped, there is no Chromium on this machine');
    try {
      await withDesk(bench, (desk) => look(bench, chromium, desk));
    } finally {
      await chromium.close();
    }
  },
};

interface Served {
  readonly url: string;
  /** Lets customers write for so many seconds. */
  readonly write: (seconds: number) => Promise<void>;
}

async function withDesk({ size }: Bench, run: (desk: Served) => Promise<void>): Promise<void> {
  const place = await openPlace(null);
  const [work, desk, load] = [openChild<WorkAnswers>('work'), openChild<DeskAnswers>('desk'), openChild<LoadAnswers>('load')];
  try {
    await work.ask('open', place.env);
    const channel = await work.ask('furnish');
    await work.ask('seed', { tickets: size.deskTickets });
    await work.ask('close');
    const url = await desk.ask('start', place.env);
    const writing = { urls: [`${url}/webhooks/${channel}`], connections: 16, rate: RATE, from: 0, customers: CUSTOMERS };
    await run({ url, write: async (seconds) => mustBeStored(await load.ask('load', { ...writing, seconds })) });
    await desk.ask('stop');
  } finally {
    await Promise.all([work, desk, load].map((child) => child.end()));
    await place.remove();
  }
}

async function look(bench: Bench, chromium: Browser, desk: Served): Promise<void> {
  for (let round = 0; round < bench.size.rounds; round++) {
    const context = await chromium.newContext({ baseURL: desk.url, viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.addInitScript(IN_PAGE);
    await context.request.post('/api/v1/session', { data: ADMIN, headers: { Origin: desk.url } });
    await open(bench, page);
    await switchAmong(bench, page);
    await scroll(bench, page);
    await change(bench, page, desk);
    await context.close();
  }
}

/** A browser that was never here: from the address to the first ticket, painted, in a page that answers. */
async function open({ measured }: Bench, page: Page): Promise<void> {
  const { result, tasks } = await tasksDuring(page, async () => {
    await page.goto('/inbox/open', { waitUntil: 'commit' });
    return page.evaluate<number>('bench.first');
  });
  measured('browser.open', result);
  measured('browser.open.cpu', sum(tasks.cpu));
}

/** First down a list that nobody has opened, then to and fro among what was just open. */
async function switchAmong({ size, measured }: Bench, page: Page): Promise<void> {
  const took = { cold: [] as number[], warm: [] as number[] };
  await sleep(size.settle * 1000);
  await press(page, 'Alt+KeyJ');
  for (let n = 0; n < size.switches; n++) took.cold.push(await press(page, 'Alt+KeyJ'));
  const back = Math.min(KEPT, size.switches);
  for (let n = 0; n < size.switches; n++) took.warm.push(await press(page, Math.floor(n / back) % 2 === 0 ? 'Alt+KeyK' : 'Alt+KeyJ'));
  for (const what of ['cold', 'warm'] as const) {
    measured(`browser.${what}.p50`, percentile(took[what], 0.5));
    measured(`browser.${what}.p99`, percentile(took[what], 0.99));
  }
}

/** Answers from the key to the painted conversation. */
async function press(page: Page, keys: string): Promise<number> {
  await page.evaluate('bench.watch()');
  await page.keyboard.press(keys);
  const took = await page.evaluate<number>('bench.switched');
  await sleep(LOOK);
  return took;
}

async function scroll({ size, measured, say }: Bench, page: Page): Promise<void> {
  await page.goto('/inbox/closed');
  await page.evaluate('bench.first');
  await sleep(size.settle * 1000);
  const { result, tasks } = await tasksDuring(page, () => page.evaluate<number>(`bench.scroll(${size.scrolled})`));
  if (result < size.scrolled) say(`  only ${result} rows came`);
  measured('browser.scroll.longest', Math.max(...tasks.wall));
  measured('browser.scroll.cpu', Math.max(...tasks.cpu));
}

/** Customers write; the pointer rests on a row. */
async function change({ size, measured }: Bench, page: Page, { write }: Served): Promise<void> {
  await page.goto('/inbox/open');
  await page.evaluate('bench.first');
  const row = await page.locator('[role=option]').nth(4).boundingBox();
  const [x, y] = [(row?.x ?? 0) + 40, (row?.y ?? 0) + 20];
  await page.mouse.move(x, y);
  await sleep(size.settle * 1000);
  const seconds = size.seconds * 2.5;
  const { result, tasks } = await tasksDuring(page, async () => {
    const moves = page.evaluate<number>(`bench.moves(${x}, ${y}, ${seconds * 1000})`);
    await write(seconds);
    return moves;
  });
  measured('browser.changes.longest', Math.max(...tasks.wall));
  measured('browser.changes.cpu', Math.max(...tasks.cpu));
  measured('browser.changes.p99', percentile(tasks.wall, 0.99));
  measured('browser.changes.busy', sum(tasks.cpu) / (seconds * 10));
  measured('browser.changes.moves', result);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
