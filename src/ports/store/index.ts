import type { Reads } from './reads';
import type { Tx } from './tx';

export * from './access';
export * from './accounts';
export * from './channels';
export * from './delivery';
export * from './figures';
export * from './figures-drift';
export * from './figures-history';
export * from './figures-live';
export * from './figures-packed';
export * from './former';
export * from './health';
export * from './house';
export * from './identities';
export * from './media';
export * from './past';
export * from './pauses';
export * from './personal';
export * from './phonebook';
export * from './places';
export * from './presence';
export * from './provider-media';
export * from './queue';
export * from './reads';
export * from './replay';
export * from './reports';
export * from './rows';
export * from './summary';
export * from './teams';
export * from './templates';
export * from './together';
export * from './tx';

/**
 * The desk's memory. `store/` answers; nobody else speaks SQL.
 * Reads outside a transaction see only what is committed. Times are milliseconds and always come from the caller.
 */
export interface Store {
  readonly dialect: 'sqlite' | 'mysql';
  readonly reads: Reads;
  /**
   * The only way to write. All of it happens, or none; nothing inside waits for a network.
   * Begins again from a fresh read on a deadlock, a lock time-out, a busy database or a lost race for a unique key,
   * so `work` may run several times and must keep nothing from a former run.
   */
  atomically<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly leases: Leases;
  /** The first of `count` ticket numbers in a row; gaps between calls are normal. */
  takeNumbers(count: number): Promise<number>;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Who may do something alone, across processes: a chat's errands, a sweep. By the database's clock. */
export interface Leases {
  /** A token when the lease was free, expired or already ours; null when somebody else holds it. */
  take(name: string, ms: number): Promise<string | null>;
  /** False when it was lost meanwhile. */
  renew(name: string, token: string, ms: number): Promise<boolean>;
  release(name: string, token: string): Promise<void>;
  /** Inside a transaction: throws `LeaseLost` unless the token still holds, and locks it so until the commit. */
  confirm(tx: Tx, name: string, token: string): Promise<void>;
  /** Inside a transaction: the names of those whose token still holds, locked until the commit. */
  holding(tx: Tx, held: readonly { readonly name: string; readonly token: string }[]): Promise<ReadonlySet<string>>;
}

/** The lease was taken over by somebody else: what was being done must not be settled. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`the lease on ${name} was lost`);
    this.name = 'LeaseLost';
  }
}

/**
 * What was read is not so any more: the transaction begins again from a fresh read. Out of `atomically` it comes only
 * when others were faster every time: nothing is wrong with the work, and it may be asked for again later.
 */
export class BeginAgain extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'BeginAgain';
  }
}

/** Whether the database threw this, rather than the code around it: TypeORM hangs the driver's error on its own. */
export const isOfTheDatabase = (error: unknown): boolean =>
  error instanceof BeginAgain || (error instanceof Error && 'driverError' in error);
