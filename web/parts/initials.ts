const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** First letters of the first two words; one for names that are not Latin, and for @names. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/^@/, '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = firstLetter(words[0] ?? name);
  if (name.startsWith('@') || words.length < 2 || !/\p{Script=Latin}/u.test(first)) return first;
  return first + firstLetter(words[1] ?? '');
}

function firstLetter(word: string): string {
  for (const { segment } of letters.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment.toUpperCase();
  return word.slice(0, 1);
}
