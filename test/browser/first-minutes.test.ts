import type { Browser } from 'playwright-core';
import { aWindow, openBrowser } from './support/browser';
import { ADMIN, type BrowserDesk, openDesk } from './support/desk';

/** PRODUCT.md, journey 1: from the set-up link to blue ticks, by hand, as a newcomer. */
describe('the first five minutes', () => {
  let desk: BrowserDesk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([openDesk(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  it('lead from the set-up link to an answered ticket, and the bot back after it was closed', async () => {
    const { page, complaints } = await aWindow(browser, desk.url);
    const phone = page.getByRole('complementary', { name: 'The customer’s phone' });
    const steps = page.getByRole('list', { name: 'Steps of the trial' }).getByRole('listitem');
    const says = async (text: string) => {
      await phone.getByRole('textbox').fill(text);
      await phone.getByRole('textbox').press('Enter');
    };

    await page.goto(desk.setupUrl);
    await page.getByLabel('Your name').fill(ADMIN.name);
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByLabel('Password').fill(ADMIN.password);
    await page.getByRole('button', { name: 'Make the first admin' }).click();
    await page.locator('[name=email][aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe(ADMIN.name);
    expect(page.url()).not.toContain('#');
    await page.getByLabel('E-mail').fill(ADMIN.email);
    await page.getByRole('button', { name: 'Make the first admin' }).click();

    await page.getByRole('button', { name: 'Start the trial' }).click();
    await phone.waitFor();
    await says('Hello');
    await phone.getByText('What can I do for you?').waitFor();
    await phone.getByRole('button', { name: 'A person, please' }).click();

    await page.getByRole('option', { name: /Trial customer/ }).click();
    await page
      .getByText(/assigned to you/i)
      .first()
      .waitFor();
    await says('My lamp flickers <b>a lot</b>.');
    await page
      .getByRole('log', { name: /Trial customer/ })
      .getByText('My lamp flickers <b>a lot</b>.')
      .waitFor();
    await page.getByRole('textbox', { name: /Reply to Trial customer/ }).fill('Hello! Happy to help.');
    await page.keyboard.press('Control+Enter');
    await phone.getByText('Hello! Happy to help.').waitFor();
    await page
      .getByRole('log', { name: /Trial customer/ })
      .getByText('Read')
      .last()
      .waitFor();

    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await steps.nth(4).getByText('(done)').waitFor({ state: 'attached' });
    await says('Thank you');
    await phone
      .getByText(/I did not get that|What can I do for you/)
      .last()
      .waitFor();
    expect(await steps.filter({ hasText: '(done)' }).count()).toBe(5);

    await page.getByRole('button', { name: 'End the trial' }).click();
    await page.getByRole('button', { name: 'End the trial and delete it' }).click();
    await page.getByRole('heading', { name: 'How would you like to begin?' }).waitFor();
    await page.goto('/inbox/closed');
    await page.getByText('No tickets here').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
