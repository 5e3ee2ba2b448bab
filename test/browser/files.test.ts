import type { Browser, Page } from 'playwright-core';
import { findings } from './support/axe';
import { aWindow, logIn, openBrowser } from './support/browser';
import { ADMIN } from './support/desk';
import { box, conversation, said, thread } from './support/inbox';
import { asksForAPerson, openScene, type Scene } from './support/scene';

/** A PNG of one point. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFfgJ+cGqkzwAAAABJRU5ErkJggg==';

/** As somebody who copied a file pastes it into the box. */
async function pastes(page: Page, name: string, type: string, base64: string): Promise<void> {
  await box(page).focus();
  await page.evaluate(
    ([called, mime, data]) => {
      const bytes = Uint8Array.from(atob(data ?? ''), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], called ?? '', { type: mime ?? '' }));
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [name, type, base64],
  );
}

describe('files in a conversation', () => {
  let scene: Scene;
  let browser: Browser;
  let marta: Awaited<ReturnType<typeof aWindow>>;
  const phone = () => scene.twin.thread(scene.twin.account('whatsapp').id, 'elena').messages.at(-1);

  beforeAll(async () => {
    [scene, browser] = await Promise.all([openScene(), openBrowser({ microphone: true })]);
    await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked.');
    marta = await aWindow(browser, scene.desk.url);
    await logIn(marta.context, scene.desk.url, ADMIN);
    await marta.page.goto(`/inbox/open/${(await scene.ticketOf('elena')).id}`);
    await box(marta.page).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await scene?.close();
  });

  it('go out when they are pasted, an empty one is refused with words, and the customer reads them', async () => {
    const { page } = marta;
    const send = page.getByRole('button', { name: /^Send/ });
    const cards = page.getByRole('list', { name: 'Attached files' });
    await pastes(page, 'lamp.png', 'image/png', PICTURE);
    await pastes(page, 'nothing.pdf', 'application/pdf', '');
    await cards.getByRole('alert').filter({ hasText: 'This file is empty.' }).waitFor();
    await cards.getByText('lamp.png is attached.').waitFor({ state: 'attached' });
    await box(page).fill('Is it this one?');
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await conversation(page).getByText('A file can’t be sent here. Remove it.').first().waitFor();
    expect(await findings(page)).toEqual([]);

    await page.reload();
    await cards.getByText('lamp.png is attached.').waitFor({ state: 'attached' });
    expect(await cards.getByRole('listitem').count()).toBe(1);
    await box(page).press('Control+Enter');
    await said(page, 'Is it this one?').getByText('Read').waitFor();
    expect(phone()).toMatchObject({
      by: 'business',
      kind: 'image',
      text: 'Is it this one?',
      picture: expect.stringContaining('image/png'),
    });
    await cards.waitFor({ state: 'detached' });
  });

  it('are voice messages that are recorded here, listened to, and sent as the network takes them', async () => {
    const { page } = marta;
    await page.getByRole('button', { name: 'Record a voice message' }).click();
    const recording = page.getByRole('group', { name: 'Record a voice message' });
    await recording.getByText('0:01').waitFor();
    await recording.getByRole('button', { name: 'Finish' }).click();
    const cards = page.getByRole('list', { name: 'Attached files' });
    await cards.getByRole('button', { name: 'Play: Voice message' }).click();
    await cards.getByRole('button', { name: 'Pause: Voice message' }).waitFor();
    await cards.getByText('Voice message is attached.').waitFor({ state: 'attached' });
    await box(page).press('Control+Enter');
    const sent = thread(page)
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: /^Play: Voice message from You/ }) });
    await sent.getByText('Read').waitFor();
    // Read back by the browser from what the desk keeps: as long as it was recorded.
    await sent.getByText('0:01').waitFor();
    // The twin takes as a voice message only what WhatsApp does: Opus in Ogg.
    expect(phone()).toMatchObject({ by: 'business', kind: 'audio', progress: 'read' });
  });

  it('are looked at in full by keyboard, one after the other, and the focus comes back', async () => {
    const { page } = marta;
    await scene.twin.act('say', { account: 'whatsapp', customer: 'elena', type: 'image', caption: 'No, this one' });
    const theirs = said(page, 'No, this one').getByRole('button', { name: /^Photo from Elena Vidal/ });
    await theirs.focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: /^Photo from Elena Vidal.*2 of 2$/ });
    await viewer.waitFor();
    await page.keyboard.press('+');
    await viewer.getByText('150 %').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('dialog', { name: /^Photo from You.*1 of 2$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await theirs.and(page.locator(':focus')).waitFor();
  });

  it('stand as files where the browser cannot play them', async () => {
    await scene.twin.act('say', { account: 'whatsapp', customer: 'elena', type: 'audio' });
    await thread(marta.page)
      .getByRole('link', { name: /^Audio.*Download/ })
      .waitFor();
  });

  it('left no complaint in the browser', () => {
    expect(marta.complaints).toEqual([]);
  });
});
