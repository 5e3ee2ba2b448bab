import { use } from 'react';
import type { Words } from './en';
import type { PageWords } from './en/pages';

export type AllWords = Words & PageWords;

export interface Book {
  readonly words: AllWords;
  /** Reads what only the pages beside the inbox say. */
  readonly readPages: () => Promise<PageWords>;
}

// biome-ignore format: a table is read in columns
const AREAS: Readonly<Record<keyof PageWords, true>> = {
  access: true, account: true, agents: true, aims: true, analytics: true, attaching: true, board: true, bots: true, canned: true, channels: true, contacts: true, fields: true,
  firstRun: true, health: true, networks: true, preferences: true, presence: true, reportColumns: true, reports: true, rules: true, stages: true, teams: true, templates: true, trial: true, webchat: true,
};

/** All the words of a language. Who draws with one of a page before those have been read waits for them, as for code. */
export function bookOf(words: Words, read: () => Promise<PageWords>): Book {
  const all = { ...words };
  let pages: PageWords | null = null;
  let reading: Promise<PageWords> | null = null;
  const readPages = () => {
    reading ??= read().then(
      (come) => {
        pages = come;
        return come;
      },
      (error) => {
        reading = null;
        throw error;
      },
    );
    return reading;
  };
  for (const area of Object.keys(AREAS) as (keyof PageWords)[])
    Object.defineProperty(all, area, { enumerable: true, get: () => (pages ?? use(readPages()))[area] });
  return { words: all as AllWords, readPages };
}
