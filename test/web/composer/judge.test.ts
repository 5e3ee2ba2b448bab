import { split } from '../../../src/domain/split';
import { judge, MOST_PARTS } from '../../../web/composer/judge';

const CHARACTERS = { max: 100, unit: 'characters' } as const;
const BYTES = { max: 100, unit: 'bytes' } as const;

describe('what becomes of a text', () => {
  test.each(['', '   ', '\n\n\t'])('nothing is sent of %j', (text) => {
    expect(judge(text, 'reply', CHARACTERS).off).toEqual({ why: 'empty' });
  });

  test('as many messages are told as the desk makes of it', () => {
    const text = 'A sentence of some words. '.repeat(30);
    expect(judge(text, 'reply', CHARACTERS)).toEqual({ parts: split(text, CHARACTERS).length, off: null });
    expect(judge(text, 'reply', CHARACTERS).parts).toBeGreaterThan(7);
  });

  test('bytes are counted where the network counts bytes', () => {
    const text = 'ليلى '.repeat(19);
    expect(judge(text, 'reply', CHARACTERS).parts).toBe(1);
    expect(judge(text, 'reply', BYTES).parts).toBe(2);
  });

  test('forty lines are one message where they fit', () => {
    const lines = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    expect(judge(lines, 'reply', { max: 4096, unit: 'characters' })).toEqual({ parts: 1, off: null });
  });

  test('too many messages at once are refused, also when there are so many that nobody cuts them first', () => {
    expect(judge('word '.repeat(20 * MOST_PARTS), 'reply', CHARACTERS).off).toBeNull();
    expect(judge('word '.repeat(25 * MOST_PARTS), 'reply', CHARACTERS).off).toEqual({ why: 'parts' });
    expect(judge('word '.repeat(10_000), 'reply', CHARACTERS)).toEqual({ parts: 500, off: { why: 'parts' } });
  });

  test('what the API takes at most is refused by how much it is over', () => {
    expect(judge('x'.repeat(65_540), 'reply', CHARACTERS).off).toEqual({ why: 'long', over: 4 });
    expect(judge('x'.repeat(16_385), 'note', CHARACTERS).off).toEqual({ why: 'long', over: 1 });
  });

  test('a note is never cut', () => {
    expect(judge('x'.repeat(5_000), 'note', CHARACTERS)).toEqual({ parts: 1, off: null });
  });

  test('half a character is measured as what the desk makes of it', () => {
    expect(judge(`${'x'.repeat(98)}\ud83d`, 'reply', BYTES).parts).toBe(2);
  });
});
