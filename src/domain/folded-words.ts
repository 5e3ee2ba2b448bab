/** Marks that are accents; elsewhere (Devanagari, Thai, kana) a mark makes another letter, and stays. */
const ACCENTS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: these are ranges of marks
  /(?=\p{M})[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]|\u0640/gu;

/** Letters that are another one with a stroke, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ŧ: 't', æ: 'ae', œ: 'oe' };

/** A word: letters, digits and their marks. Where words are written without spaces each letter counts as one; so does an emoji. */
const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー])[\p{L}\p{N}\p{M}])+|\p{Extended_Pictographic}/gu;

/** The words of a text without case or accents, each between single spaces: a phrase is in it when its own are. */
export function foldedWords(text: string): string {
  const words = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').match(WORD) ?? [];
  return words.length === 0 ? '' : ` ${words.map(folded).join(' ')} `;
}

/** Up and down again: ß becomes ss, ı becomes i, and every sigma the same. */
const folded = (word: string): string =>
  word
    .toUpperCase()
    .toLowerCase()
    .replace(/[øđðħłŧæœ]/g, (letter) => STROKES[letter] ?? letter);
