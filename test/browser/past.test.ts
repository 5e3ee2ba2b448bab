import type { Browser, Page } from 'playwright-core';
import { findings } from './support/axe';
import { aWindow, call, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const LUIS = AGENTS[0] ?? ADMIN;

/** What an admin sees of a moment that is over, after the desk has moved on. */
describe('the board at a past moment', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  /** A moment at which Elena's ticket was a trade quote; the stage was deleted since. */
  let then: string;
  let id: string;
  const column = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
  const slider = (page: Page) => page.getByRole('slider', { name: 'Moment shown' });

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await asksForAPerson(scene, 'elena', 'We furnish forty rooms.');
    ({ id } = await scene.ticketOf('elena'));
    const stages = (await scene.marta.get('/stages')).data as { readonly key: string; readonly name: string }[];
    const keyOf = (name: string) => stages.find((one) => one.name === name)?.key;
    await scene.marta.patch(`/tickets/${id}`, { stage: keyOf('Trade quote') });
    await scene.marta.post(`/tickets/${id}/messages`, { content: { type: 'text', text: 'Forty pendants, then?' } });
    then = await soon();
    await scene.marta.patch(`/tickets/${id}`, { stage: keyOf('With the courier') });
    await scene.marta.post(`/tickets/${id}/messages`, { content: { type: 'text', text: 'They are on the van.' } });
    marta = await aWindow(browser, scene.desk.url);
    await logIn(marta.context, scene.desk.url, ADMIN);
    await marta.page.goto('/board');
    await call(marta.page, 'DELETE', `/stages/${keyOf('Trade quote')}`);
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('stands as it was, with a stage that is deleted since dashed, and opens a ticket as it was', async () => {
    const { page } = marta;
    await page.goto(`/board?at=${then}`);
    const quotes = column(page, 'Trade quote, 1 ticket');
    await quotes.getByText(/^deleted on /).waitFor();
    expect(await quotes.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('dashed');
    await page.getByText('You are looking at the past.').waitFor();
    expect(await findings(page)).toEqual([]);
    await quotes.getByRole('button', { name: /Elena Vidal.*Now: With the courier/ }).click();
    const sheet = page.getByRole('dialog', { name: /Elena Vidal/ });
    await sheet.getByText('Forty pendants, then?').waitFor();
    await sheet.getByText('Trade quote', { exact: true }).first().waitFor();
    expect(await sheet.getByText('They are on the van.').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('ticket')).toBe(id);
    await page.goBack();
    await sheet.waitFor({ state: 'detached' });
    await page.goForward();
    await page.reload();
    await sheet.getByText('Forty pendants, then?').waitFor();
    await sheet.getByRole('link', { name: 'Open the ticket now' }).click();
    await page.waitForURL(new RegExp(`/inbox/open/${id}`));
  });

  it('is reached and left by keys, the moment in the address bar', async () => {
    const { page, complaints } = marta;
    await page.goto('/board');
    await column(page, 'With the courier, 1 ticket').waitFor();
    await slider(page).focus();
    await page.keyboard.press('PageDown');
    await page.waitForURL(/\/board\?at=/);
    await page.getByText(/^0 open tickets$/).waitFor();
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/^\w+day \d+ \w+, \d\d:\d\d, 0 open$/);
    const former = page.url();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(({ href }) => href !== former);
    await page.keyboard.press('End');
    await page.waitForURL((url) => !url.search.includes('at='));
    await column(page, 'With the courier, 1 ticket').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is for admins: an agent keeps the live board', async () => {
    const { page, context } = await aWindow(browser, scene.desk.url, { size: 'phone' });
    await logIn(context, scene.desk.url, LUIS);
    await page.goto(`/board?at=${then}`);
    await page.getByRole('button', { name: /^Choose a column/ }).waitFor();
    expect(await page.getByText('Look at the past').count()).toBe(0);
    expect(await page.getByText('You are looking at the past.').count()).toBe(0);
    await context.close();
  });
});

/** Now, once it is over. */
async function soon(): Promise<string> {
  const now = Date.now();
  while (Date.now() <= now) await new Promise((resolve) => setImmediate(resolve));
  return new Date(now).toISOString();
}
