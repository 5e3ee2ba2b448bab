import type { Browser, Page } from 'playwright-core';
import { until } from '../proof/support/until';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const LUIS = AGENTS[0] ?? ADMIN;

/** The desk knows who is there by their open pages, and says what it did while they were gone. */
describe('presence', () => {
  let scene: Scene;
  let browser: Browser;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  const sits = async () => {
    luis = await aWindow(browser, scene.desk.url);
    await logIn(luis.context, scene.desk.url, LUIS);
    await luis.page.goto('/inbox/mine');
    await me(luis.page).waitFor();
  };
  const me = (page: Page) => page.getByRole('button', { name: LUIS.name });
  const presence = async () => (await scene.luis.get('/me')).presence;
  const status = async () => (await scene.ticketOf('elena')).status;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await scene.marta.put('/me/presence', { presence: 'away' });
    await scene.marta.patch('/settings', { routing: { offlineGrace: 'PT2S' } });
    await sits();
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('stays over a reload, and ends when the page is gone: the ticket goes back, and who returns is told', async () => {
    await luis.page.getByRole('button', { name: 'Go online' }).click();
    await luis.page.getByText('All answered').waitFor();
    await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
    await luis.page.getByRole('option', { name: /Elena Vidal/ }).waitFor();
    await luis.page.reload();
    await luis.page.getByRole('option', { name: /Elena Vidal/ }).waitFor();
    expect([await presence(), await status()]).toEqual(['online', 'active']);

    await luis.context.close();
    await until('Luis is offline', async () => (await presence()) === 'offline', 30_000);
    expect(await status()).toBe('pending');

    await sits();
    const strip = luis.page.getByRole('status').filter({ hasText: 'You were set offline at' });
    await strip.waitFor();
    expect(await findings(luis.page)).toEqual([]);
    await strip.getByRole('button', { name: 'Go online' }).click();
    await strip.waitFor({ state: 'hidden' });
    await luis.page.getByRole('option', { name: /Elena Vidal/ }).waitFor();
    expect(await status()).toBe('active');
  });

  it('has reasons that an admin lists, and a time for each that one sees day by day', async () => {
    const marta = await aWindow(browser, scene.desk.url);
    await logIn(marta.context, scene.desk.url, ADMIN);
    await marta.page.goto('/settings/agents');
    await marta.page.getByRole('button', { name: 'Add a reason' }).click();
    await marta.page.keyboard.type('Lunch');
    await marta.page.getByRole('button', { name: 'Save' }).click();
    await marta.page.getByRole('button', { name: 'Delete Lunch' }).waitFor();

    await luis.page.reload();
    await me(luis.page).click();
    await luis.page.getByRole('menuitem', { name: 'Away: Lunch' }).click();
    await me(luis.page).getByText('Lunch').waitFor();

    await marta.page.getByText('Lunch', { exact: true }).waitFor();
    await marta.page.getByRole('button', { name: `What can be done with ${LUIS.name}` }).click();
    await marta.page.getByRole('menuitem', { name: 'Time' }).click();
    const time = marta.page.getByRole('dialog', { name: `Time of ${LUIS.name}` });
    await time.getByRole('columnheader', { name: 'Online' }).waitFor();
    await time.getByText('Lunch').waitFor();
    expect(await findings(marta.page)).toEqual([]);

    await luis.page.goto('/preferences');
    await luis.page.getByRole('table').getByText('Lunch').waitFor();
    expect(await findings(luis.page)).toEqual([]);
    expect([...luis.complaints, ...marta.complaints]).toEqual([]);
  });
});
