import type { DraftsJson } from '../../../src/http/schemas/draft';
import { draftStore } from '../../../web/composer/draft-store';
import { draftSync, type ToSave } from '../../../web/composer/draft-sync';

const PAUSE = 800;
const EMPTY: DraftsJson = { reply: null, note: null };
const at = (ms: number) => new Date(ms).toISOString();
const reply = (text: string, updatedAt = 0, replyTo: string | null = null): DraftsJson => ({
  reply: { text, replyTo, updatedAt: at(updatedAt) },
  note: null,
});

/** A screen with one ticket, and a desk that answers what a test says. */
function aScreen() {
  const kept = new Map<string, string>();
  const tab = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (place: number) => [...kept.keys()][place] ?? null,
    length: 0,
  };
  const drafts = draftStore(() => tab);
  const saved: ToSave[] = [];
  const desk = { is: true, has: EMPTY };
  const waits = new Set<() => void>();
  const sync = draftSync({
    drafts,
    save: async (_id, draft) => {
      if (!desk.is) throw new Error('no answer');
      saved.push(draft);
      desk.has = draft.text === '' ? EMPTY : reply(draft.text);
    },
    read: async () => {
      if (!desk.is) throw new Error('no answer');
      return desk.has;
    },
    later: (ms, run) => {
      if (ms !== PAUSE) throw new Error(`waits ${ms}`);
      waits.add(run);
      return () => waits.delete(run);
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    sync,
    saved,
    desk,
    now: () => drafts.now('t').reply,
    types: (text: string, changedAt = 1) => {
      drafts.write('t', { reply: text, changedAt });
      sync.changed('t');
    },
    isSent: () => {
      drafts.write('t', { reply: '', sending: false });
      sync.changed('t');
    },
    pauses: async () => {
      for (const run of [...waits]) {
        waits.delete(run);
        run();
      }
      await settled();
    },
    settled,
  };
}

describe('a draft on its way to the desk', () => {
  test('goes there once one pauses, and says so', async () => {
    const screen = aScreen();
    await screen.sync.open('t');
    screen.types('H');
    screen.types('Hello');
    expect([screen.saved, screen.sync.state('t', 'reply')]).toEqual([[], null]);
    await screen.pauses();
    expect(screen.saved).toEqual([{ text: 'Hello', note: false, replyTo: null }]);
    expect(screen.sync.state('t', 'reply')).toBe('saved');
    screen.isSent();
    await screen.pauses();
    expect(screen.saved.at(-1)).toEqual({ text: '', note: false, replyTo: null });
  });

  test('comes from another machine, and goes with what was sent there', async () => {
    const screen = aScreen();
    screen.desk.has = reply('from elsewhere');
    await screen.sync.open('t');
    expect(screen.now()).toBe('from elsewhere');
    screen.sync.hear('t', reply('from elsewhere, longer'));
    expect(screen.now()).toBe('from elsewhere, longer');
    screen.sync.hear('t', EMPTY);
    expect([screen.now(), screen.saved]).toEqual(['', []]);
  });

  test('changes nothing in the box in which somebody writes, until they leave it', async () => {
    const screen = aScreen();
    await screen.sync.open('t');
    screen.types('mine');
    await screen.pauses();
    screen.sync.writes('t', 'reply');
    screen.desk.has = reply('theirs', 9);
    screen.sync.hear('t', screen.desk.has);
    await screen.pauses();
    expect([screen.now(), screen.saved.length]).toEqual(['mine', 1]);
    screen.sync.writes('t', null);
    await screen.settled();
    expect([screen.now(), screen.saved.length]).toEqual(['theirs', 1]);
  });

  test('that was written on while another came is the newest', async () => {
    const screen = aScreen();
    await screen.sync.open('t');
    screen.sync.writes('t', 'reply');
    screen.types('mine', 20);
    screen.sync.hear('t', reply('theirs', 9));
    screen.sync.writes('t', null);
    await screen.settled();
    expect([screen.now(), screen.saved.at(-1)?.text]).toEqual(['mine', 'mine']);
  });

  test('that was begun before the other was known goes below it', async () => {
    const screen = aScreen();
    screen.desk.has = reply('from elsewhere');
    screen.sync.writes('t', 'reply');
    const read = screen.sync.open('t');
    screen.types('and here');
    await read;
    await screen.pauses();
    expect([screen.now(), screen.saved.at(-1)?.text]).toEqual(['from elsewhere\nand here', 'from elsewhere\nand here']);
  });

  test('stays here while the desk does not answer, and the newest wins when it does', async () => {
    const screen = aScreen();
    await screen.sync.open('t');
    screen.desk.is = false;
    screen.types('written offline', 20);
    await screen.pauses();
    expect([screen.sync.state('t', 'reply'), screen.now()]).toEqual(['here', 'written offline']);
    screen.desk.is = true;
    screen.desk.has = reply('older', 10);
    screen.sync.again();
    await screen.settled();
    await screen.pauses();
    expect([screen.now(), screen.saved.at(-1)?.text]).toEqual(['written offline', 'written offline']);

    screen.desk.is = false;
    screen.types('offline again', 30);
    await screen.pauses();
    screen.desk.is = true;
    screen.desk.has = reply('newer', 40);
    screen.sync.again();
    await screen.settled();
    expect(screen.now()).toBe('newer');
  });

  test('that is too long for the desk stays here', async () => {
    const screen = aScreen();
    await screen.sync.open('t');
    screen.types('x'.repeat(16_001));
    await screen.pauses();
    expect([screen.saved, screen.sync.state('t', 'reply')]).toEqual([[], 'here']);
  });
});
