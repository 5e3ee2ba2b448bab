import type { Browser, Page } from 'playwright-core';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const LUIS = AGENTS[0] ?? ADMIN;
const OFFLINE_FOR = process.env.TEST_SIZE === 'full' ? 20_000 : 3_000;

/** What two people see of each other's work, on two screens, without touching anything. */
describe('two agents in two browsers', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  const thread = ({ page }: { readonly page: Page }) => page.getByRole('log', { name: /^Messages with/ });
  const box = ({ page }: { readonly page: Page }) => page.getByRole('textbox', { name: /^Reply to/ });
  const row = ({ page }: { readonly page: Page }, name: RegExp) => page.getByRole('option', { name });
  const sends = async (who: { readonly page: Page }, text: string) => {
    await box(who).fill(text);
    await box(who).press('Control+Enter');
  };

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    [marta, luis] = await Promise.all([aWindow(browser, scene.desk.url), aWindow(browser, scene.desk.url)]);
    await Promise.all([logIn(marta.context, scene.desk.url, ADMIN), logIn(luis.context, scene.desk.url, LUIS)]);
    await Promise.all([marta.page.goto('/inbox/open'), luis.page.goto('/inbox/mine')]);
    await luis.page.getByText('You are offline').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('see a ticket come, change hands, status and stage', async () => {
    await luis.page.getByRole('button', { name: 'Go online' }).click();
    await luis.page.getByText('All answered').waitFor();
    await marta.page.getByRole('button', { name: ADMIN.name }).click();
    await marta.page.getByRole('menuitem', { name: /^Away/ }).click();
    await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
    await row(luis, /Elena Vidal/).click();
    await row(marta, /Elena Vidal.*Active/).click();
    await marta.page
      .getByText('Luis Prado has this ticket.')
      .or(marta.page.getByRole('textbox', { name: /^Reply to/ }))
      .first()
      .waitFor();

    await luis.page.keyboard.press('Alt+KeyG');
    await luis.page.getByRole('menuitem', { name: /Waiting for parts/ }).click();
    await row(marta, /stage Waiting for parts/).waitFor();
    await luis.page.keyboard.press('Alt+KeyI');
    await row(marta, /In progress/).waitFor();
    await row(luis, /no longer in this view/).waitFor();
  });

  it('see messages and ticks the moment that they are there', async () => {
    await luis.page.getByRole('main').getByRole('button', { name: 'Take' }).first().click();
    await sends(luis, 'A new shade is reserved for you.');
    await thread(marta).getByText('A new shade is reserved for you.').waitFor();
    await Promise.all([luis, marta].map((one) => thread(one).getByText('Read', { exact: true }).last().waitFor()));
    await scene.says('elena', 'Perfect, thank you');
    await Promise.all([luis, marta].map((one) => thread(one).getByText('Perfect, thank you').waitFor()));
  });

  it('come back with nothing missing and nothing doubled after the server was gone', async () => {
    await scene.desk.kill();
    await luis.page.getByText(/Offline since/).waitFor();
    await sends(luis, 'Written while the desk was gone.');
    await luis.page
      .getByText(/Offline: nothing is sent/)
      .first()
      .waitFor();
    await scene.says('elena', 'Are you there?');
    await new Promise((resolve) => setTimeout(resolve, OFFLINE_FOR));
    await scene.desk.again();
    await luis.page.getByText(/Offline since/).waitFor({ state: 'hidden', timeout: 30_000 });
    expect(await box(luis).inputValue()).toBe('Written while the desk was gone.');
    await box(luis).press('Control+Enter');
    // The network sends again what it could not deliver; its own clock is turned, so that nobody waits for it.
    await scene.twin.advance(40_000);
    for (const one of [luis, marta]) {
      for (const text of ['Are you there?', 'Written while the desk was gone.']) {
        await thread(one).getByText(text).first().waitFor({ timeout: 60_000 });
        expect(await thread(one).getByText(text).count()).toBe(1);
      }
    }
    expect([...luis.complaints, ...marta.complaints].filter((line) => !/WebSocket|socket\.io|ERR_CONNECTION/.test(line))).toEqual([]);
  });
});

const LONG_WORD = 'x'.repeat(4_000);
const HOSTILE: readonly (readonly [string, string])[] = [
  ['HTML', '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b>'],
  ['a word of 4,000 letters', LONG_WORD],
  ['forty lines', Array.from({ length: 40 }, (_, at) => `line ${at + 1}`).join('\n')],
  ['Arabic with a flag', 'ليلى حداد 🇱🇧 👩🏽‍🚀'],
];

/** Runs in the page: how many bubbles end with these words; who spoke is said in front of them to readers of screens. */
const endingWith = (all: Element[], words: string) => all.filter((one) => (one as HTMLElement).innerText.trim().endsWith(words)).length;
const isShown = ([words, times]: readonly [string, number]) =>
  [...document.querySelectorAll<HTMLElement>('[role=log] .bub')].filter((one) => one.innerText.trim().endsWith(words)).length >= times;

describe('words that could break a page', () => {
  let scene: Scene;
  let browser: Browser;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await asksForAPerson(scene, 'bruno', 'Oi');
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it.each([...HOSTILE, ['a lone surrogate', 'half \uD83D here'] as const])('%s: shown and sent as it is', async (_, text) => {
    const said = text.replaceAll('\uD83D here', '\uFFFD here');
    const { page, context, complaints } = await aWindow(browser, scene.desk.url, { size: 'phone' });
    await logIn(context, scene.desk.url, ADMIN);
    await page.goto(`/inbox/open/${(await scene.ticketOf('bruno')).id}`);
    const shown = () => page.locator('[role=log] .bub').evaluateAll(endingWith, said);
    await page.locator('[role=log] .bub').first().waitFor();
    const before = await shown();
    await scene.says('bruno', text);
    await page.waitForFunction(isShown, [said, before + 1] as const);
    await page.getByRole('textbox', { name: /^Reply to/ }).fill(text);
    await page.getByRole('button', { name: /^Send/ }).first().click();
    await page.waitForFunction(isShown, [said, before + 2] as const);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    expect(await page.title()).toContain('Relaydesk');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
