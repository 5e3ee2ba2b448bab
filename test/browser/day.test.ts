import type { Browser } from 'playwright-core';
import { until } from '../proof/support/until';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { box, conversation, noteBox, row, said, sends, thread, turns } from './support/inbox';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const [LUIS = ADMIN, PRIYA = ADMIN] = AGENTS;
const CANNED = {
  shortcut: 'crack',
  title: 'Broken on the way',
  text: 'I am sorry, {{contact.firstName}}. I am {{agent.firstName}}, and #{{ticket.number}} is with me.',
};

/** PRODUCT.md, journey 3: what an agent does between going online and going to lunch. */
describe('a day of an agent', () => {
  let scene: Scene;
  let browser: Browser;
  let luis: Awaited<ReturnType<typeof aWindow>>;
  let priya: Awaited<ReturnType<typeof aWindow>>;

  /** What the customer's phone has, oldest first. */
  const phoneOf = (customer: string) => scene.twin.thread(scene.twin.account('whatsapp').id, customer).messages;
  const numberOf = async (customer: string) => (await scene.ticketOf(customer)).number;

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await scene.marta.post('/canned-replies', CANNED);
    await scene.marta.post('/canned-replies', { shortcut: 'hours', title: 'Opening hours', text: 'Monday to Saturday, 10 to 19 h.' });
    await scene.marta.patch('/settings', { policy: { agentsMayReopen: true } });
    await scene.marta.put('/me/presence', { presence: 'offline' });
    [luis, priya] = await Promise.all([aWindow(browser, scene.desk.url), aWindow(browser, scene.desk.url)]);
    await Promise.all([logIn(luis.context, scene.desk.url, LUIS), logIn(priya.context, scene.desk.url, PRIYA)]);
    await Promise.all([luis.page.goto('/inbox/mine'), priya.page.goto('/inbox/mine')]);
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('begins by going online: a ticket comes by itself, with what was said to the bot before', async () => {
    const { page } = luis;
    await page.getByRole('button', { name: 'Go online' }).click();
    await page.getByText('All answered').waitFor();
    await scene.says('elena', 'Hello');
    await until('the bot’s greeting', async () => phoneOf('elena').at(-1)?.by === 'business');
    await scene.says('elena', 'I would like to ask a person');
    await scene.says('elena', 'The pendant arrived with the glass cracked.');
    await row(page, /Elena Vidal/).click();
    await said(page, 'The pendant arrived with the glass cracked.').waitFor();
    expect(await said(page, 'What can I do for you?').count()).toBe(0);
    await thread(page)
      .getByRole('button', { name: /before the ticket/ })
      .click();
    await said(page, 'What can I do for you?').waitFor();
    await said(page, 'I would like to ask a person').waitFor();
  });

  it('answers with words of their own, canned ones, and buttons that the customer taps', async () => {
    const { page } = luis;
    await sends(page, 'Hello Elena, I am looking at it.');
    await said(page, 'Hello Elena, I am looking at it.').getByText('Read').waitFor();
    expect(phoneOf('elena').at(-1)).toMatchObject({ by: 'business', text: 'Hello Elena, I am looking at it.' });

    await box(page).pressSequentially('/');
    await page.getByRole('option', { name: /Opening hours/ }).waitFor();
    await box(page).pressSequentially('cra');
    await page.getByRole('option', { name: /Opening hours/ }).waitFor({ state: 'hidden' });
    await box(page).press('Enter');
    const filled = `I am sorry, Elena. I am Luis, and #${await numberOf('elena')} is with me.`;
    expect(await box(page).inputValue()).toBe(filled);
    await box(page).press('Control+Enter');
    await said(page, filled).getByText('Read').waitFor();
    expect(phoneOf('elena').at(-1)?.text).toBe(filled);

    await page.getByRole('button', { name: 'Buttons and lists' }).click();
    const dialog = page.getByRole('dialog', { name: 'Buttons and lists' });
    await dialog.getByLabel('Text above').fill('When does it suit you?');
    await dialog.getByLabel('Button 1', { exact: true }).fill('In the morning');
    await dialog.getByLabel('Button 2', { exact: true }).fill('In the evening');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await said(page, 'When does it suit you?').getByText('Read').waitFor();
    const asked = phoneOf('elena').at(-1);
    expect(asked?.choices).toMatchObject([{ title: 'In the morning' }, { title: 'In the evening' }]);
    await scene.twin.act('say', { account: 'whatsapp', customer: 'elena', type: 'tap', message: asked?.id, id: asked?.choices[1]?.id });
    await said(page, /In the evening.*by button/s).waitFor();
  });

  it('leaves a note that no customer gets, reacts, and is told in words why something was not sent', async () => {
    const { page } = luis;
    await page.keyboard.press('Alt+KeyP');
    await noteBox(page).fill('The courier owes us a pendant.');
    await page.keyboard.press('Control+Enter');
    await said(page, 'The courier owes us a pendant.').getByText('Note', { exact: true }).waitFor();
    expect(phoneOf('elena').map(({ text }) => text)).not.toContain('The courier owes us a pendant.');

    await page.keyboard.press('Alt+KeyL');
    const evening = said(page, /In the evening.*by button/s);
    await evening.hover();
    await evening.getByRole('button', { name: 'What to do with this message' }).click();
    await page.getByRole('menuitem', { name: 'React with 👍' }).click();
    await evening.getByText('👍 from Us').waitFor({ state: 'attached' });
    expect(phoneOf('elena').find(({ text }) => text === 'In the evening')?.reactions).toEqual({ business: '👍' });

    await scene.twin.act('refuse', { account: 'whatsapp', with: 'undeliverable' });
    await sends(page, 'The new one comes tomorrow evening.');
    const failed = said(page, 'The new one comes tomorrow evening.');
    await failed.getByText('WhatsApp can’t reach Elena now.').waitFor();
    expect(await failed.getByRole('button', { name: 'Write it again' }).count()).toBe(0);
    await scene.twin.act('refuse', { account: 'whatsapp', with: 'value' });
    await box(page).press('ArrowUp');
    expect(await box(page).inputValue()).toBe('The new one comes tomorrow evening.');
    await box(page).press('Control+Enter');
    await failed.last().getByText('WhatsApp can’t take what was written.').waitFor();
    await failed.last().getByRole('button', { name: 'Write it again' }).click();
    expect(await box(page).inputValue()).toBe('The new one comes tomorrow evening.');
    await box(page).press('Control+Enter');
    await said(page, 'The new one comes tomorrow evening.').last().getByText('Read').waitFor();
    expect(phoneOf('elena').filter(({ text }) => text === 'The new one comes tomorrow evening.')).toHaveLength(1);

    await scene.twin.act('close-window', { account: 'whatsapp', customer: 'elena' });
    await sends(page, 'Until then!');
    await said(page, 'Until then!').getByText('The time to answer freely was over.').waitFor();
    await scene.says('elena', 'Tomorrow is fine');
    await said(page, 'Tomorrow is fine').waitFor();
  });

  it('hands a ticket over with a note, and the colleague has both at once', async () => {
    await priya.page.getByRole('button', { name: 'Go online' }).click();
    await priya.page.getByText('All answered').waitFor();
    const { page } = luis;
    await page.keyboard.press('Alt+KeyA');
    const dialog = page.getByRole('dialog', { name: 'Transfer' });
    await dialog.getByLabel('Note for the one who gets it').fill('She is waiting for the courier.');
    await dialog.getByRole('button', { name: /Priya Nair/ }).click();
    await row(priya.page, /Elena Vidal/).click();
    await said(priya.page, 'She is waiting for the courier.').waitFor();
    await thread(priya.page).getByText('Transferred to you by Luis Prado').waitFor();
    await conversation(page).getByText('Priya Nair has this ticket.').waitFor();
    await sends(priya.page, 'Priya here: tomorrow between six and eight.');
    await said(page, 'Priya here: tomorrow between six and eight.').waitFor();
  });

  it('sets aside, takes it again, snoozes until Monday, wakes, closes by a key and reopens', async () => {
    const { page } = priya;
    const header = conversation(page);
    await page.keyboard.press('Alt+KeyI');
    await row(page, /Elena Vidal.*In progress/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, /Elena Vidal.*Active/).waitFor();

    await header.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: /Next week.*Mon.*09:00/ }).click();
    await row(page, /Elena Vidal.*stage Snoozed/).waitFor();
    const { snoozedUntil } = (await scene.ticketOf('elena')) as unknown as { snoozedUntil: string };
    const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Madrid', weekday: 'short', hour: '2-digit', minute: '2-digit' });
    expect(shown.format(new Date(snoozedUntil))).toBe('Mon 09:00');
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox', { name: 'Commands and search' }).fill('wake');
    await page.getByRole('option', { name: /^Wake/ }).waitFor();
    await page.keyboard.press('Enter');
    await row(page, /Elena Vidal.*Active/).waitFor();

    await page.keyboard.press('Alt+KeyE');
    await row(page, /Elena Vidal.*Closed/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, /Elena Vidal.*Active/).waitFor();
    await page.keyboard.press('Alt+KeyE');
    await conversation(page).getByText('This ticket is closed.').waitFor();
    await header.getByRole('button', { name: 'Reopen' }).first().click();
    await row(page, /Elena Vidal.*Active/).waitFor();
    await thread(page).getByText('Reopened by you').last().waitFor();
  });

  it('goes to lunch: the open tickets find a colleague, and say why it is this one', async () => {
    await turns(priya.page, 'Priya Nair', 'Away');
    await row(luis.page, /Elena Vidal.*Active/).waitFor();
    await row(luis.page, /Elena Vidal/).click();
    await thread(luis.page)
      .getByText(/Priya Nair went away.*assigned to you/i)
      .waitFor();
    await thread(luis.page).getByRole('button', { name: 'Why?' }).last().click();
    const why = luis.page.getByRole('region', { name: /^Why:/ });
    await why.getByText('Luis Prado').waitFor();
    await why.getByText(/away since/).waitFor();
  });

  it('finds people and words again, and keeps a list as a view', async () => {
    const { page } = luis;
    await asksForAPerson(scene, 'joaquin', '¿Está listo mi pedido 20817?');
    await row(page, /Joaquín/).waitFor();
    const number = await numberOf('elena');
    await page.getByRole('button', { name: 'Filter and search' }).click();
    const search = page.getByRole('searchbox', { name: 'Search all tickets' });
    const finds = async (q: string, who: RegExp, not: RegExp) => {
      await search.fill(q);
      await row(page, not).waitFor({ state: 'hidden' });
      await row(page, who).first().waitFor();
      await search.fill('');
      await row(page, not).waitFor();
    };
    for (const q of [`#${number}`, '+34 612 00 45 18', '0034 612004518', '612 004 518', 'vidal', 'glass cracked'])
      await finds(q, /Elena Vidal/, /Joaquín/);
    for (const q of ['joaquin herrera', 'pedido 20817']) await finds(q, /Joaquín/, /Elena Vidal/);

    await search.fill('herrera');
    await row(page, /Elena Vidal/).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'This list' }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save this list as a view' });
    await dialog.getByLabel('Name').fill('The Herrera family');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'The Herrera family' }).click();
    await page.getByRole('heading', { level: 1, name: 'The Herrera family' }).waitFor();
    await row(page, /Joaquín/).waitFor();
    expect(await row(page, /Elena Vidal/).count()).toBe(0);
    await page.reload();
    await row(page, /Joaquín/).waitFor();
  });

  it('left no complaint in either browser', () => {
    expect([...luis.complaints, ...priya.complaints]).toEqual([]);
  });
});
