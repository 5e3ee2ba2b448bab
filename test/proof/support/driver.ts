import type { Channel } from '../../../src/ports/store';
import type { TestDesk } from '../../support/desk';
import type { doorOf } from './in-process';

/** A desk with its door open: a driver leads its `outside` to a network of its own, and connects a channel of its kind. */
export interface Ground {
  readonly house: TestDesk;
  readonly door: Awaited<ReturnType<typeof doorOf>>;
}

/** One customer of one channel, on the far side of its network. */
export interface Customer {
  readonly channel: Channel;
  /** Writes. Resolves once the desk has heard it. */
  says(text: string): Promise<void>;
  /** The words that have come from the desk, oldest first; those of a list of choices begin with its text. */
  sees(): readonly string[] | Promise<readonly string[]>;
  /** Ends what it opened: servers, sockets, lines. */
  close(): Promise<void>;
}

/**
 * How a kind of channel is driven from the customer's side (test/channels/<folder>/driver.ts). What it
 * writes is of this moment by the desk's clock, which is turned by hand: `house.clock`.
 */
export type Driver = (ground: Ground) => Promise<Customer>;
