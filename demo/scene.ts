import { setTimeout as pause } from 'node:timers/promises';
import type { Customer } from './cast';
import type { Seat } from './desk';
import type { Options } from './options';
import type { Shop } from './shop';
import type { Twin } from './twin';

/** What everybody on stage shares. */
export interface Scene {
  readonly options: Options;
  readonly twin: Twin;
  readonly admin: Seat;
  readonly shop: Shop;
  readonly cast: readonly Customer[];
  /** Ends every wait. */
  readonly over: AbortSignal;
  /** A line for the newcomer. */
  tell(line: string): void;
}

/** Lets so many seconds of the script pass; rejects when the demo is over. */
export async function rest({ options, over }: Scene, seconds: number): Promise<void> {
  await pause((seconds * 1000) / options.pace, undefined, { signal: over });
}
