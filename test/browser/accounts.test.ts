import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { until } from '../proof/support/until';
import { postOffice, textOf } from '../support/post-office';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN, type BrowserDesk, makeAdmin, openDesk, PASSWORD } from './support/desk';

const LUIS = 'luis@example.com';
const NEW = 'Another-horse-9';

describe('accounts in a browser', () => {
  let office: Awaited<ReturnType<typeof postOffice>>;
  let desk: BrowserDesk;
  let browser: Browser;

  beforeAll(async () => {
    office = await postOffice();
    [desk, browser] = await Promise.all([openDesk({ SMTP_URL: office.url }), openBrowser()]);
    await makeAdmin(desk);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
    await office.close();
  });

  const clean = async (page: Page) => expect(await findings(page)).toEqual([]);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const nextLink = async (after: number) => {
    await until('a mail', async () => office.mails.length > after);
    const mail = office.mails[after];
    return /http\S+\/invite#\S+/.exec(mail ? textOf(mail) : '')?.[0] ?? '';
  };
  const signIn = async (page: Page, password: string) => {
    await page.goto('/login');
    await page.getByLabel('E-mail').fill(LUIS);
    await page.getByLabel('Password').fill(password);
    await button(page, 'Sign in').click();
  };

  it('begin with an invitation by mail and a password of one\u2019s own', async () => {
    const marta = await aWindow(browser, desk.url);
    await logIn(marta.context, desk.url, ADMIN);
    await marta.page.goto('/settings/agents');
    await button(marta.page, 'Add agent').click();
    await marta.page.getByLabel('Name').fill('Luis');
    await marta.page.getByLabel('E-mail').fill(LUIS);
    await clean(marta.page);
    await button(marta.page, 'Invite').click();
    await marta.page.getByText(/^Invited until/).waitFor();
    await clean(marta.page);

    const luis = await aWindow(browser, desk.url, { size: 'phone', theme: 'dark' });
    await luis.page.goto(await nextLink(0));
    await luis.page.getByRole('heading', { name: 'Welcome, Luis' }).waitFor();
    expect(luis.page.url()).toBe(`${desk.url}/invite`);
    await clean(luis.page);
    await luis.page.getByLabel('New password').fill(PASSWORD);
    await button(luis.page, 'Begin').click();
    await luis.page.waitForURL(/inbox/);
    expect([...marta.complaints, ...luis.complaints]).toEqual([]);
    await Promise.all([marta.context.close(), luis.context.close()]);
  });

  it('take a second step from a phone, and end where they are told to', async () => {
    const { page, context, complaints } = await aWindow(browser, desk.url);
    await signIn(page, PASSWORD);
    await page.waitForURL(/inbox/);
    await page.goto('/preferences');
    await button(page, 'Set it up').click();
    await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor();
    await clean(page);
    const secret = (await page.locator('.totpkey').innerText()).replaceAll(' ', '');
    await page.getByLabel('The six digits that it shows then').fill(new TOTP({ secret }).generate());
    await button(page, 'Switch it on').click();
    const codes = page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    await clean(page);
    const [recovery = ''] = await codes.allInnerTexts();
    await button(page, 'I have kept them').click();
    await page.getByText('10 recovery codes are left.').waitFor();

    const other = await aWindow(browser, desk.url, { size: 'phone' });
    await signIn(other.page, PASSWORD);
    await other.page.getByRole('heading', { name: 'Your code' }).waitFor();
    await clean(other.page);
    await other.page.getByLabel('Code').fill('000000');
    await button(other.page, 'Sign in').click();
    await other.page.getByText('This code is not right').waitFor();
    await other.page.getByLabel('Code').fill(recovery);
    await button(other.page, 'Sign in').click();
    await other.page.waitForURL(/inbox/);

    await page.reload();
    await button(page, 'Sign out everywhere else').click();
    await other.page.waitForURL(/login/);
    await clean(page);
    expect([...complaints, ...other.complaints]).toEqual([]);
    await Promise.all([context.close(), other.context.close()]);
  });

  it('come back from a forgotten password by a mail', async () => {
    const { page, context, complaints } = await aWindow(browser, desk.url);
    const before = office.mails.length;
    await page.goto('/login');
    await page.getByText('Forgot the password?').click();
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await clean(page);
    await button(page, 'Mail me a link').click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const link = await nextLink(before);
    await page.goto(link);
    await page.getByLabel('New password').fill(NEW);
    await button(page, 'Begin').click();
    await page.waitForURL(/inbox/);
    await page.goto('/login');
    await page.goto(link);
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await clean(page);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
