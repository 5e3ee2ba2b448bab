import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import type { WorkAnswers } from '../children/work';
import { type Browser, logIn, type Page } from '../support/browser';
import { openChild } from '../support/child';
import { nameOf, phoneOf } from '../support/customers';
import { median, percentile } from '../support/numbers';
import { type Dialect, openPlace } from '../support/place';

const FAR = 100;
const OPEN = 'pending,active,proactive,in_progress,idle';
const SORTS = ['-number', '-lastMessageAt'];

/** The list of tickets as a browser asks for it, over HTTP with a session, when there are very many. */
export function lists(dialect: Dialect): Row {
  const mariadb = dialect === 'mysql';
  return {
    name: `lists-${mariadb ? 'mariadb' : 'sqlite'}`,
    says: 'lists and search in a large desk',
    ...(mariadb ? { needs: 'mariadb' as const } : {}),
    run: (bench) =>
      withLargeDesk(bench, dialect, async (browser) => {
        await measureLists(bench, dialect, browser);
        await measureSearch(bench, dialect, browser);
      }),
  };
}

async function withLargeDesk({ size, mariadb, say }: Bench, dialect: Dialect, look: (browser: Browser) => Promise<void>): Promise<void> {
  const place = await openPlace(dialect === 'mysql' ? mariadb : null);
  const [work, desk] = [openChild<WorkAnswers>('work'), openChild<DeskAnswers>('desk')];
  try {
    const began = performance.now();
    await work.ask('open', place.env);
    await work.ask('furnish');
    await work.ask('seed', { tickets: size.tickets });
    await work.ask('close');
    say(`  ${size.tickets} tickets laid down in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    await look(await logIn(await desk.ask('start', place.env)));
    await desk.ask('stop');
  } finally {
    await Promise.all([work.end(), desk.end()]);
    await place.remove();
  }
}

/** status × assignee × channel × order: every one of them has an index that leads. */
async function filtersOf(browser: Browser): Promise<string[]> {
  const [channel] = (await browser.get('/channels')).body.data as { id: string }[];
  const agents = (await browser.get('/agents?limit=5')).body.data as { id: string; role: string }[];
  const agent = agents.find(({ role }) => role === 'agent');
  const filters: string[] = [];
  for (const status of ['', '&status=closed', '&status=active', '&status=pending', `&status=${OPEN}`])
    for (const assignee of ['', `&assignee=${agent?.id}`, '&assignee=none'])
      for (const where of ['', `&channel=${channel?.id}`])
        for (const sort of SORTS) filters.push(`sort=${sort}${status}${assignee}${where}`);
  return filters;
}

const OTHER = [
  'status=closed&priority=urgent',
  'priority=low',
  'tag=nothing-has-it',
  'unread=true&status=closed',
  `status=${OPEN}&unread=true&priority=high`,
];

async function measureLists({ size, measured, say }: Bench, dialect: Dialect, browser: Browser): Promise<void> {
  const worst = { first: { p50: 0, filter: '' }, far: { p50: 0, filter: '' } };
  const took = { first: [] as number[], far: [] as number[] };
  const filters = (await filtersOf(browser)).filter((_, n) => n % size.everyFilter === 0);
  for (const filter of filters) {
    const far = await cursorAfter(browser, filter, FAR - 1);
    for (const [page, path] of [
      ['first', `/tickets?${filter}`],
      ['far', far && `/tickets?${filter}&cursor=${far}`],
    ] as const) {
      if (path === null) continue;
      const times = await timesOf(browser, () => path, size.looks);
      took[page].push(...times);
      if (median(times) > worst[page].p50) worst[page] = { p50: median(times), filter };
    }
  }
  for (const page of ['first', 'far'] as const) {
    if (took[page].length === 0) continue;
    say(`  ${page} page: slowest ${worst[page].filter}`);
    measured(`lists.${dialect}.${page}.p50`, worst[page].p50);
    measured(`lists.${dialect}.${page}.p99`, percentile(took[page], 0.99));
  }
  const others = await timesOf(browser, (n) => `/tickets?${OTHER[n % OTHER.length]}`, size.looks * OTHER.length);
  measured(`lists.${dialect}.other.p99`, percentile(others, 0.99));
}

async function cursorAfter(browser: Browser, filter: string, pages: number): Promise<string | null> {
  let cursor: string | null = '';
  for (let page = 0; page < pages && cursor !== null; page++) {
    const { body }: Page = await browser.get(`/tickets?${filter}${cursor && `&cursor=${cursor}`}`);
    cursor = body.nextCursor;
  }
  return cursor;
}

async function measureSearch({ size, measured }: Bench, dialect: Dialect, browser: Browser): Promise<void> {
  const any = () => Math.floor(Math.random() * size.tickets);
  const asked = {
    number: () => `#${1 + any()}`,
    phone: () => `+${phoneOf(any())}`,
    name: () => nameOf(any()),
    text: () => `order ${any()} arrived`,
  };
  for (const [what, q] of Object.entries(asked))
    measured(
      `search.${dialect}.${what}`,
      percentile(await timesOf(browser, () => `/tickets?q=${encodeURIComponent(q())}`, size.looks), 0.99),
    );
}

async function timesOf(browser: Browser, path: (n: number) => string, looks: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < looks; n++) times.push((await browser.get(path(n))).ms);
  return times;
}
