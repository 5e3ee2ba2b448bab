import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { whatsappWebOver } from '../../channels/whatsapp-web';
import type { Desk } from '../../src/actions/desk';
import { openIntake } from '../../src/actions/hearing/intake';
import { openLines } from '../../src/lines';
import { type Lines, NO_LINES } from '../../src/ports/lines';
import { FakeWhatsApp } from '../channels/whatsapp-web/fake-client';
import { aServer, PASSWORD } from '../http/support/a-server';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';

const BUILT = join(__dirname, '..', '..', 'dist', 'web');
const ADMIN = { email: 'admin@example.com', password: PASSWORD };
const LOOKED_AFTER = 50;

/** A shop links its own phone: by a picture, by a code, and unlinks it again. */
describe('linking a phone', () => {
  const phone = new FakeWhatsApp();
  phone.isLinked = false;
  let server: Awaited<ReturnType<typeof aServer>>;
  let browser: Browser;
  let admin: Awaited<ReturnType<typeof aWindow>>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    browser = await openBrowser();
    server = await aServer({ kinds: [whatsappWebOver(phone.make)], config: { webApp: BUILT } });
    stop = await looksAfterLines(server.desk);
    admin = await aWindow(browser, server.url);
    await logIn(admin.context, server.url, ADMIN);
  });
  afterAll(async () => {
    await browser.close();
    await stop();
    await server.close();
  });

  it('shows what is to be known first, then the picture, a code instead, the number, and a way out', async () => {
    const { page } = admin;
    await page.goto('/settings/channels/new?kind=whatsapp_web');
    await page
      .getByText(/may lock the number/)
      .first()
      .waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Shop phone');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();

    await page.getByRole('img', { name: 'Picture to show the phone' }).waitFor();
    await page.getByText('Waits for a phone').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Or link by a code: the phone’s number').fill('+1 555 010 0001');
    await page.getByRole('button', { name: 'Show a code' }).click();
    await page.getByText('ABCD-1234').waitFor();

    phone.client.scan();
    await page.getByText('15550100001').waitFor();
    await page.getByText('Open', { exact: true }).waitFor();
    phone.says('15550100101@c.us', 'Is the lamp still there?');
    await page.getByText('Message').first().waitFor();

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Log out' }).click();
    await page.getByText('The account was logged out.').waitFor();
    expect([phone.isLinked, phone.running()]).toEqual([false, 0]);
    await page.getByRole('button', { name: 'Show a picture' }).click();
    await page.getByRole('img', { name: 'Picture to show the phone' }).waitFor();
  });
});

/** As the desk does when it runs, only sooner. */
async function looksAfterLines(desk: Desk): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lines-'));
  const book: { lines: Lines } = { lines: NO_LINES };
  Object.assign(desk, { lines: { ready: (channelId: string) => book.lines.ready(channelId) } });
  const lines = openLines(desk, {
    intake: openIntake(desk),
    folder,
    chromePath: null,
    after(ms, work) {
      const plan = setTimeout(work, ms);
      return () => clearTimeout(plan);
    },
  });
  book.lines = lines;
  const looking = setInterval(() => void lines.look(), LOOKED_AFTER);
  return async () => {
    clearInterval(looking);
    await lines.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
