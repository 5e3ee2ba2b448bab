import type { DatabaseServer } from './support/place';

/** How much of everything. */
export interface Size {
  readonly rounds: number;
  readonly warm: number;
  readonly seconds: number;
  readonly connections: number;
  readonly knownCustomers: number;
  readonly dueTickets: number;
  readonly tickets: number;
  readonly looks: number;
}

export const FULL: Size = {
  rounds: 5,
  warm: 2,
  seconds: 4,
  connections: 64,
  knownCustomers: 1000,
  dueTickets: 100_000,
  tickets: 1_000_000,
  looks: 100,
};
export const QUICK: Size = {
  rounds: 1,
  warm: 0.3,
  seconds: 0.5,
  connections: 64,
  knownCustomers: 100,
  dueTickets: 500,
  tickets: 2000,
  looks: 5,
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
