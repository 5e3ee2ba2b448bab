/** Names in a sentence, marked so that they can be shown apart: strong ones between the first pair, all isolated from the reading direction around. */
const STRONG = '\uE000';
const END = '\uE001';
const ISOLATE = '\u2068';
const ISOLATED = '\u2069';

const clean = (name: string): string => name.replace(/[\uE000\uE001\u2066-\u2069]/g, '');

export const strong = (name: string): string => `${STRONG}${clean(name)}${END}`;
export const isolated = (name: string): string => `${ISOLATE}${clean(name)}${ISOLATED}`;

export interface Part {
  readonly kind: 'words' | 'name' | 'strong';
  readonly text: string;
}

/** The sentence cut at its names. */
export function partsOf(sentence: string): Part[] {
  return sentence
    .split(/(\uE000[^\uE001]*\uE001|\u2068[^\u2069]*\u2069)/)
    .filter((text) => text !== '')
    .map((text) => {
      if (text.startsWith(STRONG)) return { kind: 'strong', text: text.slice(1, -1) };
      if (text.startsWith(ISOLATE)) return { kind: 'name', text: text.slice(1, -1) };
      return { kind: 'words', text };
    });
}

export const plainOf = (sentence: string): string =>
  partsOf(sentence)
    .map(({ text }) => text)
    .join('');
