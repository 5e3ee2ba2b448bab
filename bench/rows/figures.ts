import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { LoadAnswers } from '../children/load';
import type { WorkAnswers } from '../children/work';
import { type Browser, logIn } from '../support/browser';
import { type Child, openChild } from '../support/child';
import { median, memoryOf, percentile } from '../support/numbers';
import { type Dialect, openPlace } from '../support/place';

const DAY = 24 * 60 * 60_000;
/** Over so many days the tickets are spread; a quarter of a million of a million fall into 90 of them. */
const DAYS = 360;
const PERIOD = 90;
const ZONE = 'Europe/Madrid';
/** A report is given up after so long. */
const PATIENCE = 300_000;

/** Figures of a desk with very many whole histories: live, past, over a period, and as a report, alone and while customers write. */
export function figures(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `figures-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'analytics and reports of a large desk',
    ...(mariadb ? { needs: 'mariadb' as const } : {}),
    run: (bench) => withHistories(bench, dialect),
  };
}

interface Scene {
  readonly bench: Bench;
  readonly dialect: Dialect;
  readonly browser: Browser;
  readonly desk: Child<DeskAnswers>;
  readonly load: Child<LoadAnswers>;
  readonly hook: string;
}

async function withHistories(bench: Bench, dialect: Dialect): Promise<void> {
  const { size, mariadb, say } = bench;
  const place = await openPlace(dialect === 'mysql' ? mariadb : null);
  const [work, desk, load] = [openChild<WorkAnswers>('work'), openChild<DeskAnswers>('desk'), openChild<LoadAnswers>('load')];
  try {
    const began = performance.now();
    await work.ask('open', place.env);
    const channel = await work.ask('furnish');
    bench.measured(`figures.${dialect}.fold`, await work.ask('live', { tickets: size.tickets, days: DAYS }));
    await work.ask('close');
    say(`  ${size.tickets} tickets with ten events each laid down and counted in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    const url = await desk.ask('start', place.env);
    const scene = { bench, dialect, desk, load, hook: `${url}/webhooks/${channel}`, browser: await logIn(url) };
    await readings(scene);
    await reports(scene);
    await desk.ask('stop');
  } finally {
    await Promise.all([work.end(), desk.end(), load.end()]);
    await place.remove();
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

async function readings({ bench: { size, measured }, dialect, browser }: Scene): Promise<void> {
  const now = Date.now();
  const anyPast = () => new Date(now - Math.random() * (DAYS - 10) * DAY).toISOString();
  const period = `from=${dayOf(now - PERIOD * DAY)}&to=${dayOf(now - DAY)}&group=day&zone=${ZONE}`;
  const asked: Readonly<Record<string, readonly [path: () => string, looks: number]>> = {
    stages: [() => '/analytics/stages', size.looks],
    live: [() => '/analytics/live', size.looks],
    board: [() => `/analytics/board?by=stage&at=${anyPast()}`, size.looks],
    past: [() => `/analytics/stages?at=${anyPast()}`, size.looks],
    summary: [() => `/analytics/summary?${period}`, Math.max(1, size.looks / 10)],
    compared: [() => `/analytics/summary?${period}&compare=true`, Math.max(1, size.looks / 10)],
  };
  for (const [figure, [path, looks]] of Object.entries(asked)) {
    const times: number[] = [];
    for (let look = 0; look < looks; look++) times.push((await browser.get(path())).ms);
    measured(`figures.${dialect}.${figure}.p50`, median(times));
    measured(`figures.${dialect}.${figure}.p99`, percentile(times, 0.99));
  }
}

/** A report alone; then the way in alone, and while another report is made. */
async function reports(scene: Scene): Promise<void> {
  const { bench, dialect, desk, load, hook } = scene;
  const idle = memoryOf(desk.pid);
  const alone = await report(scene);
  bench.measured(`figures.${dialect}.report`, alone.rows / alone.seconds);
  bench.measured(`figures.${dialect}.report.memory`, alone.memory - idle);
  const writing = { urls: [hook], connections: bench.size.connections, from: 900_000_000, customers: bench.size.knownCustomers };
  await load.ask('load', { ...writing, seconds: bench.size.warm });
  const before = await load.ask('load', { ...writing, seconds: bench.size.seconds });
  const [during, busy] = await Promise.all([load.ask('load', { ...writing, seconds: 2 * bench.size.seconds }), report(scene)]);
  bench.measured(`figures.${dialect}.report.busy`, busy.rows / busy.seconds);
  bench.measured(`figures.${dialect}.inbound.p99`, before.p99);
  bench.measured(`figures.${dialect}.inbound.p99.report`, during.p99);
  bench.measured(`figures.${dialect}.inbound.ratio`, during.p99 / before.p99);
}

interface Made {
  readonly rows: number;
  readonly seconds: number;
  /** The most that the process held meanwhile, in MiB. */
  readonly memory: number;
}

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly startedAt: string;
  readonly finishedAt: string;
}

async function report({ browser, desk }: Scene): Promise<Made> {
  const now = Date.now();
  const request = { type: 'customer_tickets', name: 'All', from: dayOf(now - (DAYS + 1) * DAY), to: dayOf(now), zone: ZONE, format: 'csv' };
  const { status } = await browser.send('POST', '/reports', request);
  if (status !== 202) throw new Error(`POST /reports: ${status}`);
  let memory = 0;
  for (const began = performance.now(); performance.now() - began < PATIENCE; await new Promise((resolve) => setTimeout(resolve, 50))) {
    memory = Math.max(memory, memoryOf(desk.pid));
    const [newest] = (await browser.get('/reports?limit=1')).body.data as Shown[];
    if (newest?.state === 'failed') throw new Error('the report failed');
    if (newest?.state !== 'ready') continue;
    return { rows: newest.rows, seconds: (Date.parse(newest.finishedAt) - Date.parse(newest.startedAt)) / 1000, memory };
  }
  throw new Error('the report did not become ready');
}
