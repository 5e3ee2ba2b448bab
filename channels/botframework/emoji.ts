/** Reactions are named; Teams names its newer ones by the code points of their emoji: `1f440_eyes`. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['like', '👍'],
  ['heart', '❤️'],
  ['laugh', '😆'],
  ['surprised', '😮'],
  ['sad', '😢'],
  ['angry', '😠'],
  ['plusOne', '👍'],
]);

const CODES = /^((?:[0-9a-f]{4,5})(?:-[0-9a-f]{4,5}){0,7})_/i;

/** A reaction's emoji, or its name where it is none that is known. */
export function emojiFor(name: string): string {
  const codes = CODES.exec(name)?.[1]
    ?.split('-')
    .map((code) => Number.parseInt(code, 16));
  return NAMED.get(name) ?? (codes?.every(isSign) ? String.fromCodePoint(...codes) : name.slice(0, 32));
}

const isSign = (code: number): boolean => code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
