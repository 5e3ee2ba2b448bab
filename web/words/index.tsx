import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { en, type Words } from './en';

export const LANGUAGES = { en: 'English', es: 'Español', 'pt-BR': 'Português (Brasil)' } as const;
export type Language = keyof typeof LANGUAGES;

// biome-ignore format: a table is read in columns
const LOAD: Record<Language, () => Promise<Words>> = {
  en:      async () => en,
  es:      async () => (await import('./es')).es,
  'pt-BR': async () => (await import('./pt-br')).ptBr,
};

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

const Spoken = createContext<Spoken>({ language: 'en', words: en });
const Zone = createContext<string>('UTC');

export const useWords = (): Words => use(Spoken).words;
export const useLanguage = (): Spoken => use(Spoken);
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
  const [spoken, speak] = useState<Spoken>({ language: 'en', words: en });
  useEffect(() => {
    let current = true;
    void LOAD[wanted]().then((words) => {
      if (!current) return;
      document.documentElement.lang = wanted;
      speak({ language: wanted, words });
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
