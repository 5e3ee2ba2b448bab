import type { Browser } from 'playwright-core';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const LUIS = AGENTS[0] ?? ADMIN;

/** What one does to many tickets, and to what stands beside one. */
describe('the work on tickets in a browser', () => {
  let scene: Scene;
  let browser: Browser;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  const row = (name: RegExp) => luis.page.getByRole('option', { name });
  const bar = () => luis.page.getByRole('toolbar', { name: 'Selected tickets' });

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await scene.marta.put('/fields', {
      fields: [
        { name: 'Order number', of: 'ticket', type: 'text' },
        { name: 'Pieces', of: 'ticket', type: 'number' },
        { name: 'Reason', of: 'ticket', type: 'choice', choices: ['Late', 'Broken'] },
        { name: 'Delivered on', of: 'ticket', type: 'date' },
        { name: 'Company', of: 'contact', type: 'text' },
      ],
    });
    await scene.marta.patch('/settings', { routing: { strategy: 'manual' } });
    for (const customer of ['elena', 'daniel', 'meiling']) await asksForAPerson(scene, customer, `I am ${customer}`);
    await scene.marta.post(`/tickets/${(await scene.ticketOf('daniel')).id}/take`);
    luis = await aWindow(browser, scene.desk.url);
    await logIn(luis.context, scene.desk.url, LUIS);
    await luis.page.goto('/inbox/open');
    await row(/Daniel Okafor/).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('chooses tickets by X and Shift, does one thing to all, and says which it did not do and why', async () => {
    const { page } = luis;
    await page.getByRole('listbox', { name: 'Tickets' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await bar().getByText('1 selected').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await bar().getByText('3 selected').waitFor();
    expect(await page.getByRole('option', { selected: true }).count()).toBe(3);
    expect(await findings(page)).toEqual([]);

    await bar().getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: /In 1 hour/ }).click();
    const number = (await scene.ticketOf('daniel')).number;
    await page.getByText(`#${number}: ${ADMIN.name} has it.`).waitFor();
    await page.getByText('2 snoozed. 1 not:').waitFor();
    await bar().getByText('1 selected').waitFor();
    expect(await row(/Daniel Okafor/).getAttribute('aria-selected')).toBe('true');
    expect(await findings(page)).toEqual([]);
  });

  it('adds a tag to what is still chosen, and stops choosing by Esc', async () => {
    const { page } = luis;
    await page.getByRole('button', { name: 'Hide this' }).click();
    await bar().getByRole('button', { name: 'More to do with them' }).click();
    await page.getByRole('menuitem', { name: 'Tags' }).click();
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('courier');
    await page.getByRole('button', { name: 'Add to all' }).click();
    await page.getByText('1 with the tag courier.').waitFor();
    expect((await scene.marta.get(`/tickets/${(await scene.ticketOf('daniel')).id}`)).tags).toEqual(['courier']);

    await page.getByRole('listbox', { name: 'Tickets' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
    await bar().waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: 'All open' }).waitFor();
  });

  it('fills in fields where they stand, each saying what is wrong with it', async () => {
    const { page } = luis;
    await row(/Elena Vidal/).click();
    const panel = page.getByRole('complementary', { name: 'Contact and ticket' });
    const write = async (field: string, text: string) => {
      await panel.getByRole('button', { name: new RegExp(`^${field}:`) }).click();
      await panel.getByLabel(field, { exact: true }).fill(text);
      await panel.getByLabel(field, { exact: true }).press('Enter');
    };
    await write('Order number', 'A-1042');
    await panel.getByRole('button', { name: 'Order number: A-1042' }).waitFor();
    await write('Pieces', 'several');
    await panel.getByText('expected a number').waitFor();
    await write('Pieces', '3');
    await panel.getByText('expected a number').waitFor({ state: 'hidden' });
    await panel.getByLabel('Reason').selectOption('Broken');
    await write('Delivered on', '2026-11-20');
    await write('Company', 'Casa Lumen');
    await panel.getByRole('button', { name: 'Company: Casa Lumen' }).waitFor();
    const { fields } = await scene.marta.get(`/tickets/${(await scene.ticketOf('elena')).id}`);
    expect(fields).toEqual({ order_number: 'A-1042', pieces: 3, reason: 'Broken', delivered_on: '2026-11-20' });
    await page
      .getByText('Order number: A-1042, by You', { exact: false })
      .or(page.getByText(/Order number: A-1042, by you/i))
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('blocks a person, says what that means, and offers to close the ticket', async () => {
    const { page } = luis;
    await page.getByRole('button', { name: 'More about Elena Vidal' }).click();
    await page.getByRole('menuitem', { name: 'Block this person' }).click();
    await page.getByRole('dialog', { name: 'Block Elena Vidal?' }).getByRole('button', { name: 'Block this person' }).click();
    await page.getByText('What they write is kept, but opens no ticket').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close this ticket' }).click();
    await row(/Elena Vidal.*Closed/).waitFor();
    await page.getByText('Blocked.').waitFor();
  });
});
