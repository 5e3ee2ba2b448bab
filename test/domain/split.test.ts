import fc from 'fast-check';
import { graphemesIn, sizeOf, split, type TextLimit } from '../../src/domain/split';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🇩🇪';
const characters = (max: number): TextLimit => ({ max, unit: 'characters' });
const bytes = (max: number): TextLimit => ({ max, unit: 'bytes' });
const packed = (text: string): string => text.replace(/\s+/gu, '');

describe('a text that is too long for one message', () => {
  it('stays as it is when it fits, white space and all', () => {
    expect(split(' Hello \n', characters(8))).toEqual([' Hello \n']);
    expect(split('', characters(8))).toEqual(['']);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, string, TextLimit, string[]]>([
    ['between paragraphs',                 'One. Two three.\n\nFour.\nFive six.',  characters(28), ['One. Two three.', 'Four.\nFive six.']],
    ['else between lines',                 'One. Two three.\nFour. Five six.',     characters(28), ['One. Two three.', 'Four. Five six.']],
    ['else between sentences',             'One two three. Four five six',         characters(20), ['One two three.', 'Four five six']],
    ['else between words',                 'one two three four',                   characters(10), ['one two', 'three four']],
    ['after a sentence that needs no space', '一二三。四五六七八',                   characters(6),  ['一二三。', '四五六七八']],
    ['inside a word that is too long',     'abcdefghij',                           characters(4),  ['abcd', 'efgh', 'ij']],
    ['not for a paragraph that is short',  'Hi.\n\none two three four five six',   characters(24), ['Hi.\n\none two three four', 'five six']],
    ['where the limit is a word’s end',    'abcd efgh',                            characters(4),  ['abcd', 'efgh']],
    ['never inside a family',              FAMILY.repeat(3),                       characters(10), [FAMILY, FAMILY, FAMILY]],
    ['never inside a flag',                FLAG.repeat(3),                         bytes(15),      [FLAG, FLAG, FLAG]],
    ['never before a vowel sign',          'कि'.repeat(3),                         bytes(10),      ['कि', 'कि', 'कि']],
    ['never before a combining mark',      'e\u0301'.repeat(3),                    characters(3),  ['e\u0301', 'e\u0301', 'e\u0301']],
    ['inside a family that is too large',  FAMILY,                                 bytes(8),       ['👨\u200d', '👩\u200d', '👧\u200d', '👦']],
    ['and drops the white space of a cut', 'one \n \t two',                        characters(5),  ['one', 'two']],
  ])('is cut %s', (_, text, limit, parts) => {
    expect(split(text, limit)).toEqual(parts);
  });

  it('of white space alone, says nothing at all', () => {
    expect(split(' '.repeat(10), characters(4))).toEqual([]);
  });

  const words = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ' ',
          '\n',
          '\n\n',
          '\r\n',
          '. ',
          '。',
          FAMILY,
          FLAG,
          '👍🏽',
          'कि',
          'नमस्ते',
          'e\u0301',
          '\u0301',
          '\u00a0',
          'ß',
          '漢字',
        ),
        fc.string({ maxLength: 12 }),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('').toWellFormed());
  const limits = fc.record({ max: fc.integer({ min: 4, max: 60 }), unit: fc.constantFrom('characters' as const, 'bytes' as const) });

  it('comes in parts that fit, begin and end with words, and together say all of it in order', () => {
    fc.assert(
      fc.property(words, limits, (text, limit) => {
        const parts = split(text, limit);
        if (sizeOf(text, limit.unit) <= limit.max) return expect(parts).toEqual([text]);
        for (const part of parts) expect(sizeOf(part, limit.unit)).toBeLessThanOrEqual(limit.max);
        expect(parts.every((part) => part.trim() !== '')).toBe(true);
        expect(packed(parts.join(''))).toBe(packed(text));
      }),
    );
  });

  it('loses white space between parts only, and cuts no grapheme that fits', () => {
    fc.assert(
      fc.property(words, limits, (text, limit) => {
        const ends = new Set([0]);
        let end = 0;
        for (const grapheme of graphemesIn(text)) {
          const pieces = sizeOf(grapheme, limit.unit) <= limit.max ? [grapheme] : [...grapheme];
          for (const piece of pieces) {
            end += piece.length;
            ends.add(end);
          }
        }
        let at = 0;
        for (const part of split(text, limit)) {
          const from = text.indexOf(part, at);
          expect(text.slice(at, from).trim()).toBe('');
          at = from + part.length;
          expect([ends.has(from), ends.has(at)]).toEqual([true, true]);
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('is looked at in windows that cut no grapheme', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (const text of [FAMILY.repeat(200), FLAG.repeat(400), 'कि'.repeat(900), `a${'\u0301'.repeat(2_000)}b`, `x${'👍🏽'.repeat(300)}`])
      expect([...graphemesIn(text)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
  });

  it('takes no longer than a moment, however long it is', () => {
    const long = 'नमस्ते दुनिया. '.repeat(4_000).slice(0, 65_536);
    const started = performance.now();
    expect(split(long, bytes(1000)).length).toBeGreaterThan(100);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
