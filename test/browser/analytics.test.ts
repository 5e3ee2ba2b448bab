import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { until } from '../proof/support/until';
import { findings } from './support/axe';
import { aWindow, call, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { asksForAPerson, openScene, type Scene } from './support/scene';

/** What the screen says is what the API says, and leads to the tickets that make it. */
describe('the figures', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;

  const tile = (page: Page, name: string) => page.getByRole('region', { name: 'In short' }).locator('.tile').filter({ hasText: name });
  const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const rows = (page: Page) => page.locator('.counted tbody tr');

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
    await asksForAPerson(scene, 'daniel', 'The new bulbs do not fit.');
    const { id } = await scene.ticketOf('daniel');
    await scene.marta.post(`/tickets/${id}/messages`, { content: { type: 'text', text: 'The new ones left our warehouse today.' } });
    await scene.marta.post(`/tickets/${id}/close`);
    marta = await aWindow(browser, scene.desk.url);
    await logIn(marta.context, scene.desk.url, ADMIN);
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('equal those of the API, and what they mean is said', async () => {
    const { page } = marta;
    await page.goto('/analytics?period=today&zone=Europe/Madrid');
    await page.getByRole('slider', { name: /^New and closed tickets/ }).waitFor();
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Madrid' }));
    const { metrics, durations } = await call(page, 'GET', `/analytics/summary?from=${today}&to=${today}&zone=Europe/Madrid&group=hour`);
    expect([metrics.new_tickets.total, metrics.closed_tickets.total, durations.first_response.n]).toEqual([2, 1, 1]);
    expect(await tile(page, 'New tickets').locator('.num').innerText()).toBe('2');
    expect(await tile(page, 'Closed').locator('.num').innerText()).toBe('1');
    expect(await tile(page, 'First response').locator('.num').innerText()).toBe(`${durations.first_response.median} s`);
    expect(await card(page, 'How they closed').getByRole('listitem').allInnerTexts()).toEqual(['By a person\n1']);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    const inFile = (begins: string) =>
      lines
        .find((line) => line.startsWith(begins))
        ?.split(',')
        .at(-1);
    expect([file.suggestedFilename(), inFile('new_tickets,count,all'), inFile('closed_tickets,count,cause,closed_by_person')]).toEqual([
      `figures-${today}.csv`,
      '2',
      '1',
    ]);
    await page.getByRole('button', { name: 'What these mean' }).click();
    await page.getByRole('dialog').getByText('Times that a ticket was closed, by why it was.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.textContent === 'What these mean');
  });

  it('are read point by point with keys, and as a table', async () => {
    const { page } = marta;
    const chart = page.getByRole('slider', { name: /^New and closed tickets/ });
    await chart.focus();
    await page.keyboard.press('Home');
    await page.locator('.plotbox').getByText('00:00').waitFor();
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/00:00.*: \d new, \d closed$/);
    await page.getByRole('button', { name: /^Period/ }).click();
    await page.getByRole('menuitemradio', { name: 'Last 7 days' }).click();
    await page.waitForURL(/period=last_7/);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Period'));
    // The chart of the period before may still stand there when the address is the new one.
    await until('the last day is read', async () => {
      await chart.press('End');
      return page.locator('.plotbox').getByText('2 new, 1 closed').isVisible();
    });
    expect(await card(page, 'New and closed tickets').getByRole('row').last().innerText()).toMatch(/^Reopened/);
    await card(page, 'When they come').getByRole('button', { name: 'Table' }).click();
    await card(page, 'When they come').getByRole('table').getByRole('link', { name: '2' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('lead to their tickets: all of them, one bar of a histogram, one hour of the week, and what stands now', async () => {
    const { page, complaints } = marta;
    await card(page, 'When they come').getByRole('table').getByRole('link', { name: '2' }).click();
    await page.getByRole('heading', { name: 'New tickets: the tickets' }).waitFor();
    await page.getByText('Elena Vidal').waitFor();
    expect(await rows(page).count()).toBe(2);
    await page.goBack();
    await card(page, 'First response').getByRole('link', { name: '1, < 1' }).click();
    await page.getByText('up to 1 min').waitFor();
    await page.getByText('Daniel Okafor').waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.getByRole('link', { name: /^#\d+$/ }).click();
    await page.getByRole('log').getByText('The new bulbs do not fit.').waitFor();
    await page.goto('/analytics');
    await card(page, 'Open now').getByRole('link', { name: '1 Active' }).click();
    await page.getByRole('option', { name: /Elena Vidal/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
