import type { Browser } from 'playwright-core';
import { until } from '../proof/support/until';
import { findings } from './support/axe';
import { type aWindow, openBrowser } from './support/browser';
import { type HandDesk, openHandDesk } from './support/hand-desk';
import { box, row, said } from './support/inbox';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the answer window', () => {
  let desk: HandDesk;
  let browser: Browser;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  const phone = () => desk.twin.thread(desk.twin.account('whatsapp').id, 'elena').messages.at(-1);

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openHandDesk(), openBrowser()]);
    await desk.admin.patch('/settings', { timers: { idleAfter: null }, routing: { offlineGrace: 'P7D' } });
    const seat = await desk.agent('Luis');
    await seat.put('/me/presence', { presence: 'online' });
    luis = await desk.window(browser, 'Luis');
    await luis.page.goto('/inbox/open');
    await desk.says('elena', 'Hello');
    await until('the bot’s greeting', async () => phone()?.by === 'business');
    await desk.says('elena', 'I would like to ask a person');
    await until('a ticket', async () => (await desk.admin.get('/tickets?limit=10')).data.length > 0);
    await row(luis.page, /Elena Vidal/).click();
    await box(luis.page).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  it('closes while somebody writes: the words stay, and a template is chosen, filled, seen and sent', async () => {
    const { page } = luis;
    await desk.pass(23 * HOUR + 50 * MINUTE, HOUR);
    await box(page).fill('I am so sorry, we have');
    await desk.pass(15 * MINUTE);
    await page.getByRole('tab', { name: 'Template' }).waitFor();
    expect(await box(page).inputValue()).toBe('I am so sorry, we have');
    await page.getByText('This can’t be sent now. Your text is kept.').first().waitFor();

    await page.getByRole('searchbox', { name: 'Search templates' }).fill('sale');
    await page.getByText('Paused by the network').waitFor();
    expect(await page.getByRole('button', { name: /spring_sale/ }).count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Search templates' }).fill('sorry');
    await page.getByRole('button', { name: /we_are_back/ }).click();
    await page.getByText('Every place needs a value.').waitFor();
    await page.getByRole('textbox', { name: 'Text {{1}}' }).fill('Elena');
    const seen = 'Hello Elena, sorry that our answer took so long. Are you still there?';
    await page.getByRole('region', { name: 'What the customer will see' }).getByText(seen).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send the template' }).click();
    await said(page, seen).waitFor();
    await until('it on the phone', async () => phone()?.text.includes(seen) === true);
    expect(await box(page).inputValue()).toBe('I am so sorry, we have');

    await desk.says('elena', 'Yes, I am.');
    await page.getByRole('tab', { name: 'Reply' }).waitFor();
  });
});
