import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { type AllWords, type Book, bookOf } from './book';

export type { AllWords };

export const LANGUAGES = { en: 'English', es: 'Español', 'pt-BR': 'Português (Brasil)' } as const;
export type Language = keyof typeof LANGUAGES;

// biome-ignore format: a table is read in columns
const LOAD: Record<Language, () => Promise<Book>> = {
  en:      async () => bookOf((await import('./en')).en, async () => (await import('./en/pages')).pages),
  es:      async () => bookOf((await import('./es')).es, async () => (await import('./es/pages')).pages),
  'pt-BR': async () => bookOf((await import('./pt-br')).ptBr, async () => (await import('./pt-br/pages')).pages),
};

interface Spoken extends Pick<Book, 'words'> {
  readonly language: Language;
}

const books = new Map<Language, Book>();
const loaded = new Map<Language, Spoken>();
let now: Language | null = null;
let withPages = false;

/** Reads a language, so that a page can speak it from its first word on. `null`: as the browser asks for. */
export async function readLanguage(chosen: Language | null): Promise<Spoken> {
  const language = chosen ?? preferred(navigator.languages);
  now = language;
  const book = books.get(language) ?? (await LOAD[language]());
  books.set(language, book);
  if (withPages) await book.readPages();
  const spoken = loaded.get(language) ?? { language, words: book.words };
  loaded.set(language, spoken);
  return spoken;
}

/** Reads also what only the pages beside the inbox say, from now on in every language that is spoken. */
export async function readPageWords(): Promise<void> {
  withPages = true;
  await readLanguage(now);
}

/** What is spoken outside of `Speaking`: the language that was read first, and nothing is drawn before one was. */
const firstRead = (): Spoken => [...loaded.values()][0] as Spoken;

const Spoken = createContext<Spoken | null>(null);
const Zone = createContext<string>('UTC');

export const useLanguage = (): Spoken => use(Spoken) ?? firstRead();
export const useWords = (): AllWords => useLanguage().words;
export const useZone = (): string => use(Zone);

interface Props {
  /** null: as the browser asks for. */
  readonly language: Language | null;
  /** IANA name; null: the computer's. */
  readonly zone: string | null;
  readonly children: ReactNode;
}

/** Keeps the former language on the screen until the new one has come. */
export function Speaking({ language, zone, children }: Props) {
  const wanted = language ?? preferred(navigator.languages);
  const [spoken, speak] = useState<Spoken>(() => loaded.get(wanted) ?? firstRead());
  useEffect(() => {
    let current = true;
    void readLanguage(wanted).then((next) => {
      if (!current) return;
      document.documentElement.lang = wanted;
      speak(next);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return (
    <Spoken value={spoken}>
      <Zone value={zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}>{children}</Zone>
    </Spoken>
  );
}

/** The first of the browser's languages that we speak. */
export function preferred(asked: readonly string[]): Language {
  for (const one of asked) {
    const base = one.toLowerCase().split('-')[0];
    if (base === 'pt') return 'pt-BR';
    if (base === 'es' || base === 'en') return base;
  }
  return 'en';
}
