import { en, type Words } from './en';
import { es } from './es';
import { ptBr } from './pt-br';

export type { Words };

const SPOKEN: Readonly<Record<string, Words>> = { en, es, pt: ptBr };
/** Languages that are written from right to left; the widget stands so even where it has no words of theirs. */
const LEFTWARDS = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export interface Spoken {
  /** For numbers and dates. */
  readonly language: string;
  readonly words: Words;
  readonly dir: 'ltr' | 'rtl';
}

/** How the widget speaks for a BCP 47 tag; English for what it doesn't speak. */
export function spokenFor(tag: string | null): Spoken {
  const language = soundTag(tag);
  const [first = 'en'] = language.toLowerCase().split('-');
  return { language: first in SPOKEN ? language : 'en', words: SPOKEN[first] ?? en, dir: LEFTWARDS.has(first) ? 'rtl' : 'ltr' };
}

function soundTag(tag: string | null): string {
  try {
    return Intl.getCanonicalLocales(tag ?? '')[0] ?? 'en';
  } catch {
    return 'en';
  }
}
