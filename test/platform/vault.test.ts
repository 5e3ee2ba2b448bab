import { openVault } from '../../src/platform/vault';

it('opens what it sealed, and seals the same secret differently each time', () => {
  const vault = openVault(['a key']);
  const [first, second] = [vault.seal('grüße 👋'), vault.seal('grüße 👋')];
  expect([vault.open(first), vault.open(second)]).toEqual(['grüße 👋', 'grüße 👋']);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
});

it('opens with an old key what a new first key no longer seals', () => {
  const sealed = openVault(['old']).seal('token');
  const vault = openVault(['new', 'old']);
  expect(vault.open(sealed)).toBe('token');
  expect(vault.seal('token').split('.')[1]).not.toBe(sealed.split('.')[1]);
});

it('refuses what no key opens, in words without the secret', () => {
  const sealed = openVault(['lost']).seal('token');
  expect(() => openVault(['other']).open(sealed)).toThrow(/no key of SECRET_KEY opens what key [0-9a-f]{8} sealed/);
});

it('refuses what was changed since', () => {
  const vault = openVault(['a key']);
  const [version, id, iv, data = ''] = vault.seal('token').split('.');
  const changed = data.startsWith('A') ? `B${data.slice(1)}` : `A${data.slice(1)}`;
  expect(() => vault.open([version, id, iv, changed].join('.'))).toThrow();
  expect(() => vault.open('plain text')).toThrow();
});

it('needs a key', () => {
  expect(() => openVault([])).toThrow('a vault needs at least one key');
});

it('marks the same text alike, and otherwise under another key', () => {
  const mark = (key: string, text: string) => openVault([key, 'old']).mark(text);
  expect(mark('a key', 'a text')).toMatch(/^[0-9a-f]{64}$/);
  expect(mark('a key', 'a text')).toBe(mark('a key', 'a text'));
  expect(new Set([mark('a key', 'a text'), mark('a key', 'another'), mark('another', 'a text')]).size).toBe(3);
});
