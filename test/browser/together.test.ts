import type { Browser, Page } from 'playwright-core';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { box, noteBox, row, said, sends, thread } from './support/inbox';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const LUIS = AGENTS[0] ?? ADMIN;
const OFFLINE_FOR = process.env.TEST_SIZE === 'full' ? 20_000 : 3_000;

/** What two people see of each other's work, on two screens, without touching anything. */
describe('two agents in two browsers', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  let luis: Awaited<ReturnType<typeof aWindow>>;

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
    await row(luis.page, /Elena Vidal/).click();
    await row(marta.page, /Elena Vidal.*Active/).click();
    await marta.page
      .getByText('Luis Prado has this ticket.')
      .or(marta.page.getByRole('textbox', { name: /^Reply to/ }))
      .first()
      .waitFor();

    await luis.page.keyboard.press('Alt+KeyG');
    await luis.page.getByRole('menuitem', { name: /Waiting for parts/ }).click();
    await row(marta.page, /stage Waiting for parts/).waitFor();
    await luis.page.keyboard.press('Alt+KeyI');
    await row(marta.page, /In progress/).waitFor();
    await row(luis.page, /no longer in this view/).waitFor();
  });

  it('see messages and ticks the moment that they are there', async () => {
    await luis.page.getByRole('main').getByRole('button', { name: 'Take' }).first().click();
    await sends(luis.page, 'A new shade is reserved for you.');
    await thread(marta.page).getByText('A new shade is reserved for you.').waitFor();
    await Promise.all([luis, marta].map((one) => thread(one.page).getByText('Read', { exact: true }).last().waitFor()));
    await scene.says('elena', 'Perfect, thank you');
    await Promise.all([luis, marta].map((one) => thread(one.page).getByText('Perfect, thank you').waitFor()));
  });

  it('come back with nothing missing and nothing doubled after the server was gone', async () => {
    await scene.desk.kill();
    await luis.page.getByText(/Offline since/).waitFor();
    await sends(luis.page, 'Written while the desk was gone.');
    await luis.page
      .getByText(/Offline: nothing is sent/)
      .first()
      .waitFor();
    await scene.says('elena', 'Are you there?');
    await new Promise((resolve) => setTimeout(resolve, OFFLINE_FOR));
    await scene.desk.again();
    await luis.page.getByText(/Offline since/).waitFor({ state: 'hidden', timeout: 30_000 });
    expect(await box(luis.page).inputValue()).toBe('Written while the desk was gone.');
    await box(luis.page).press('Control+Enter');
    // The network sends again what it could not deliver; its own clock is turned, so that nobody waits for it.
    await scene.twin.advance(40_000);
    for (const one of [luis, marta]) {
      for (const text of ['Are you there?', 'Written while the desk was gone.']) {
        await thread(one.page).getByText(text).first().waitFor({ timeout: 60_000 });
        expect(await thread(one.page).getByText(text).count()).toBe(1);
      }
    }
    expect([...luis.complaints, ...marta.complaints].filter((line) => !/WebSocket|socket\.io|ERR_CONNECTION/.test(line))).toEqual([]);
  });

  it('have what failed sent again, and decide what nobody knows', async () => {
    await scene.twin.act('refuse', { account: 'whatsapp', with: 'not_allowed' });
    await sends(luis.page, 'It leaves today.');
    await thread(luis.page).getByText('not on its list').waitFor();
    await row(marta.page, /Elena Vidal.*Not sent/).waitFor();
    expect(await findings(luis.page)).toEqual([]);
    await luis.page.getByRole('button', { name: 'Retry' }).click();
    await thread(luis.page).getByText('not on its list').waitFor({ state: 'hidden' });
    await row(marta.page, /Elena Vidal.*(Sent|Delivered|Read)/).waitFor();

    await scene.twin.act('dial', { errorsAfter: 1, receipts: 'none' });
    await sends(luis.page, 'It may come twice.');
    for (const one of [luis, marta]) await thread(one.page).getByText('May have been sent').waitFor();
    expect(await findings(luis.page)).toEqual([]);
    await scene.twin.act('dial', { errorsAfter: 0 });
    await luis.page.getByRole('button', { name: 'Send again' }).waitFor();
    await luis.page.getByRole('button', { name: 'It arrived' }).click();
    await thread(marta.page).getByText('May have been sent').waitFor({ state: 'hidden' });
    await row(marta.page, /Elena Vidal.*Sent/).waitFor();
    await scene.twin.act('dial', { receipts: 'read' });
  });
});

/** What two people on one ticket know of each other before it is too late, and one person on two machines. */
describe('two agents on one ticket', () => {
  let scene: Scene;
  let browser: Browser;
  let id: string;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  let luis: Awaited<ReturnType<typeof aWindow>>;
  const here = () => `/inbox/open/${id}`;
  const opens = async (who: typeof ADMIN) => {
    const one = await aWindow(browser, scene.desk.url);
    await logIn(one.context, scene.desk.url, who);
    await one.page.goto(here());
    await box(one.page).waitFor();
    return one;
  };
  const question = () => marta.page.getByRole('group', { name: 'Luis Prado answered Elena Vidal while you were writing' });

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await scene.marta.put('/me/presence', { presence: 'away' });
    await scene.luis.put('/me/presence', { presence: 'online' });
    await asksForAPerson(scene, 'elena', 'Where is my shade?');
    ({ id } = await scene.ticketOf('elena'));
    await scene.marta.put('/me/presence', { presence: 'online' });
    [marta, luis] = await Promise.all([opens(ADMIN), opens(LUIS)]);
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('see each other there, and writing', async () => {
    await marta.page.getByText('Luis is viewing').first().waitFor();
    await luis.page.getByText('Marta is viewing').first().waitFor();
    await box(marta.page).pressSequentially('The courier just called back');
    await luis.page.getByText('Marta is writing', { exact: true }).first().waitFor();
    expect(await findings(luis.page)).toEqual([]);
    await luis.page.getByText('Marta is writing', { exact: true }).first().waitFor({ state: 'hidden' });
  });

  it('are asked before a second answer goes out', async () => {
    await sends(luis.page, 'Your shade is on the Wednesday van.');
    await said(marta.page, 'Your shade is on the Wednesday van.').waitFor();
    await box(marta.page).press('Control+Enter');
    await question().getByText('Your shade is on the Wednesday van.').waitFor();
    await question().getByText('Yours is not sent: “The courier just called back”').waitFor();
    expect(await findings(marta.page)).toEqual([]);
    await marta.page.keyboard.press('Enter');
    await question().waitFor({ state: 'detached' });
    expect(await box(marta.page).inputValue()).toBe('The courier just called back');

    await sends(luis.page, 'It comes at nine.');
    await said(marta.page, 'It comes at nine.').waitFor();
    await box(marta.page).press('Control+Enter');
    await question().getByText('It comes at nine.').waitFor();
    await question().getByRole('button', { name: 'Send mine too' }).click();
    await said(luis.page, 'The courier just called back').waitFor();
    expect(await box(marta.page).inputValue()).toBe('');
  });

  it('name each other in notes, and are told', async () => {
    await luis.page.getByRole('link', { name: /^Snoozed/ }).click();
    await luis.page.waitForURL(/snoozed$/);
    await marta.page.getByRole('tab', { name: 'Note' }).click();
    await noteBox(marta.page).pressSequentially('Ask @lu');
    await marta.page.getByRole('option', { name: 'Luis Prado' }).waitFor();
    expect(await findings(marta.page)).toEqual([]);
    await marta.page.keyboard.press('Enter');
    await noteBox(marta.page).pressSequentially('about Thursday');
    await marta.page.getByRole('button', { name: /^Add note/ }).click();
    await luis.page.getByRole('link', { name: /^Mentions\s*1$/ }).click();
    await row(luis.page, /Elena Vidal/).click();
    await said(luis.page, 'Ask @Luis Prado about Thursday').locator('.named.self').waitFor();
    await luis.page.getByRole('link', { name: /^Mentions$/ }).waitFor();
    expect(await findings(luis.page)).toEqual([]);
  });

  it('go on with what they began on another machine', async () => {
    await box(luis.page).pressSequentially('I begin here');
    await luis.page.getByText('Draft saved').waitFor();
    const other = await opens(LUIS);
    await expectValue(other.page, 'I begin here');
    await row(other.page, /Elena Vidal.*Draft/).waitFor();
    await luis.page.getByRole('link', { name: /^Mentions/ }).focus();
    await box(other.page).press('End');
    await box(other.page).pressSequentially(' and end there');
    await expectValue(luis.page, 'I begin here and end there');
    await box(other.page).press('Control+Enter');
    await said(luis.page, 'I begin here and end there').waitFor();
    await expectValue(luis.page, '');
    expect([...luis.complaints, ...marta.complaints, ...other.complaints]).toEqual([]);
  });
});

const expectValue = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value === wanted, text);

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
