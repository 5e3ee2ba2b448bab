import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { asksForAPerson, openScene, type Scene } from './support/scene';

/** What the code of the inbox with an open conversation may weigh on its way, in bytes as gzip packs it. */
const BUDGET = 250_000;

let scene: Scene;
let browser: Browser;

beforeAll(async () => {
  [scene, browser] = await Promise.all([openScene(), openBrowser()]);
  await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
});

afterAll(async () => {
  await browser?.close();
  await scene?.close();
});

const isCode = (response: Response): boolean => /javascript/.test(response.headers()['content-type'] ?? '');

test.each(['en-GB', 'es-ES'])('The inbox with an open conversation is there after less than 250 kB of code, in %s', async (locale) => {
  const { context, page } = await aWindow(browser, scene.desk.url, { locale });
  await logIn(context, scene.desk.url, ADMIN);
  const came: Response[] = [];
  page.on('response', (response) => void (isCode(response) && came.push(response)));
  await page.goto(`/inbox/open/${(await scene.ticketOf('elena')).id}`);
  await page.getByRole('log').getByText('The pendant arrived').waitFor();
  await page.getByRole('textbox').last().waitFor();
  const weights = await Promise.all(
    [...came].map(async (response) => [new URL(response.url()).pathname, gzipSync(await response.body()).length]),
  );
  const all = weights.reduce((sum, [, weight]) => sum + Number(weight), 0);
  expect(weights.length).toBeGreaterThan(1);
  expect({ all: all < BUDGET, weights: all < BUDGET ? [] : weights }).toEqual({ all: true, weights: [] });
  await context.close();
});
