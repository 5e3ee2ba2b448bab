import type { Browser } from 'playwright-core';
import type { Seat } from '../../demo/desk';
import { until } from '../proof/support/until';
import { type aWindow, openBrowser } from './support/browser';
import { type HandDesk, openHandDesk } from './support/hand-desk';
import { box, row, said, sends, thread } from './support/inbox';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REMINDER = 'Are you still there? Otherwise we close this for now.';

/** PRODUCT.md, journey 4: the customer falls silent, and the desk tidies up in steps that everybody can see. */
describe('silence', () => {
  let desk: HandDesk;
  let browser: Browser;
  let seat: Seat;
  let admin: Awaited<ReturnType<typeof aWindow>>;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  const phoneOf = (customer: string) => desk.twin.thread(desk.twin.account('whatsapp').id, customer).messages;
  const ticketsOf = async (name: string): Promise<{ readonly id: string; readonly number: number; readonly status: string }[]> =>
    (await desk.admin.get('/tickets?limit=200')).data.filter(({ contact }: { contact: { name: string } }) => contact.name === name);
  const asksForAPerson = async (customer: string, name: string, text: string) => {
    const before = (await ticketsOf(name)).length;
    await desk.says(customer, 'Hello');
    await until('the bot’s greeting', async () => phoneOf(customer).at(-1)?.by === 'business');
    await desk.says(customer, 'I would like to ask a person');
    await until(`a ticket of ${name}`, async () => (await ticketsOf(name)).length > before);
    await desk.says(customer, text);
  };

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openHandDesk(), openBrowser()]);
    seat = await desk.agent('Luis');
    await seat.put('/me/presence', { presence: 'online' });
    [admin, luis] = [await desk.window(browser, 'Admin'), await desk.window(browser, 'Luis')];
    await luis.page.goto('/inbox/open');
    await asksForAPerson('elena', 'Elena Vidal', 'My lamp flickers.');
    await row(luis.page, /Elena Vidal/).click();
    await said(luis.page, 'My lamp flickers.').waitFor();
    await sends(luis.page, 'Could you send me the order number?');
    await said(luis.page, 'Could you send me the order number?').getByText('Read').waitFor();
    await desk.pass(20 * MINUTE);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  it('is given its steps by an admin, who sees before saving which tickets they move', async () => {
    const { page } = admin;
    await page.goto('/settings/texts');
    await page.getByRole('switch', { name: 'Reminder' }).click();
    await page.getByRole('textbox', { name: 'Reminder' }).fill(REMINDER);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: 'Timers' }).click();
    const lasts = async (name: string, amount: string, unit: string) => {
      await page.getByRole('textbox', { name: `${name}: number` }).fill(amount);
      await page.getByRole('combobox', { name: `${name}: unit` }).selectOption({ label: unit });
    };
    const impact = page.getByRole('region', { name: 'This would move' });
    await lasts('Go idle', '15', 'minutes');
    await impact.getByText('1 open ticket').waitFor();
    await impact.getByText(/Elena Vidal/).waitFor();
    await page.getByRole('switch', { name: 'Close what is idle' }).click();
    await lasts('Close what is idle', '2', 'hours');
    await page.getByRole('switch', { name: 'Remind' }).click();
    await lasts('Remind', '3', 'hours');
    await page.getByText(/The reminder must come before the close/).waitFor();
    await lasts('Remind', '30', 'minutes');
    await page.getByRole('button', { name: 'Save and move 1 ticket' }).click();
    await page.getByText('3 changes for all channels.').waitFor({ state: 'hidden' });
    expect((await ticketsOf('Elena Vidal'))[0]?.status).toBe('active');
  });

  it('makes the ticket idle, reminds the customer once, and closes it, each with its reason', async () => {
    const { page } = luis;
    await desk.pass(MINUTE);
    await row(page, /Elena Vidal.*Idle/).waitFor();
    await thread(page).getByText('Gone idle: Elena was silent for 15 min').waitFor();
    await desk.pass(HOUR + 25 * MINUTE);
    expect(phoneOf('elena').map(({ text }) => text)).not.toContain(REMINDER);
    await desk.pass(10 * MINUTE);
    await said(page, REMINDER).getByText('Automatic', { exact: true }).last().waitFor();
    expect(phoneOf('elena').filter(({ text }) => text === REMINDER)).toHaveLength(1);
    await desk.pass(30 * MINUTE);
    await row(page, /Elena Vidal.*Closed/).waitFor();
    await thread(page).getByText('Closed by itself: idle for 2 h').waitFor();
    await page.getByText('This ticket is closed.').waitFor();
    await thread(page).getByRole('button', { name: 'Why?' }).last().press('Enter');
    await page
      .getByRole('region', { name: /^Why: Closed by itself/ })
      .getByText('Closes after')
      .waitFor();
    expect(phoneOf('elena').filter(({ text }) => text === REMINDER)).toHaveLength(1);
  });

  it('ends when the customer comes back two days later: the bot greets them, and no ticket is doubled', async () => {
    const { page } = luis;
    await desk.pass(2 * DAY, 6 * HOUR);
    await desk.says('elena', 'Hello again');
    await until('the bot’s answer', async () => phoneOf('elena').at(-1)?.by === 'business');
    expect(phoneOf('elena').filter(({ text }) => text.includes('What can I do for you?'))).toHaveLength(2);
    expect(await ticketsOf('Elena Vidal')).toMatchObject([{ status: 'closed' }]);

    await desk.says('elena', 'I would like to ask a person');
    await page
      .getByRole('button', { name: '1 new above' })
      .or(row(page, /Elena Vidal.*Active/))
      .first()
      .click();
    await row(page, /Elena Vidal.*Active/).click();
    const [now, former] = await ticketsOf('Elena Vidal');
    expect([now?.status, former?.status]).toEqual(['active', 'closed']);
    expect(await ticketsOf('Elena Vidal')).toHaveLength(2);
    await thread(page)
      .getByRole('link', { name: new RegExp(`#${former?.number} closed by itself`) })
      .waitFor();
    await said(page, 'Could you send me the order number?').waitFor();
  });

  it('closes the time to answer freely, and the box says so before a key is pressed', async () => {
    const { page } = luis;
    await page.getByRole('switch', { name: 'Keep this ticket open' }).click();
    await page.getByText('Timers are off for this ticket.').waitFor();
    await sends(page, 'Good to hear from you again!');
    await said(page, 'Good to hear from you again!').getByText('Read').waitFor();
    await desk.pass(23 * HOUR + 55 * MINUTE, HOUR);
    await box(page).waitFor();
    await page.keyboard.press('Escape');
    await desk.pass(10 * MINUTE);
    await page.getByText(/Elena wrote more than 24 hours ago\. WhatsApp now takes only an approved template/).waitFor();
    expect(await box(page).count()).toBe(0);
    await desk.says('elena', 'It is 20817');
    await box(page).waitFor();
    expect([...admin.complaints, ...luis.complaints].filter((line) => !/WebSocket|socket\.io|ERR_CONNECTION/.test(line))).toEqual([]);
  });
});
