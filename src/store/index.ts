import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../domain/errors';
import type { Instant } from '../domain/ticket';
import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';
import { BeginAgain, type Store, type Tx } from '../ports/store';
import { accessIn } from './access';
import { accountsIn } from './accounts';
import { channelsIn } from './channels';
import { type Database, openDatabase, type Query } from './database';
import { earlyIn } from './early';
import { erasing } from './erasing';
import { brokenKey, isRace } from './failures';
import { figureDriftIn } from './figures/drift';
import { figuresIn } from './figures/folding';
import { formerIn } from './figures/former';
import { figureHistoryIn } from './figures/history';
import { packedIn } from './figures/packed';
import { replaysIn } from './figures/replays';
import { reportsIn } from './figures/reports';
import { healthIn } from './health';
import { houseIn } from './house';
import { identitiesIn } from './identities';
import { inParts } from './in-parts';
import { DATABASE_NOW, leases } from './leases';
import { looking } from './looking';
import { mediaIn } from './media';
import { migrate, pendingMigrations } from './migrate';
import { numbers } from './numbers';
import { pausesIn } from './pauses';
import { agentsIn, doorIn } from './people';
import { personalIn } from './personal';
import { phonebookIn } from './phonebook';
import { presenceIn } from './presence';
import { providerMediaIn } from './provider-media';
import { readsOf } from './reads';
import { signsIn } from './signs';
import { teamsIn } from './teams';
import { templatesIn } from './templates';
import { togetherIn } from './together';
import { type Work, workOver } from './work';
import { writing } from './writing';

export interface StoreOptions {
  /** `sqlite:<path>` or `mysql://user:password@host:port/database`. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
  newId(): string;
  /** 0 ≤ n < 1, for the pause before a transaction begins again. */
  random(): number;
  /** False for who works beside a running desk: the desk's leases stay. */
  readonly owner?: boolean;
  /** Nothing of an embedded database can be changed. */
  readonly looks?: boolean;
}

export interface OpenStore extends Store {
  /** Brings the tables up to date and answers the names of the migrations that ran. */
  migrate(): Promise<string[]>;
  /** Whether a migration has yet to run. */
  pending(): Promise<boolean>;
  /** The time that leases go by: the database's, or for an embedded one the desk's. */
  time(): Promise<Instant>;
}

const ATTEMPTS = 20;
const LONGEST_PAUSE = 50;

export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const database = await openDatabase(options.url, { looks: options.looks ?? false });
  if (options.owner !== false) await forgetDeadHolders(database);
  return storeOver(database, options);
}

/** The store over a database that is open already. */
export function storeOver(database: Database, { clock, log, newId, random }: Omit<StoreOptions, 'url'>): OpenStore {
  const open = new AsyncLocalStorage<true>();
  const queries = new WeakMap<Tx, Query>();

  const transaction = <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    // On SQLite it would wait for itself for ever; on MySQL it would see another world.
    if (open.getStore()) return Promise.reject(new Error('a transaction is open already: nothing may begin another inside it'));
    return open.run(true, () => againOnRace(() => database.transaction(work), random));
  };

  return {
    dialect: database.dialect,
    reads: readsOf(database, clock),
    atomically: (work) =>
      transaction((query) => {
        const tx = txOver(workOver(database.dialect, query));
        queries.set(tx, query);
        return work(tx);
      }).catch(refuseTaken),
    leases: leases({ database, queryOf: (tx) => queryOf(queries, tx), now: () => clock.now(), newId }),
    takeNumbers: numbers(transaction),
    ping: async () => void (await database.query('select 1')),
    // Node asks every storage at every promise, also those of stores that are closed: tests of 100 stores took twice as long.
    close: () => database.close().finally(() => open.disable()),
    migrate: () => migrate(database, log),
    pending: async () => (await pendingMigrations(database)).length > 0,
    time: async () =>
      database.dialect === 'mysql' ? Number((await database.query(`select ${DATABASE_NOW} as now`)).rows[0]?.now) : clock.now(),
  };
}

const PARTS = [
  houseIn,
  looking,
  identitiesIn,
  earlyIn,
  agentsIn,
  doorIn,
  accessIn,
  accountsIn,
  pausesIn,
  mediaIn,
  personalIn,
  presenceIn,
  providerMediaIn,
  teamsIn,
  templatesIn,
  channelsIn,
  phonebookIn,
  togetherIn,
  signsIn,
  formerIn,
  replaysIn,
  reportsIn,
  healthIn,
  figuresIn,
  figureHistoryIn,
  figureDriftIn,
  packedIn,
  writing,
  erasing,
] as const;

const txOver: (work: Work) => Tx = inParts(PARTS);

function queryOf(queries: WeakMap<Tx, Query>, tx: Tx): Query {
  const query = queries.get(tx);
  if (!query) throw new Error('not a transaction of this store');
  return query;
}

/**
 * Somebody was faster: begin again from a fresh read. Safe, because `work` touches nothing but the database.
 * Who lost every race is told so with BeginAgain, for the work itself is not at fault.
 */
async function againOnRace<T>(work: () => Promise<T>, random: () => number): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isRace(error)) throw error;
      if (attempt >= ATTEMPTS) throw new BeginAgain(`others were faster ${ATTEMPTS} times; in the end: ${String(error)}`, { cause: error });
      await pause(random() * Math.min(LONGEST_PAUSE, 2 ** attempt));
    }
  }
}

/** Unique keys of what people name, and what to tell who names it twice. */
const TAKEN: Readonly<Record<string, string>> = {
  'agents.agents_login': 'An agent with this e-mail exists already',
  'canned_replies.canned_replies_spelling': 'A canned reply with this shortcut exists already',
};

function refuseTaken(error: unknown): never {
  const taken = TAKEN[brokenKey(error) ?? ''];
  if (taken) throw new Refusal('already_exists', taken);
  throw error;
}

/** One process owns an embedded database: whoever held a lease in it, or had somebody's live connections, is gone. */
async function forgetDeadHolders(database: Database): Promise<void> {
  if (database.dialect !== 'sqlite') return;
  const { rows } = await database.query("select name from sqlite_master where type = 'table' and name in ('leases', 'live_connections')");
  for (const { name } of rows) await database.transaction((query) => query(`delete from ${name}`));
}
