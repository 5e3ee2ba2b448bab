import type { Browser, Page } from 'playwright-core';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { row } from './support/inbox';
import { asksForAPerson, openScene, type Scene } from './support/scene';

/** Who waits, since when, why, and what is due: seen without touching anything. */
describe('the queue and what is due', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;

  const rail = (page: Page) => page.getByRole('navigation').getByRole('link', { name: /Queue/ });

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await scene.marta.put('/me/presence', { presence: 'away' });
    marta = await aWindow(browser, scene.desk.url);
    await logIn(marta.context, scene.desk.url, ADMIN);
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('has targets once an admin sets them', async () => {
    const { page } = marta;
    await page.goto('/settings/targets');
    await page.getByText('No targets yet').waitFor();
    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.getByRole('textbox', { name: /First answer/ }).fill('1');
    await page.getByRole('combobox', { name: /First answer/ }).selectOption('day');
    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.getByText('Another row is for the same team and priority.').waitFor();
    await page.getByRole('combobox', { name: 'Priority' }).last().selectOption('urgent');
    await page
      .getByRole('textbox', { name: /First answer/ })
      .last()
      .fill('4');
    await page
      .getByRole('combobox', { name: /First answer/ })
      .last()
      .selectOption('second');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'hidden' });
    expect((await scene.marta.get('/targets')).targets).toMatchObject([
      { priority: null, firstAnswer: 'P1D', nextAnswer: null },
      { priority: 'urgent', firstAnswer: 'PT4S' },
    ]);
  });

  it('shows each in its place with why nobody has it, and moves with a priority', async () => {
    const { page } = marta;
    await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
    await asksForAPerson(scene, 'bruno', 'Paguei o frete duas vezes.');
    await page.goto('/inbox/queue');
    await row(page, /Elena Vidal.*number 1 in the queue, Nobody is online/).waitFor();
    await row(page, /Bruno Salles.*number 2 in the queue/).waitFor();
    await scene.marta.patch(`/tickets/${(await scene.ticketOf('bruno')).id}`, { priority: 'urgent' });
    await row(page, /Bruno Salles.*number 1 in the queue/).waitFor();
    await page.locator('[role=option][aria-posinset="1"]').filter({ hasText: 'Bruno Salles' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('says what is due where one looks, and that it was missed', async () => {
    const { page } = marta;
    await row(page, /Bruno Salles.*First answer missed/).waitFor();
    await row(page, /Bruno Salles/).click();
    await page
      .getByText(/^First answer missed: it was due at/)
      .first()
      .waitFor();
    await page.getByText('First answer missed', { exact: true }).waitFor();
    await row(page, /Elena Vidal/).click();
    await page
      .getByText(/^First answer due in/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Sort by/ }).click();
    await page.getByRole('menuitemradio', { name: 'Due next' }).click();
    await page.waitForURL(/sort=due/);
    expect(await findings(page)).toEqual([]);
  });

  it('counts in amber once somebody waits longer than the alarm', async () => {
    const { page } = marta;
    await scene.marta.patch('/settings', { routing: { queueAlarmAfter: 'PT1S' } });
    await page.goto('/inbox/queue');
    await rail(page).locator('.n.hot').waitFor();
  });
});
