import fc from 'fast-check';

/** A UTF-16 unit, halves of characters too. fast-check's own `binary` takes seconds to be made. */
export const anything: fc.Arbitrary<string> = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
