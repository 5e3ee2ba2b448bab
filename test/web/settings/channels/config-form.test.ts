import { Problem } from '../../../../web/api/ask';
import { changedConfig, filledIn, unready, wrongFields, wrongWith } from '../../../../web/settings/channels/config-form';

const field = (name: string, more: object = {}) => ({
  name,
  required: true,
  secret: false,
  choices: null,
  made: false,
  list: false,
  pattern: null,
  says: '',
  ...more,
});
const NUMBER = field('phoneNumberId', { pattern: { source: '^[0-9]{5,25}$', says: 'digits only' } });
const LOGIN = field('login', { choices: ['instagram', 'facebook'] });
const SECRET = field('appSecret', { secret: true });
const WORD = field('verifyToken', { required: false });

test('A value is checked in the words of its field, and an empty one is not wrong before it is asked for', () => {
  expect(wrongWith(NUMBER, 'abc')).toBe('digits only');
  expect(wrongWith(NUMBER, '123456')).toBeNull();
  expect(wrongWith(NUMBER, '')).toBeNull();
  expect(wrongWith(LOGIN, 'myspace')).toContain('instagram');
});

test('What is required and empty, and what is wrong, keeps the form from being sent', () => {
  expect(unready([NUMBER, LOGIN, SECRET, WORD], { phoneNumberId: 'abc', login: 'facebook', appSecret: '  ' })).toEqual([
    'phoneNumberId',
    'appSecret',
  ]);
});

test('A new account is sent without its empty fields, trimmed as people paste', () => {
  expect(filledIn({ phoneNumberId: ' 123456 ', verifyToken: '' })).toEqual({ phoneNumberId: '123456' });
});

test('Only what was typed is sent; an emptied word goes, an emptied secret stays', () => {
  const saved = { phoneNumberId: '123456', appSecret: '••••••••abcd', verifyToken: 'word' };
  const typed = { phoneNumberId: '123456', appSecret: '', verifyToken: '' };
  expect(changedConfig([NUMBER, SECRET, WORD], saved, typed)).toEqual({ verifyToken: null });
  expect(changedConfig([SECRET], saved, { appSecret: 'new' })).toEqual({ appSecret: 'new' });
});

test('What the desk refuses stands at its fields; other refusals stand for themselves', () => {
  const invalid = new Problem(422, 'invalid', '', [{ path: 'config.phoneNumberId', message: 'digits only' }]);
  expect(wrongFields(invalid)).toEqual({ 'config.phoneNumberId': 'digits only' });
  expect(wrongFields(new Problem(409, 'already_exists', ''))).toBeNull();
});
