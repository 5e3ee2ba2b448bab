import type { Languages } from '../ports/languages';

/** More than that tells nothing new. */
const LOOKED_AT = 1000;
const FEWEST_WORDS = 3;
/** Where words have no spaces between them, so many characters say as much. */
const FEWEST_CHARACTERS = 4;
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;
/** How sure of the likeliest one, alone and beside the next. */
const LEAST_SURE = 0.1;
const AHEAD = 1.5;

/** By word and letter statistics. Its tables take a fifth of a second to load: that waits for the first rule which asks. */
export const tinyLanguages: Languages = {
  of(text) {
    const looked = text.slice(0, LOOKED_AT);
    if (!saysEnough(looked)) return null;
    const { detectAll } = require('tinyld') as typeof import('tinyld');
    const [first, second] = detectAll(looked);
    const isSure = first !== undefined && first.accuracy >= LEAST_SURE && first.accuracy >= AHEAD * (second?.accuracy ?? 0);
    return isSure ? first.lang : null;
  },
};

const saysEnough = (text: string): boolean =>
  (text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) >= FEWEST_WORDS || (text.match(SPACELESS)?.length ?? 0) >= FEWEST_CHARACTERS;
