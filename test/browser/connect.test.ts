import { createHmac } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { openTwin, type Twin } from '../../emulator';
import { aWindow, call, logIn, openBrowser } from './support/browser';
import { ADMIN, type BrowserDesk, makeAdmin, openDesk } from './support/desk';
import { row, said } from './support/inbox';

const MISTYPED = 'a-secret-that-was-mistyped-at-first';
const ROTATED = 'the-secret-after-the-rotation-0001';
const OTHER_NUMBER = '200000000000077';
/** The twin tells what was not taken once more at once, and again after this, as Meta does. */
const AGAIN = 31_000;

/** PRODUCT.md, journey 2: four values in, two out, and everything that can go wrong between is said on the page. */
describe('connecting WhatsApp', () => {
  let desk: BrowserDesk;
  let twin: Twin;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  let url: string;

  const says = (text: string, account = 'whatsapp') => twin.act('say', { account, customer: 'elena', text });
  const live = () => marta.page.locator('section', { has: marta.page.getByRole('heading', { name: 'Live' }) });
  const turnedAway = (count: number) => live().getByText(`Turned away: ${count} since the desk started`).waitFor();
  /** Meta's secret as the desk should have it. */
  const changesSecret = async (to: string) => {
    const { page } = marta;
    await page.getByRole('button', { name: 'Change: App secret' }).click();
    await page.getByLabel('New app secret').fill(to);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // The words about the former secret stand there since the first change, so only the closed form tells that this one is saved.
    await page.getByLabel('New app secret').waitFor({ state: 'hidden' });
    await page.getByText(/The former secret is still accepted until/).waitFor();
  };
  const knocks = async (body: string, headers: Readonly<Record<string, string>>) =>
    (await fetch(url, { method: 'POST', body, headers })).status;

  beforeAll(async () => {
    [twin, browser] = await Promise.all([openTwin({ seed: 'connect' }), openBrowser()]);
    desk = await openDesk({ GRAPH_API_URL: twin.url });
    await makeAdmin(desk);
    marta = await aWindow(browser, desk.url);
    await marta.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await logIn(marta.context, desk.url, ADMIN);
    await twin.act('customer', { id: 'elena', name: 'Elena Vidal', phone: '34612004518' });
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
    await twin.close();
  });

  it('takes four values, gives two to paste at Meta, and sees the handshake arrive', async () => {
    const { page } = marta;
    const { id, businessId, token } = twin.account('whatsapp');
    await page.goto('/settings/channels');
    await page.getByRole('link', { name: 'Connect a channel' }).first().click();
    await page
      .getByRole('navigation', { name: 'Which network' })
      .getByRole('link', { name: /Cloud API/ })
      .click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('This is needed.').first().waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Store line');
    await page.getByLabel('Phone number ID').fill(id);
    await page.getByLabel('WhatsApp Business Account ID').fill(businessId);
    await page.getByLabel('Access token').fill(token);
    await page.getByLabel('App secret').fill(MISTYPED);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();

    await live().getByText('Waiting for Meta. Paste the two values, then press Verify there.').waitFor();
    const copied = async (what: string) => {
      await page.getByRole('button', { name: `Copy: ${what}` }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      await page.getByRole('button', { name: `Copy: ${what}` }).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    url = await copied('Callback URL');
    const verifyToken = await copied('Verify token');
    expect(url).toMatch(new RegExp(`^${desk.url}/webhooks/\\w+$`));

    await expect(twin.act('webhook', { account: 'whatsapp', url, verifyToken: 'not-this-one' })).rejects.toThrow();
    await live()
      .getByText(/Asked once with a wrong token/)
      .waitFor();
    await twin.act('webhook', { account: 'whatsapp', url, verifyToken });
    await live().getByText('Meta asked with the right token').waitFor();
    await live().getByText('Nothing has come yet.').waitFor();
  });

  it('says that a signature is wrong and what to do, and has the message once that is done', async () => {
    const { page } = marta;
    await says('Hello, is anybody there?');
    await turnedAway(2);
    await live()
      .getByText(/signed with a secret that the desk does not know/)
      .waitFor();
    await live()
      .getByText(/may sign with another secret than the one here/)
      .waitFor();
    await changesSecret(twin.account('whatsapp').appSecret);
    await twin.advance(AGAIN);
    await live().getByText('message', { exact: true }).first().waitFor();
    await live()
      .getByText(/Events with a known one have come since/)
      .waitFor();

    expect(await knocks('{}', {})).toBe(401);
    await turnedAway(3);
    await live()
      .getByText(/no signature/)
      .waitFor();
    await live().getByText('That is not the network; nothing is missing.').waitFor();
    await page.getByRole('tab', { name: /^Rejected/ }).click();
    await page
      .getByRole('tabpanel', { name: 'Rejected' })
      .getByText(/no signature/)
      .waitFor();
  });

  it('loses nothing while the secret changes, and stops taking the former one when told so', async () => {
    const { page } = marta;
    const former = twin.account('whatsapp').appSecret;
    await changesSecret(ROTATED);
    await says('Signed with the former secret');
    await page.getByText(/The last event signed with it came/).waitFor();
    await twin.act('account', { id: twin.account('whatsapp').id, appSecret: ROTATED });
    await says('Signed with the new secret');
    await page.getByRole('tab', { name: /^Applied/ }).click();
    await page.getByRole('tabpanel', { name: 'Applied' }).getByText('A new message').nth(2).waitFor();
    await page.getByRole('button', { name: 'Stop accepting it now' }).click();
    await page.getByText(/The former secret is still accepted/).waitFor({ state: 'hidden' });
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
    expect(await knocks(body, { 'x-hub-signature-256': `sha256=${createHmac('sha256', former).update(body).digest('hex')}` })).toBe(401);
  });

  it('keeps what is for a number that it does not know, and hears it once that number is there', async () => {
    const { page } = marta;
    const { businessId, token } = twin.account('whatsapp');
    const [channel] = (await call(page, 'GET', '/channels')).data;
    const { verifyToken } = channel.webhook;
    await twin.act('account', { id: OTHER_NUMBER, kind: 'whatsapp', businessId, token, appSecret: ROTATED, verifyToken });
    await twin.act('webhook', { account: OTHER_NUMBER, url, verifyToken });
    await says('For the second number', OTHER_NUMBER);
    await page.getByRole('tab', { name: /^Unrouted/ }).click();
    const unrouted = page.getByRole('tabpanel', { name: 'Unrouted' });
    await unrouted.getByText(`For account ${OTHER_NUMBER}, which no channel here uses`).waitFor();
    await call(page, 'POST', '/channels', {
      kind: 'whatsapp_cloud',
      name: 'Second line',
      config: { phoneNumberId: OTHER_NUMBER, businessAccountId: businessId, accessToken: token, appSecret: ROTATED },
    });
    await unrouted.getByRole('button', { name: 'Replay' }).click();
    await unrouted.getByText(`For account ${OTHER_NUMBER}`).waitFor({ state: 'hidden' });

    await page.goto('/inbox/open');
    await row(page, /For the second number/).click();
    await said(page, 'For the second number').waitFor();
    expect(await said(page, 'For the second number').count()).toBe(1);
    await row(page, /Signed with the new secret/).click();
    for (const text of ['Hello, is anybody there?', 'Signed with the former secret', 'Signed with the new secret']) {
      await said(page, text).waitFor();
      expect(await said(page, text).count()).toBe(1);
    }
    expect(marta.complaints).toEqual([]);
  });
});
