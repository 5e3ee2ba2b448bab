import type { DatabaseServer } from './support/place';

/** How much of everything. Times in seconds. */
export interface Size {
  readonly rounds: number;
  readonly warm: number;
  readonly seconds: number;
  /** How long a desk is left alone before it counts as idle. */
  readonly settle: number;
  readonly connections: number;
  readonly knownCustomers: number;
  readonly dueTickets: number;
  readonly tickets: number;
  /** Answers of a round, over so many chats. */
  readonly answers: number;
  readonly chats: number;
  /** How often each page is asked for, of every how many-th filter. */
  readonly looks: number;
  readonly everyFilter: number;
  /** In the desk that a browser looks at; how often it switches among them, and how many rows it scrolls. */
  readonly deskTickets: number;
  readonly switches: number;
  readonly scrolled: number;
}

// biome-ignore format: a table is read in columns
export const SIZES: Record<'full' | 'quick', Size> = {
  full:  { rounds: 5, warm: 2,   seconds: 4,   settle: 3,   connections: 64, knownCustomers: 1000, dueTickets: 100_000, tickets: 1_000_000, answers: 4000, chats: 200, looks: 100, everyFilter: 1,  deskTickets: 100_000, switches: 50, scrolled: 10_000 },
  quick: { rounds: 1, warm: 0.1, seconds: 0.2, settle: 0.1, connections: 64, knownCustomers: 64,   dueTickets: 200,     tickets: 1000,      answers: 100,  chats: 10,  looks: 2,   everyFilter: 10, deskTickets: 1000,    switches: 3,  scrolled: 100 },
};

/** One run: what rows are given, and where they leave their figures. */
export interface Bench {
  readonly size: Size;
  /** null when the machine has none: rows on MariaDB are skipped by name. */
  readonly mariadb: DatabaseServer | null;
  /** One measured value of a figure; the median of all is what counts. */
  measured(figure: string, value: number): void;
  say(text: string): void;
}

export interface Row {
  readonly name: string;
  readonly says: string;
  readonly needs?: 'mariadb';
  run(bench: Bench): Promise<void>;
}
