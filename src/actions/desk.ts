import type { Acting } from '../domain/acts';
import type { Agent } from '../domain/agent';
import type { Bots } from '../ports/bots';
import type { Bus } from '../ports/bus';
import type { ChannelKind, Outside } from '../ports/channel';
import type { Clock } from '../ports/clock';
import type { Files } from '../ports/files';
import type { Languages } from '../ports/languages';
import type { Lines } from '../ports/lines';
import type { Log } from '../ports/log';
import type { Mail } from '../ports/mail';
import type { OneTime } from '../ports/one-time';
import type { Passwords } from '../ports/passwords';
import type { Queue } from '../ports/queue';
import type { ReportFiles } from '../ports/report-files';
import type { ReportMaker } from '../ports/report-maker';
import type { House, Store, Tx } from '../ports/store';
import type { TrialLine } from '../ports/trial';
import type { Vault } from '../ports/vault';
import type { Numbers } from './numbers';

/** What every action is given. Built once in `main.ts`, built anew in every test. */
export interface Desk {
  readonly store: Store;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly queue: Queue;
  readonly log: Log;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly oneTime: OneTime;
  readonly languages: Languages;
  /** Absent where no `SMTP_URL` is set: links are shown to who makes them. */
  readonly mail?: Mail;
  /** The networks we can speak, by kind. */
  readonly kinds: ReadonlyMap<string, ChannelKind>;
  readonly outside: Outside;
  readonly files: Files;
  readonly reportFiles: ReportFiles;
  /** Absent where reports are made on the thread that asks for them. */
  readonly reportMaker?: ReportMaker;
  /** Lines to networks that this process holds open; absent where it holds none. */
  readonly lines?: Lines;
  /** Where the outside reaches the desk; absent where nobody said so. */
  readonly publicUrl?: string | null;
  /** Where this machine reaches the desk; null while its doors are shut. */
  readonly ownUrl?: () => string | null;
  /** Where trial channels call instead; absent where there can be none. */
  readonly trialLine?: TrialLine;
  readonly bots: Bots;
  /** The configuration as this process knows it; transactions check its version and reload what is older. */
  readonly house: HouseKeeper;
  readonly numbers: Numbers;
  /** A new time-ordered id of 20 characters. */
  newId(): string;
  /** 0 ≤ n < 1, for jitter. */
  random(): number;
  /** Writes something beside what an action made, in the same transaction: an HTTP call marks its Idempotency-Key so. */
  readonly alongside?: (tx: Tx, made: unknown) => Promise<void>;
  /** An admin is at it: what they change is recorded in the same transaction. */
  readonly acting?: Acting;
}

/** The process's copy of the configuration. */
export interface HouseKeeper {
  current(): House;
  /** Reads it again when the store has another version; answers what is current then. */
  refresh(): Promise<House>;
  /** Keeps a house read inside a transaction, unless a newer one is known. */
  keep(house: House): void;
}

/** Who acts: an agent or admin, as the session or token says. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'admin' | 'agent';
  readonly teamIds: readonly string[];
  /** What a token may; people have none. A machine is never online and has no tickets. */
  readonly scopes?: readonly string[];
}

/** Who calls: an agent or admin, or what a token stands for in their place. */
export type Caller = Agent & Pick<Person, 'scopes'>;
