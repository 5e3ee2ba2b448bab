import type { Contact } from '../domain/chat';

const LONGEST = 48;
const MOST = 12;

/** Letters without case and accents, digits; everything else parts words. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST).join(''));

/** A phone from its end, so that its last digits are found like the beginning of a word. */
export const phoneWord = (digits: string): string => `+${[...digits].reverse().join('').slice(0, LONGEST)}`;

/** What a contact is found by. */
export function wordsOf({ id, name, username, phone }: Contact): { contactId: string; word: string }[] {
  const named = [...wordsIn(name ?? ''), ...wordsIn(username ?? '')].slice(0, MOST);
  const words = new Set([...named, ...(phone ? [phoneWord(phone)] : [])]);
  return [...words].map((word) => ({ contactId: id, word }));
}
