import { draftStore } from '../../../web/composer/draft-store';

function aTab() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('a draft', () => {
  test('is there again after a reload, with its note and the message that it answers', () => {
    const tab = aTab();
    draftStore(() => tab).write('t1', { reply: 'On its way', note: 'Ask Luis', quote: 'm1', mode: 'note', since: 4, changedAt: 7 });
    expect(draftStore(() => tab).now('t1')).toEqual({
      mode: 'note',
      reply: 'On its way',
      note: 'Ask Luis',
      quote: 'm1',
      since: 4,
      changedAt: 7,
      sending: false,
      trouble: null,
    });
  });

  test('of one ticket is not that of another, and only who watches it is told', () => {
    const drafts = draftStore(aTab);
    const told: string[] = [];
    drafts.watch('t1', () => told.push('t1'));
    const leave = drafts.watch('t2', () => told.push('t2'));
    drafts.write('t2', { reply: 'Hello' });
    leave();
    drafts.write('t2', { reply: 'Hello you' });
    expect([drafts.now('t1').reply, told]).toEqual(['', ['t2']]);
  });

  test('leaves nothing behind once all was sent', () => {
    const tab = aTab();
    const drafts = draftStore(() => tab);
    drafts.write('t1', { reply: 'Hello' });
    drafts.write('t1', { reply: '' });
    expect([...tab.kept.keys()]).toEqual([]);
  });

  test('is gone for the next agent who signs in in this tab, and stays for the same one', () => {
    const tab = aTab();
    const drafts = draftStore(() => tab);
    drafts.keepFor('marta');
    drafts.write('t1', { reply: 'Hello' });
    drafts.keepFor('marta');
    expect(drafts.now('t1').reply).toBe('Hello');
    drafts.keepFor('luis');
    expect([drafts.now('t1').reply, draftStore(() => tab).now('t1').reply]).toEqual(['', '']);
  });

  test('is kept by memory alone when the browser lends no storage', () => {
    const drafts = draftStore(() => {
      throw new Error('denied');
    });
    drafts.write('t1', { reply: 'Hello' });
    expect(drafts.now('t1').reply).toBe('Hello');
  });
});
