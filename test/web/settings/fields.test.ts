import { choicesIn, shifted } from '../../../web/settings/fields/list';
import type { Field } from '../../../web/settings/fields/query';

const field = (key: string, of: Field['of']): Field => ({ key, of, name: key, type: 'text', choices: [] });
const FIELDS = [field('a', 'ticket'), field('x', 'contact'), field('b', 'ticket'), field('c', 'ticket')];
const after = (key: string, by: 1 | -1) => shifted(FIELDS, key, by).map((one) => one.key);

test('a field goes a place up or down among those of its kind; at the end it stays', () => {
  expect(after('b', -1)).toEqual(['b', 'x', 'a', 'c']);
  expect(after('b', 1)).toEqual(['a', 'x', 'c', 'b']);
  expect(after('a', -1)).toEqual(['a', 'x', 'b', 'c']);
  expect(after('x', 1)).toEqual(['a', 'x', 'b', 'c']);
});

test('choices are written one a line, each once', () => {
  expect(choicesIn(' Late \n\nBroken\nLate')).toEqual(['Late', 'Broken']);
});
