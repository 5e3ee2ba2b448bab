import { type Content, wordsOf } from '../domain/content';
import { clean } from '../domain/text';

const LONGEST = 48;
/** Of a long text this many words are found. */
const MOST = 500;

/** Letters and digits without case and accents; everything else parts words. */
export const wordsIn = (text: string): string[] =>
  clean(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST).join(''));

/** A user name as one word, whatever parts it; null for nothing. */
export const oneWord = (text: string): string | null => wordsIn(text).join('').slice(0, LONGEST) || null;

/** The first two words of a name and its last. */
export function nameWords(name: string | null): (string | null)[] {
  const [first = null, second = null, ...others] = wordsIn(name ?? '');
  return [first, second, others.at(-1) ?? null];
}

/** Digits backwards, so that the end of a phone is found like the beginning of a word. */
export const fromItsEnd = (digits: string): string => [...digits].reverse().join('').slice(0, LONGEST);

/** The name in a key: what stands behind its kind. */
export const nameIn = (key: string): string => key.replace(/^[a-z]+:/, '');

/** What a person's name at a network is found by: a number from its end, anything else as one word. */
export const soughtAs = (name: string): string | null => (/^\d+$/.test(name) ? fromItsEnd(name) : oneWord(name));

/** The words of a message by which it is found. */
export const wordsSaid = (content: Content): string[] => wordsIn(wordsOf(content)).slice(0, MOST);
