import { type CannedReply, cannedMatching, fill, firstName, spellingOf, unknownVariables } from '../../src/domain/canned';

const VALUES = {
  'contact.name': 'Ana Prado',
  'contact.firstName': 'Ana',
  'agent.name': 'Luis Gil',
  'agent.firstName': 'Luis',
  'ticket.number': '42',
};

describe('a canned reply', () => {
  it.each([
    ['Hello {{contact.firstName}}, this is {{ agent.name }}.', 'Hello Ana, this is Luis Gil.'],
    ['#{{ticket.number}}{{ticket.number}}', '#4242'],
    ['{{contact.firstName}}\n  {{contact.name}}', 'Ana\n  Ana Prado'],
    ['no {variables} {{', 'no {variables} {{'],
    ['{{constructor}}{{toString}}x', 'x'],
  ])('%j is filled to %j', (text, filled) => {
    expect(fill(text, VALUES)).toBe(filled);
  });

  it.each([
    ['Hello {{contact.firstName}}, welcome', 'Hello, welcome'],
    ['Hello {{contact.firstName}}', 'Hello'],
    ['Hi {{contact.firstName}} there', 'Hi there'],
    ['Hi ({{contact.firstName}})', 'Hi ()'],
    ['{{contact.firstName}} hi', ' hi'],
  ])('%j without a value becomes %j', (text, filled) => {
    expect(fill(text, { 'contact.firstName': null })).toBe(filled);
  });

  it('never fills in what a value says', () => {
    expect(fill('{{contact.name}} $& $1', { 'contact.name': '{{agent.name}} $&', 'agent.name': 'Luis' })).toBe('{{agent.name}} $& $& $1');
  });

  it('names what is no variable, once', () => {
    expect(unknownVariables('{{contact.name}} {{contact.Name}} {{ nope }} {{nope}} {{}}')).toEqual(['contact.Name', 'nope', '']);
    expect(unknownVariables('{{ticket.number}} {{{agent.name}}}')).toEqual([]);
  });

  it('takes the first name of a name', () => {
    expect([firstName('  Ana  Prado'), firstName('Ana'), firstName(' '), firstName(null)]).toEqual(['Ana', 'Ana', null, null]);
  });
});

it('replies are found by the beginning of the shortcut first, then by title and text, without case and accents', () => {
  const reply = (shortcut: string, title = '', text = ''): CannedReply => ({
    ...{ id: shortcut, shortcut, title, text },
    ...{ createdAt: 0, updatedAt: 0, version: 1 },
  });
  const all = [reply('zeit', 'Öffnung'), reply('Ofen'), reply('b', '', 'is it OFFEN?'), reply('offen'), reply('a', 'x', 'y')];
  const found = (q: string) => cannedMatching(all, q).map(({ shortcut }) => shortcut);
  expect(found('off')).toEqual(['offen', 'zeit', 'b']);
  expect(found('/OF')).toEqual(['Ofen', 'offen', 'zeit', 'b']);
  expect(found('')).toEqual(['a', 'b', 'Ofen', 'offen', 'zeit']);
  expect(found('nothing')).toEqual([]);
  expect(spellingOf('Cafe\u0301')).toBe('café');
});
