import { Problem } from '../../../web/api/ask';
import { keyFor, refused, stored } from '../../../web/composer/attempts';

const PATH = '/tickets/t1/messages';

describe('the key of what is sent', () => {
  beforeEach(() => stored(PATH));

  test('stays while nobody knows what became of the words', () => {
    const first = keyFor(PATH, 'Hello');
    refused(PATH, 'Hello', new Problem(0, 'offline', 'no answer'));
    refused(PATH, 'Hello', new Problem(500, 'internal', 'a fault'));
    expect(keyFor(PATH, 'Hello')).toBe(first);
  });

  test('is another for other words, and for another ticket', () => {
    const keys = [keyFor(PATH, 'Hello'), keyFor(PATH, 'Hello!'), keyFor('/tickets/t2/messages', 'Hello')];
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is new after the words were stored: the same again is meant to go again', () => {
    const first = keyFor(PATH, 'Hello');
    stored(PATH);
    expect(keyFor(PATH, 'Hello')).not.toBe(first);
  });

  test('is new after a refusal, which the desk would only repeat', () => {
    const first = keyFor(PATH, 'Hello');
    refused(PATH, 'Hello', new Problem(422, 'invalid', 'no'));
    expect(keyFor(PATH, 'Hello')).not.toBe(first);
  });
});
