import type { Browser, Page } from 'playwright-core';
import { aWindow, call, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { box, noteBox, row, said, thread } from './support/inbox';
import { AGENTS, asksForAPerson, openScene, type Scene } from './support/scene';

const [LUIS = ADMIN] = AGENTS;

/** What has the focus: its role, or its element. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.localName);
const isFocused = (page: Page, what: string) =>
  page.waitForFunction((wanted) => (document.activeElement?.getAttribute('role') ?? document.activeElement?.localName) === wanted, what);
const name = (page: Page, of: RegExp) => page.getByRole('main').getByRole('heading', { level: 2, name: of });

/** DESIGN §6: an agent's day without a pointer, on any keyboard. */
describe('the keyboard alone', () => {
  let scene: Scene;
  let browser: Browser;
  let luis: Awaited<ReturnType<typeof aWindow>>;

  const command = async (text: string, row: RegExp) => {
    const { page } = luis;
    await page.keyboard.press('Control+KeyK');
    await isFocused(page, 'combobox');
    await page.keyboard.type(text);
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option', { name: row, selected: true }).waitFor();
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser()]);
    await scene.marta.put('/me/presence', { presence: 'offline' });
    await scene.luis.put('/me/presence', { presence: 'online' });
    luis = await aWindow(browser, scene.desk.url);
    await logIn(luis.context, scene.desk.url, LUIS);
    await asksForAPerson(scene, 'elena', 'The pendant is cracked.');
    await asksForAPerson(scene, 'joaquin', '¿Está listo mi pedido 20817?');
    await luis.page.goto('/inbox/mine');
    await row(luis.page, /Joaquín/).waitFor();
    await row(luis.page, /Elena Vidal/).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('finds a person without their accents, and goes from ticket to ticket', async () => {
    const { page } = luis;
    await command('joaquin herr', /Joaquín Herrera/);
    await name(page, /Joaquín/).waitFor();
    const { found, other } = (await row(page, /./).first().textContent())?.includes('Joaquín')
      ? { found: 'Alt+KeyJ', other: 'Alt+KeyK' }
      : { found: 'Alt+KeyK', other: 'Alt+KeyJ' };
    await page.keyboard.press(found);
    await name(page, /Elena/).waitFor();
    await page.keyboard.press(other);
    await name(page, /Joaquín/).waitFor();
  });

  it('writes every character that it is given, whatever the desk has on that key', async () => {
    const { page } = luis;
    const text = 'Señor Herrera: ¿ñ, @, /, ?, #, €, ł? jkemigawlp 100 %';
    await page.keyboard.press('Alt+KeyL');
    await isFocused(page, 'textarea');
    await page.keyboard.type(text);
    expect(await box(page).inputValue()).toBe(text);
    // AltGr and E makes € on many keyboards; browsers on Windows report Ctrl and Alt beside it.
    const stolen = await box(page).evaluate((area) =>
      ['KeyE', 'KeyQ', 'KeyM', 'KeyA', 'KeyG', 'KeyI', 'KeyJ', 'KeyL', 'Digit2'].filter((code) => {
        const pressed = { code, key: '€', ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true, cancelable: true };
        return !area.dispatchEvent(new KeyboardEvent('keydown', pressed));
      }),
    );
    expect(stolen).toEqual([]);
    expect(await box(page).inputValue()).toBe(text);
    await page.keyboard.press('Control+Enter');
    await said(page, text).getByText('Read').waitFor();
    await page.keyboard.press('Alt+KeyP');
    await noteBox(page).waitFor();
    await page.keyboard.type('He wants it by Friday / Saturday.');
    await page.keyboard.press('Control+Enter');
    await said(page, 'He wants it by Friday / Saturday.').getByText('Note', { exact: true }).waitFor();
    await page.keyboard.press('Alt+KeyL');
  });

  it('leaves level by level with Esc, goes round with F6, and tells its keys', async () => {
    const { page } = luis;
    await isFocused(page, 'textarea');
    await page.keyboard.press('Escape');
    await isFocused(page, 'log');
    await page.keyboard.press('Escape');
    await isFocused(page, 'listbox');
    const round = [];
    for (let at = 0; at < 5; at += 1) {
      await page.keyboard.press('F6');
      round.push(await focused(page));
    }
    expect(round).toEqual(['log', 'textarea', 'button', 'a', 'listbox']);
    await page.keyboard.press('Shift+F6');
    expect(await focused(page)).toBe('a');

    await page.keyboard.press('Shift+Slash');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('Next ticket').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await name(page, /Joaquín/).waitFor();

    await page.keyboard.press('Slash');
    const search = page.getByRole('searchbox', { name: 'Search all tickets' });
    await search.waitFor();
    await page.keyboard.type('ñ@/?jk');
    expect(await search.inputValue()).toBe('ñ@/?jk');
    await page.getByText('Nothing for “ñ@/?jk”').waitFor();
    await page.keyboard.press('Escape');
    expect(await search.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'hidden' });
    await row(page, /Elena Vidal/).waitFor();
  });

  it('sets a stage by its name, snoozes from a menu, wakes and closes', async () => {
    const { page } = luis;
    await command('stage couri', /With the courier/);
    await row(page, /Joaquín.*stage With the courier/).waitFor();
    await page.keyboard.press('Alt+KeyM');
    await page.getByRole('menuitem', { name: /In 1 hour/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row(page, /Joaquín.*stage Snoozed/).waitFor();
    await command('wake', /^Wake/);
    await row(page, /Joaquín.*stage With the courier/).waitFor();
    await page.keyboard.press('Alt+KeyE');
    await row(page, /Joaquín.*Closed/).waitFor();
    expect(luis.complaints).toEqual([]);
  });

  it('speaks Spanish and Portuguese, with their plurals', async () => {
    const { page } = luis;
    const speaks = async (
      language: string,
      label: string,
      words: { readonly view: string; readonly unread: readonly [string, string] },
    ) => {
      await page.goto('/preferences');
      await page.getByLabel(label, { exact: true }).selectOption({ label: language });
      await page.getByRole('link', { name: new RegExp(`^${words.view}`) }).click();
      await page.getByRole('heading', { level: 1, name: words.view }).waitFor();
      const { id } = await scene.ticketOf('elena');
      await call(page, 'POST', `/tickets/${id}/read`);
      for (const unread of words.unread) {
        await scene.says('elena', `Hola, ${unread}`);
        await row(page, new RegExp(`Elena Vidal.*${unread},`)).waitFor();
      }
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(language === 'Español' ? /^es/ : /^pt/);
    };
    await speaks('Español', 'Language', { view: 'Míos', unread: ['1 sin leer', '2 sin leer'] });
    await speaks('Português (Brasil)', 'Idioma', { view: 'Meus', unread: ['1 não lida', '2 não lidas'] });
    expect(await thread(page).count()).toBe(0);
    expect(luis.complaints).toEqual([]);
  });
});
