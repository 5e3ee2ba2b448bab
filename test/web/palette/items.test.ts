import { type Item, shownFor } from '../../../web/palette/items';

const item = (id: string, group: Item['group'], more: Partial<Item> = {}): Item => ({
  id,
  group,
  title: id,
  run: () => undefined,
  ...more,
});

const ALL = [
  item('Board', 'go'),
  item('Set aside', 'ticket'),
  item('Assign to Ana', 'ticket', { typedOnly: true }),
  item('Routing: who gets a ticket assigned', 'go', { words: 'settings' }),
  item('Asha Menon', 'found', { found: true }),
];

const ids = (typed: string, recent: string[] = []) =>
  shownFor(ALL, typed, recent).map(({ group, rows }) => [group, rows.map(({ id }) => id)]);

test('What can be done to the ticket comes first, then who was found, then places; what begins so leads', () => {
  expect(ids('as')).toEqual([
    ['ticket', ['Assign to Ana', 'Set aside']],
    ['found', ['Asha Menon']],
    ['go', ['Routing: who gets a ticket assigned']],
  ]);
});

test('While nothing is typed, what was done lately leads, the newest first', () => {
  expect(ids('', ['Set aside', 'Board'])[0]).toEqual(['recent', ['Set aside', 'Board']]);
  expect(ids('').flat(2)).not.toContain('Assign to Ana');
});

test('What the desk found stays, though its name has none of the words', () => {
  expect(ids('lacquered')).toEqual([['found', ['Asha Menon']]]);
});

test('A place is found by its other words, and marks only what can be seen', () => {
  const [group] = shownFor(ALL, 'settings', []).filter(({ group: name }) => name === 'go');
  expect(group?.rows[0]?.spans).toEqual([]);
});

test('What can’t be done now comes after what can, with its reason', () => {
  const items = [item('Take', 'ticket', { off: 'It is yours.' }), item('Tag', 'ticket')];
  const [group] = shownFor(items, 'ta', []);
  expect(group?.rows.map(({ id, off }) => [id, off])).toEqual([
    ['Tag', undefined],
    ['Take', 'It is yours.'],
  ]);
});
