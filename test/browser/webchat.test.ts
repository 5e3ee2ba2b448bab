import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { PageApi } from '../../channels/webchat/widget/page-api';
import { logIn as seatOf } from '../../demo/desk';
import { BOT } from '../../demo/shop';
import { until } from '../proof/support/until';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN, type BrowserDesk, makeAdmin, openDesk } from './support/desk';
import { said, sends } from './support/inbox';
import { openSite } from './support/site';

/** What the script may weigh on its way to a site, in bytes as gzip packs it. */
const BUDGET = 25_000;
/** A PNG of one point. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFfgJ+cGqkzwAAAABJRU5ErkJggg==', 'base64');
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script> javascript:alert(1) https://example.com/a_(b).';

const launcher = (page: Page) => page.getByRole('button', { name: /^Open chat|^Close chat/ }).last();
const chat = (page: Page) => page.getByRole('dialog', { name: 'Casa Lumen' });
const box = (page: Page) => chat(page).getByRole('textbox', { name: 'Message' });
const inside = (page: Page) => page.evaluate(() => document.querySelector('relaydesk-webchat')?.shadowRoot?.activeElement?.className);

async function writes(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

describe('the chat on a page of another site', () => {
  let desk: BrowserDesk;
  let browser: Browser;
  let shop: Awaited<ReturnType<typeof openSite>>;
  let elsewhere: Awaited<ReturnType<typeof openSite>>;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  let visitor: Awaited<ReturnType<typeof aWindow>>;
  let line = '';

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), openBrowser()]);
    await makeAdmin(desk);
    const given = [() => line, () => desk.url] as const;
    [shop, elsewhere] = await Promise.all([openSite(...given), openSite(...given)]);
    const seat = await seatOf(desk.url, ADMIN);
    await seat.put('/me/presence', { presence: 'online' });
    const config = { allowedOrigins: shop.url, title: 'Casa Lumen', color: '#0b7285', greeting: 'Looking for a lamp?', greetAfter: '0' };
    const { id } = await seat.post('/channels', { kind: 'webchat', name: 'Shop', config });
    line = `<script src="${desk.url}/webchat.js" data-channel="${id}" async></script>`;
    [marta, visitor] = await Promise.all([aWindow(browser, desk.url), aWindow(browser, shop.url)]);
    await logIn(marta.context, desk.url, ADMIN);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([desk?.close(), shop?.close(), elsewhere?.close()]);
  });

  it('is one small script that greets once, and is opened, used and closed by keyboard', async () => {
    const { page, complaints } = visitor;
    const script = page.waitForResponse(/webchat\.js$/);
    await page.goto('/');
    const came = await script;
    expect(came.headers()).toMatchObject({
      'content-type': expect.stringMatching(/javascript; charset=utf-8/),
      'content-encoding': 'gzip',
    });
    expect(gzipSync(await came.body()).length).toBeLessThan(BUDGET);
    await page.getByRole('button', { name: 'Looking for a lamp?' }).waitFor();
    expect(await findings(page)).toEqual([]);

    await launcher(page).focus();
    await page.keyboard.press('Enter');
    await box(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await chat(page).waitFor({ state: 'hidden' });
    expect(await inside(page)).toBe('launcher');
    await page.reload();
    await launcher(page).waitFor();
    await page.waitForTimeout(100);
    expect(await page.getByRole('button', { name: 'Looking for a lamp?' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('carries a conversation with somebody in the desk: words as words, typing and reading both ways', async () => {
    const { page, complaints } = visitor;
    await launcher(page).click();
    await writes(page, HOSTILE);
    await chat(page)
      .getByText(/· Sent$/)
      .waitFor();
    expect(await chat(page).getByRole('link').getAttribute('href')).toBe('https://example.com/a_(b)');
    expect(await chat(page).locator('img, script').count()).toBe(0);
    expect(await page.title()).toBe('A lamp shop');

    await marta.page.goto('/inbox/open');
    await marta.page.getByRole('option').first().click();
    await said(marta.page, HOSTILE).waitFor();
    await chat(page)
      .getByText(/· Read$/)
      .waitFor();
    await marta.page.getByRole('textbox', { name: /^Reply to/ }).pressSequentially('Ye');
    await chat(page).getByText('Somebody is writing…').waitFor();
    await page.keyboard.press('Escape');
    await sends(marta.page, 'Yes, https://lamps.example has it <b>today</b>.');
    await page.getByRole('button', { name: 'Open chat, 1 unread message' }).click();
    await chat(page).getByText('has it <b>today</b>.').waitFor();
    await said(marta.page, 'Yes, ').getByText('Read').waitFor();
    await box(page).pressSequentially('Th');
    await marta.page
      .getByText(/is writing/)
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
    expect([...complaints, ...marta.complaints]).toEqual([]);
  });

  it('carries files both ways, and refuses what can’t be sent with words', async () => {
    const { page } = visitor;
    const picker = page.locator('relaydesk-webchat input[type=file]');
    await picker.setInputFiles([
      { name: 'lamp.png', mimeType: 'image/png', buffer: PICTURE },
      { name: 'lamp.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    ]);
    const files = chat(page).getByRole('list', { name: 'Attached files' });
    await files.getByText('Files of this type can’t be sent here.').waitFor();
    expect(await findings(page)).toEqual([]);
    await files.getByRole('button', { name: 'Remove lamp.exe' }).click();
    await writes(page, 'This one');
    await chat(page).getByRole('img', { name: 'lamp.png' }).waitFor();
    const theirs = marta.page.getByRole('log').getByRole('button', { name: /^Photo from/ });
    await theirs.waitFor();

    await marta.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'price.txt', mimeType: 'text/plain', buffer: Buffer.from('12 EUR') });
    await marta.page.getByText('price.txt is attached.').waitFor({ state: 'attached' });
    await marta.page.getByRole('textbox', { name: /^Reply to/ }).press('Control+Enter');
    const come = page.waitForEvent('download');
    await chat(page)
      .getByRole('button', { name: /price\.txt/ })
      .click();
    expect((await come).suggestedFilename()).toBe('price.txt');
  });

  it('keeps what is written without a network over a reload, and sends it once; a restart of the desk loses nothing', async () => {
    const { page, context } = visitor;
    await context.setOffline(true);
    await chat(page).getByText('No connection. What you write goes out when it is back.').waitFor();
    await writes(page, 'Written in a tunnel');
    await chat(page)
      .getByText(/· Waits for a connection$/)
      .waitFor();
    await context.setOffline(false);
    await page.reload();
    await chat(page).getByText('Written in a tunnel').waitFor();
    await said(marta.page, 'Written in a tunnel').waitFor();
    expect(await said(marta.page, 'Written in a tunnel').count()).toBe(1);
    await chat(page)
      .getByText(/· (Sent|Read)$/)
      .waitFor();

    await desk.kill();
    await writes(page, 'Is anybody there?');
    await chat(page)
      .getByText(/· Waits for a connection$/)
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await desk.again();
    await chat(page)
      .getByText(/· (Sent|Read)$/)
      .waitFor();
    const seat = await seatOf(desk.url, ADMIN);
    const { chatId } = (await seat.get('/tickets')).data[0];
    await until('it came once', async () => {
      const texts = (await seat.get(`/chats/${chatId}/messages?limit=50`)).data.map(
        ({ content }: { content: { text?: string } }) => content.text,
      );
      return texts.filter((text: string) => text === 'Is anybody there?').length === 1;
    });
  });

  it('stays closed on any other site, for its pages, its calls and its sockets', async () => {
    const { page, context } = await aWindow(browser, elsewhere.url);
    const told = page.waitForEvent('console', (message) => message.text().startsWith('Relaydesk: no chat on this page'));
    await page.goto('/');
    await told;
    expect(await page.locator('relaydesk-webchat').count()).toBe(0);
    const reached = await page.evaluate(
      async ([base, channel]) => {
        const call = await fetch(`${base}/webchat/${channel}/session`, { method: 'POST', body: '{}' }).then(
          () => true,
          () => false,
        );
        const socket = await new Promise((resolve) => {
          const line = new WebSocket(`${base?.replace('http', 'ws')}/webchat/${channel}/live`, ['relaydesk.v1', 'x']);
          line.onopen = () => resolve(true);
          line.onerror = () => resolve(false);
        });
        return [call, socket];
      },
      [desk.url, /data-channel="([^"]+)"/.exec(line)?.[1]],
    );
    expect(reached).toEqual([false, false]);
    await context.close();
  });

  it.each([
    { name: 'in the dark on a phone, in Spanish', path: '/es', look: { size: 'phone', theme: 'dark' }, open: 'Abrir el chat' },
    { name: 'from right to left', path: '/ar', look: { size: 'tablet', theme: 'light' }, open: 'Open chat' },
  ] as const)('stands $name, and axe finds nothing', async ({ path, look, open }) => {
    const { page, context, complaints } = await aWindow(browser, shop.url, look);
    await context.addInitScript(
      (kept) => {
        for (const [key, value] of kept) localStorage.setItem(key, value);
      },
      await visitor.page.evaluate(() => Object.entries(localStorage).filter(([key]) => !key.endsWith(':open'))),
    );
    await page.goto(path);
    await page.getByRole('button', { name: open }).click();
    await chat(page).getByText('Written in a tunnel').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('knows who is signed in on every computer, where no socket opens too, and lets them choose what a bot offers', async () => {
    const seat = await seatOf(desk.url, ADMIN);
    const { id: botId } = await seat.post('/bots', BOT);
    const config = { allowedOrigins: shop.url, title: 'Casa Lumen', identitySecret: 'a secret of the shop' };
    const { id } = await seat.post('/channels', { kind: 'webchat', name: 'Members', config, botId });
    line = line.replace(/data-channel="[^"]+"/, `data-channel="${id}"`);
    const signature = createHmac('sha256', config.identitySecret).update('elena').digest('hex');
    const arrives = async (path: string) => {
      const one = await aWindow(browser, shop.url);
      await one.page.goto(path);
      await launcher(one.page).click();
      return one;
    };
    const identifies = (page: Page, given: Parameters<PageApi['identify']>[0]) =>
      page.evaluate(
        (who) =>
          (window.Relaydesk as PageApi).identify(who).then(
            () => 'known',
            () => 'refused',
          ),
        given,
      );

    const here = await arrives('/deaf');
    expect(await identifies(here.page, { externalId: 'elena', signature: [...signature].reverse().join('') })).toBe('refused');
    expect(await identifies(here.page, { externalId: 'elena', name: 'Elena Vidal', signature })).toBe('known');
    await writes(here.page, 'Hello');
    await chat(here.page).getByRole('button', { name: 'Opening hours' }).click();
    await chat(here.page).getByText('We are open Monday').waitFor();
    expect(await chat(here.page).getByRole('button', { name: 'Opening hours' }).isDisabled()).toBe(true);

    const there = await arrives('/');
    expect(await identifies(there.page, { externalId: 'elena', name: 'Elena Vidal', signature })).toBe('known');
    await chat(there.page).getByText('Hello', { exact: true }).waitFor();
    await there.page.evaluate(() => (window.Relaydesk as PageApi).signOut());
    await chat(there.page).getByText('Hello', { exact: true }).waitFor({ state: 'detached' });
    await Promise.all([here.context.close(), there.context.close()]);
  });
});
