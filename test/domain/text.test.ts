import fc from 'fast-check';
import { clean, cleanDeep } from '../../src/domain/text';
import { anything } from '../support/anything';
import { RUNS } from '../support/runs';

describe('a text as the desk keeps it', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a\0b\0', 'a\u2400b\u2400'],
    ['\ud800', '\ufffd'],
    ['a\udc00b', 'a\ufffdb'],
    ['\udc00\ud800', '\ufffd\ufffd'],
    ['😀', '😀'],
    ['\ud83d\0\ude00', '\ufffd\u2400\ufffd'],
  ])('%j becomes %j', (given, kept) => {
    expect(clean(given)).toBe(kept);
  });

  it('is well formed, has no NUL, is as long as it was, and stays when cleaned again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anything }),
        fc.string({ unit: fc.constantFrom('\0', '\ud800', '\udc00', 'a', '😀') }),
        (any, nasty) => {
          const kept = clean(any + nasty);
          expect(kept.isWellFormed()).toBe(true);
          expect(kept.includes('\0')).toBe(false);
          expect(kept.length).toBe((any + nasty).length);
          expect(clean(kept)).toBe(kept);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('a whole value', () => {
  it('is cleaned through, keys included', () => {
    expect(cleanDeep({ 'a\0': ['b\0', { c: '\ud800', d: 1, e: null, f: true, g: undefined }] })).toEqual({
      'a\u2400': ['b\u2400', { c: '\ufffd', d: 1, e: null, f: true, g: undefined }],
    });
  });

  it('is cleaned also when it has no prototype, as query strings have none', () => {
    const bare = Object.assign(Object.create(null), { a: '\0' });
    expect(cleanDeep({ bare })).toEqual({ bare: { a: '\u2400' } });
  });

  it('does not mistake a key for a prototype', () => {
    const cleaned = cleanDeep(JSON.parse('{"__proto__":{"admin":"\\u0000"}}'));
    expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
    expect(Object.entries(cleaned)).toEqual([['__proto__', { admin: '\u2400' }]]);
  });

  it('passes everything else as it is', () => {
    const others = [new Uint8Array([0]), new Map(), 7, null, undefined];
    expect((cleanDeep(others) as unknown[]).every((one, at) => one === others[at])).toBe(true);
  });
});
