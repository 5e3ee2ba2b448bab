import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { until } from '../proof/support/until';
import { findings } from './support/axe';
import { aWindow, call, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { asksForAPerson, openScene, type Scene } from './support/scene';

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Lines of cells, by RFC 4180. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
    else if (end === '') break;
  }
  return lines.slice(0, -1);
}

/** The numbers of one column, where there are any. */
function columnOf([heads = [], ...rows]: string[][], heading: string): number[] {
  const at = heads.indexOf(heading);
  if (at < 0) throw new Error(`no column ${heading} among ${heads.join(', ')}`);
  return rows.flatMap((row) => (row[at] === '' ? [] : [Number(row[at])]));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const medianOf = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1];

/** From the sentence to the file, and to the same numbers wherever they stand. */
describe('a report', () => {
  const [from, to] = [dayOf(Date.now() - DAY), dayOf(Date.now() + DAY)];
  let scene: Scene;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let file: Buffer;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    const { marta, ticketOf } = scene;
    const customers = ['elena', 'bruno', 'daniel', 'sofie'];
    for (const customer of customers) await asksForAPerson(scene, customer, 'Where is my lamp?');
    const { createdAt } = await marta.get(`/tickets/${(await ticketOf('elena')).id}`);
    await until('an answer that took a whole second', async () => Date.now() - Date.parse(createdAt) > 1_000);
    for (const customer of customers.slice(0, 3)) {
      const { id } = await ticketOf(customer);
      await marta.post(`/tickets/${id}/messages`, { content: { type: 'text', text: 'It left our warehouse today.' } });
      if (customer !== 'bruno') await marta.post(`/tickets/${id}/close`);
    }
    const window = await aWindow(browser, scene.desk.url);
    ({ page, complaints } = window);
    await logIn(window.context, scene.desk.url, ADMIN);
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('is asked for in a sentence, is made, and comes as the file of its manifest', async () => {
    await page.goto('/reports');
    await page.getByText('No reports yet').waitFor();
    await page.getByLabel('From which day').fill(from);
    await page.getByLabel('To which day').fill(to);
    await page.getByLabel('Time zone of the days').selectOption('UTC');
    await page.getByLabel('Format').selectOption('csv');
    await page.getByText('About 4 rows.').waitFor();
    await page.getByRole('button', { name: 'Make report' }).click();
    const link = page.getByRole('link', { name: /^Download Customer tickets, .* as CSV$/ });
    const elsewhere = { status: 404, json: { code: 'not_found', detail: 'Another instance made it.' } };
    await page.route('**/download', (route) => route.fulfill(elsewhere), { times: 1 });
    await link.click();
    await page.getByText('Not downloaded: Another instance made it.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    await page.getByText('Not downloaded').waitFor({ state: 'detached' });
    expect(download.suggestedFilename()).toMatch(/^Customer tickets, .*\.csv$/);
    file = readFileSync(await download.path());
    await page.getByRole('button', { name: /^How Customer tickets, .* was made$/ }).click();
    await page.getByText('4 tickets in 4 chats').waitFor();
    expect(await page.locator('.hash [title]').getAttribute('title')).toBe(createHash('sha256').update(file).digest('hex'));
    expect(await findings(page)).toEqual([]);
  });

  it('sums to what the API and the figures on the screen say of the same days', async () => {
    const cells = cellsOf(file.toString());
    const { metrics, durations } = await call(page, 'GET', `/analytics/summary?from=${from}&to=${to}&zone=UTC`);
    expect(cells.length - 1).toBe(4);
    expect(metrics.new_tickets.total).toBe(4);
    const answered = columnOf(cells, 'First response (s)');
    expect(durations.first_response).toMatchObject({ n: 3, sum: sumOf(answered), median: medianOf(answered) });
    expect(sumOf(answered)).toBeGreaterThan(0);
    expect(durations.handle).toMatchObject({ n: 2, sum: sumOf(columnOf(cells, 'Handled (s)')) });
    expect(durations.waiting).toMatchObject({ sum: sumOf(columnOf(cells, 'Waiting (s)')) });
    expect(durations.resolution).toMatchObject({ n: 2, sum: sumOf(columnOf(cells, 'Total (s)')) });

    await page.getByRole('link', { name: 'Analytics' }).last().click();
    const tile = (name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) }).locator('.num');
    expect(await tile('New tickets').innerText()).toBe('4');
    expect(await tile('First response').innerText()).toBe(`${medianOf(answered)} s`);
    const told = await page.getByRole('row', { name: /^Active/ }).innerText();
    expect(told.split(/\s+/).join(' ')).toBe(`Active 2 ${durations.handle.median} s ${durations.handle.p90} s`);
  });

  it('is known by its file, and a changed file is not', async () => {
    await page.goBack();
    await page.getByRole('button', { name: 'Check a file' }).click();
    const choose = page.getByRole('dialog').locator('input[type=file]');
    await choose.setInputFiles({ name: 'tickets.csv', mimeType: 'text/csv', buffer: file });
    await page.getByText('This file is as it was made').waitFor();
    expect(await findings(page)).toEqual([]);
    await choose.setInputFiles({ name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.concat([file, Buffer.from(' ')]) });
    await page.getByText('This desk made no such file').waitFor();
    expect(complaints).toEqual([]);
  });
});
