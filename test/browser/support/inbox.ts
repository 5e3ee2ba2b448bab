import type { Page } from 'playwright-core';

/** The parts of the inbox as a person finds them. */
export const row = (page: Page, name: RegExp) => page.getByRole('option', { name });
export const thread = (page: Page) => page.getByRole('log', { name: /^Messages with/ });
/** One message by its words: the whole of them, not a list's preview or a toast. */
export const said = (page: Page, text: string | RegExp) => thread(page).getByRole('article').filter({ hasText: text });
export const box = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ });
export const noteBox = (page: Page) => page.getByRole('textbox', { name: /^Note/ });
export const conversation = (page: Page) => page.getByRole('main');

export async function sends(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Control+Enter');
}

/** Chooses a presence in the menu behind one's own name. */
export async function turns(page: Page, name: string, presence: 'Online' | 'Away' | 'Offline'): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${presence}`) }).click();
}
