import { createECDH, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { aWindow, call, logIn, openBrowser } from './support/browser';
import { ADMIN, type BrowserDesk, makeAdmin, openDesk } from './support/desk';

const ENDPOINT = 'https://push.example.com/a-browser-of-marta';

/** Chromium's own push service is far away: its answer is given here, everything else is the browser's. */
async function pushServiceAt(page: Page): Promise<void> {
  const keys = { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
  await page.addInitScript(
    ({ endpoint, keys }) => {
      const held = { endpoint, options: {}, toJSON: () => ({ endpoint, keys }), unsubscribe: async () => localStorage.removeItem('held') };
      PushManager.prototype.subscribe = async (options) => {
        if (!options?.userVisibleOnly || !options.applicationServerKey) throw new TypeError('every push has to be seen');
        localStorage.setItem('held', 'yes');
        return held as unknown as PushSubscription;
      };
      PushManager.prototype.getSubscription = async () => (localStorage.getItem('held') ? (held as unknown as PushSubscription) : null);
    },
    { endpoint: ENDPOINT, keys },
  );
}

describe('push notifications', () => {
  let desk: BrowserDesk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), openBrowser()]);
    await makeAdmin(desk);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  const preferences = async (mayNotify: boolean) => {
    const window = await aWindow(browser, desk.url);
    if (mayNotify) await window.context.grantPermissions(['notifications']);
    await pushServiceAt(window.page);
    await logIn(window.context, desk.url, ADMIN);
    await window.page.goto('/preferences');
    return { ...window, toggle: window.page.getByRole('switch', { name: 'Push notifications' }) };
  };

  it('are switched on by a worker, the browser’s word and the desk’s, last over a reload, and are switched off', async () => {
    const { page, toggle, complaints, context } = await preferences(true);
    const told = page.waitForRequest((request) => request.url().endsWith('/me/push-subscriptions') && request.method() === 'POST');
    await toggle.click();
    const answer = await (await told).response();
    expect((await told).postDataJSON()).toMatchObject({ endpoint: ENDPOINT });
    expect(answer?.ok()).toBe(true);
    await toggle.and(page.getByRole('switch', { checked: true })).waitFor();
    const worker = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/'))?.active?.scriptURL);
    expect(worker).toBe(`${desk.url}/sw.js`);
    expect(await call(page, 'GET', '/me/preferences')).toMatchObject({ pushNotifications: true });
    await page.reload();
    await toggle.and(page.getByRole('switch', { checked: true })).waitFor();

    const gone = page.waitForRequest((request) => request.url().endsWith('/me/push-subscriptions') && request.method() === 'DELETE');
    await toggle.click();
    expect((await gone).postDataJSON()).toEqual({ endpoint: ENDPOINT });
    await toggle.and(page.getByRole('switch', { checked: false })).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('stay off, with the way to allow them, where the browser refuses', async () => {
    const { page, toggle, context } = await preferences(false);
    await toggle.or(page.getByText('This browser refuses notifications from the desk.')).first().waitFor();
    if (await toggle.isEnabled()) await toggle.click();
    await page
      .getByText(/This browser refuses notifications from the desk/)
      .first()
      .waitFor();
    expect(await page.getByRole('switch', { name: 'Push notifications', checked: true }).count()).toBe(0);
    await context.close();
  });
});
