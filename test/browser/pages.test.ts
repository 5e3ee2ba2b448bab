import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { until } from '../proof/support/until';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser, SIZES, type Size } from './support/browser';
import { ADMIN } from './support/desk';
import { aMorning, openScene, type Scene } from './support/scene';

/** SCREENS=1 keeps the pictures that the docs show. */
const SCREENS = process.env.SCREENS === '1' ? join(__dirname, '..', '..', 'docs', 'screens') : null;
/** CI looks at the widest and the narrowest in both themes; the full size at all. */
const LOOKS: readonly { readonly size: Size; readonly theme: 'light' | 'dark' }[] =
  process.env.TEST_SIZE === 'full' || SCREENS
    ? (['desktop', 'tablet', 'phone'] as const).flatMap((size) => [
        { size, theme: 'light' as const },
        { size, theme: 'dark' as const },
      ])
    : [
        { size: 'desktop', theme: 'light' },
        { size: 'phone', theme: 'dark' },
      ];

/** Of the others one picture says enough. */
const KEPT_IN_THE_DARK = ['inbox', 'thread', 'board', 'channel-webhook'];

/** An address at which nobody answers. */
const NOBODY = 'http://127.0.0.1:9';

interface Shown {
  readonly name: string;
  readonly path: (scene: Scene) => Promise<string> | string;
  /** Seen when the page stands. */
  readonly shows: (page: Page) => ReturnType<Page['getByText']>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name });
const ticket = async (scene: Scene) => `/inbox/open/${(await scene.ticketOf('elena')).id}`;
const elsewhere = async ({ twin, marta, ticketOf }: Scene) => {
  const { id } = await ticketOf('sofie');
  await twin.act('handover', { customer: 'sofie', to: 'another' });
  await until('another app holds it', async () => (await marta.get(`/tickets/${id}`)).heldBy !== null);
  return `/inbox/open/${id}`;
};
const justNow = () => `/board?at=${new Date(Date.now() - 1).toISOString()}`;
const contact = async ({ marta }: Scene) => `/contacts/${(await marta.get('/contacts?q=Elena')).data[0].id}`;
const channel = async ({ marta }: Scene, tab: string) => {
  const all = (await marta.get('/channels')).data as { id: string; kind: string }[];
  return `/settings/channels/${all.find(({ kind }) => kind === 'whatsapp_cloud')?.id}/${tab}`;
};

/** One report of the morning, asked for when the page is first looked at. */
const aReport = async ({ marta }: Scene) => {
  const { data } = await marta.get('/reports');
  const days = { from: '2026-01-01', to: '2099-12-31' };
  if (data.length === 0) await marta.post('/reports', { type: 'customer_tickets', name: 'Customer tickets', ...days, format: 'csv' });
  return '/reports';
};

/** A channel of another kind than those of the shop, connected when it is first looked at. */
const another =
  (kind: string, config: object, tab = 'webhook') =>
  async ({ marta }: Scene) => {
    const { data } = await marta.get('/channels');
    const known = data.find((one: { readonly kind: string }) => one.kind === kind);
    const { id } = known ?? (await marta.post('/channels', { kind, name: `By ${kind}`, config }));
    return `/settings/channels/${id}/${tab}`;
  };
const polled = another('telegram', { botToken: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', mode: 'polling' });
const signed = another('webhook', {
  secret: 'whsec_SWVhAvVfC4xhEJ3hmCOMtGHCYXea2VhN6qEUTjmzg70=',
  outboundUrl: 'https://own.example/hook',
});

/** The chat of the shop's own site. */
const CHAT = { allowedOrigins: 'https://lumen.example', title: 'Casa Lumen', color: '#0b7285', greeting: 'Looking for a lamp? Ask us.' };

// biome-ignore format: a table is read in columns
const PAGES: readonly Shown[] = [
  { name: 'inbox',           path: () => '/inbox/open',                      shows: (page) => page.getByRole('option', { name: /Elena Vidal/ }) },
  { name: 'thread',          path: ticket,                                   shows: (page) => page.getByText('I’ll write the moment the courier confirms.').last() },
  { name: 'elsewhere',       path: elsewhere,                                shows: (page) => page.getByText(/^Another app holds this conversation/) },
  { name: 'nothing',         path: () => '/inbox/open?q=nobody+at+all',      shows: (page) => page.getByText('Nothing for “nobody at all”') },
  { name: 'queue',           path: () => '/inbox/queue',                     shows: heading('Queue') },
  { name: 'mentions',        path: () => '/inbox/mentions',                  shows: (page) => page.getByText('Nobody has named you yet') },
  { name: 'board',           path: () => '/board',                           shows: (page) => page.locator('.bc:visible') },
  { name: 'board-past',      path: justNow,                                  shows: (page) => page.locator('.then .bc') },
  { name: 'analytics',       path: () => '/analytics',                       shows: (page) => page.locator('.plot canvas') },
  { name: 'analytics-tickets', path: () => '/analytics/tickets?metric=bot_talks&from=2026-01-01&to=2099-12-31', shows: (page) => page.getByText('Elena Vidal') },
  { name: 'contacts',        path: () => '/contacts',                        shows: heading('Contacts') },
  { name: 'contact',         path: contact,                                  shows: (page) => page.getByText('Known as') },
  { name: 'reports',         path: aReport,                                  shows: (page) => page.getByRole('link', { name: /^Download/ }) },
  { name: 'report-schedules', path: () => '/reports?tab=schedules',          shows: (page) => page.getByText('No schedules yet') },
  { name: 'channels',        path: () => '/settings/channels',               shows: heading('Channels') },
  { name: 'channel-webhook', path: (scene) => channel(scene, 'webhook'),     shows: (page) => page.getByText('Callback URL') },
  { name: 'channel-templates', path: (scene) => channel(scene, 'templates'), shows: (page) => page.getByRole('cell', { name: /order_update/ }).first() },
  { name: 'channel-health',  path: (scene) => channel(scene, 'health'),      shows: (page) => page.getByText('What it is judged by') },
  { name: 'webchat-site',    path: another('webchat', CHAT),                 shows: (page) => page.getByText('Sites that may show it').first() },
  { name: 'webchat-look',    path: another('webchat', CHAT, 'look'),         shows: (page) => page.getByText('Looking for a lamp?').last() },
  { name: 'channel-account', path: (scene) => channel(scene, 'account'),     shows: (page) => page.getByText('App secret').first() },
  { name: 'connect',         path: () => '/settings/channels/new?kind=whatsapp_cloud', shows: (page) => page.getByRole('heading', { level: 1 }) },
  { name: 'connect-telegram', path: () => '/settings/channels/new?kind=telegram', shows: (page) => page.getByText('Before you begin') },
  { name: 'channel-line',    path: polled,                                   shows: (page) => page.getByText('The network cannot be reached from this machine.') },
  { name: 'channel-own',     path: signed,                                   shows: (page) => page.getByText('Where to send') },
  { name: 'stages',          path: () => '/settings/stages',                 shows: heading('Stages') },
  { name: 'fields',          path: () => '/settings/fields',                 shows: heading('Fields') },
  { name: 'timers',          path: () => '/settings/timers',                 shows: heading('Timers') },
  { name: 'routing',         path: () => '/settings/routing',                shows: heading('Routing') },
  { name: 'targets',         path: () => '/settings/targets',                shows: heading('Targets') },
  { name: 'delivery',        path: () => '/settings/delivery',               shows: heading('Delivery') },
  { name: 'policy',          path: () => '/settings/policy',                 shows: heading('Policy') },
  { name: 'agents',          path: () => '/settings/agents',                 shows: heading('Agents') },
  { name: 'teams',           path: () => '/settings/teams',                  shows: heading('Teams') },
  { name: 'routing-rules',   path: () => '/settings/rules',                  shows: heading('Routing rules') },
  { name: 'tokens',          path: () => '/settings/tokens',                 shows: heading('API tokens') },
  { name: 'audit',           path: () => '/settings/audit',                  shows: (page) => page.getByRole('button', { name: /^Show: / }) },
  { name: 'bots',            path: () => '/settings/bots',                   shows: heading('Bots') },
  { name: 'texts',           path: () => '/settings/texts',                  shows: heading('System texts') },
  { name: 'canned',          path: () => '/settings/canned',                 shows: heading('Canned replies') },
  { name: 'preferences',     path: () => '/preferences',                     shows: heading('Preferences') },
  { name: 'welcome',         path: () => '/welcome',                         shows: heading('How would you like to begin?') },
  { name: 'nowhere',         path: () => '/settings/nothing/of/the/kind',    shows: (page) => page.getByText('Nothing here') },
];

describe('every page', () => {
  let scene: Scene;
  let browser: Browser;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene({ TELEGRAM_API_URL: NOBODY }), openBrowser()]);
    await aMorning(scene);
    if (SCREENS) mkdirSync(SCREENS, { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  describe.each(LOOKS)('at $size, $theme', ({ size, theme }) => {
    let window: Awaited<ReturnType<typeof aWindow>>;

    beforeAll(async () => {
      window = await aWindow(browser, scene.desk.url, { size, theme });
      await logIn(window.context, scene.desk.url, ADMIN);
    });
    afterAll(() => window.context.close());

    it.each(PAGES)('$name stands, is whole, and axe finds nothing', async ({ name, path, shows }) => {
      const { page, complaints } = window;
      complaints.length = 0;
      await page.goto(await path(scene));
      await shows(page).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES[size].width);
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      if (SCREENS && (theme === 'light' || KEPT_IN_THE_DARK.includes(name)))
        await page.screenshot({ path: join(SCREENS, `${name}-${size}-${theme}.png`) });
    });
  });

  it('two contacts are compared, made one, and parted again', async () => {
    const { page, context, complaints } = await aWindow(browser, scene.desk.url, { size: 'desktop' });
    await logIn(context, scene.desk.url, ADMIN);
    await page.goto(await contact(scene));
    await page.getByRole('button', { name: 'More about Elena Vidal' }).click();
    await page.getByText('Same as somebody else').click();
    await page.getByRole('dialog').getByRole('searchbox').fill('Bruno');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Bruno Salles/ })
      .click();
    await page.getByRole('region', { name: 'Bruno Salles' }).getByText('Joins').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make them one' }).click();
    await page.getByText('that Bruno Salles is the same person').waitFor();
    expect((await scene.ticketOf('bruno'))?.status).toBeUndefined();
    await page.getByRole('button', { name: 'Part them again' }).click();
    await page.getByText('Bruno Salles is somebody else again').waitFor();
    expect((await scene.ticketOf('bruno')).status).toBeDefined();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['light', 'dark'] as const)('before anybody is signed in too, %s', async (theme) => {
    const { page, context, complaints } = await aWindow(browser, scene.desk.url, { theme });
    await page.goto('/inbox/mine');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto('/setup');
    await page.getByRole('heading', { name: 'This desk has been set up' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto('/invite');
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
