import type { Browser } from 'playwright-core';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { row, thread } from './support/inbox';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const LUIS = AGENTS[0] ?? ADMIN;

/** From a team to the tickets that come to it, without a line of API. */
describe('teams in two browsers', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    [marta, luis] = await Promise.all([aWindow(browser, scene.desk.url), aWindow(browser, scene.desk.url)]);
    await Promise.all([logIn(marta.context, scene.desk.url, ADMIN), logIn(luis.context, scene.desk.url, LUIS)]);
    await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('are made with their members and hours, and a member sees theirs at once', async () => {
    const { page } = marta;
    await luis.page.goto('/inbox/mine');
    await luis.page.getByRole('button', { name: 'Go online' }).click();
    await page.goto('/settings/teams');
    for (const name of ['Warehouse', 'Showroom']) {
      await page.getByRole('button', { name: 'Add team' }).first().click();
      await page.getByLabel('Name', { exact: true }).fill(name);
      if (name === 'Warehouse') await page.getByLabel('Luis Prado').check();
      await page.getByRole('main').locator('form').getByRole('button', { name: 'Add team' }).click();
      await page.getByRole('button', { name: `Edit ${name}` }).waitFor();
    }
    await luis.page.getByRole('link', { name: 'Warehouse' }).waitFor();
    expect(await luis.page.getByRole('link', { name: 'Showroom' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Edit Showroom' }).click();
    await page.getByLabel('Hours of its own').check();
    await page.getByRole('button', { name: 'Add hours on Friday' }).click();
    await page.getByLabel('Friday, from, 2').fill('22');
    await page.getByLabel('Friday, to, 2').fill('6.30');
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('Friday, to, 2').inputValue()).toBe('06:30');
    await page.getByText('the next day').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText(/0 members · own hours/).waitFor();
    expect(await page.getByRole('button', { name: 'Edit Showroom' }).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('get tickets by a rule that was tried on past tickets before', async () => {
    const { page } = marta;
    await page.goto('/settings/rules');
    await page.getByRole('button', { name: 'Add rule' }).click();
    await page.getByLabel('Name', { exact: true }).fill('People');
    await page.getByLabel('Words that the customer writes').fill('person, human');
    await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Warehouse' });
    await page.getByRole('button', { name: 'Try on the last 200 tickets' }).click();
    await page.getByText('1 to Warehouse').waitFor();
    await page.getByRole('link', { name: /Elena Vidal/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The rules are changed and not saved.').waitFor({ state: 'detached' });

    await asksForAPerson(scene, 'bruno', 'Do you have the Luna lamp in blue?');
    await luis.page.getByRole('link', { name: 'Warehouse' }).click();
    await row(luis.page, /Bruno Salles.*Active/).click();
    await thread(luis.page).getByText('By the rule People').waitFor();
  });

  it('are sent tickets from the menu, with a note that the next one reads', async () => {
    const { page } = luis;
    await page.keyboard.press('Alt+KeyA');
    const menu = page.getByRole('dialog');
    await menu.getByRole('textbox').fill('The blue one hangs in the window');
    await menu.getByRole('button', { name: 'Showroom' }).click();
    await thread(page).getByText('Sent to the queue of Showroom by').waitFor();
    await thread(page).getByText('The blue one hangs in the window').waitFor();
    await row(page, /Bruno Salles.*no longer in this view/).waitFor();
    await marta.page.goto('/inbox/open');
    await marta.page.getByRole('link', { name: 'Showroom' }).click();
    await row(marta.page, /Bruno Salles.*Pending/).waitFor();
  });
});
