import type { Signature } from './bytes';

/** How bad the weather is. Shares are 0 (never) to 1 (always), times are milliseconds. */
export interface Dial {
  /** Share of events that come a second time, alone or mixed with newer ones. */
  readonly duplicate: number;
  /** Share of events that are held back until later ones have overtaken them. */
  readonly reorder: number;
  /** Longest wait of an event before it is sent. */
  readonly delay: number;
  /** Share of deliveries that get lost on the way; they come again as if you had not answered. */
  readonly drop: number;
  /** Most events in one POST; above 1 they are gathered for half a second. */
  readonly batch: number;
  /** Share of sends that end with HTTP 5xx and were not taken. */
  readonly errors: number;
  /** Share of sends that were taken, and end with HTTP 5xx. */
  readonly errorsAfter: number;
  /** Share of sends that are refused as too many, with HTTP 400 or 429. */
  readonly rate: number;
  /** Longest wait before a send is answered. */
  readonly slow: number;
  /** Share of sends that are taken and never answered. */
  readonly timeout: number;
  /** When the connection of a send that is never answered breaks. */
  readonly hangs: number;
  /** Share of sends whose first status or echo arrives before their answer. */
  readonly early: number;
  /** Share of customers' messages that somebody answers on the business's own phone. */
  readonly phone: number;
  /** Share of messages that are read without having been reported as delivered. */
  readonly skipDelivered: number;
  /** How far a sent message gets by itself. */
  readonly receipts: 'none' | 'sent' | 'delivered' | 'read';
  readonly signature: Signature;
}

const MINUTE = 60_000;

// biome-ignore format: a table is read in columns
export const CALM: Dial = {
  duplicate: 0, reorder: 0, delay: 0, drop: 0, batch: 1,
  errors: 0, errorsAfter: 0, rate: 0, slow: 0, timeout: 0, hangs: 5 * MINUTE, early: 0, phone: 0, skipDelivered: 0,
  receipts: 'read', signature: 'right',
};

type Reader = (value: unknown) => boolean;
const share: Reader = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const time: Reader = (value) => typeof value === 'number' && value >= 0 && value <= 60 * MINUTE;
const oneOf =
  (...words: string[]): Reader =>
  (value) =>
    words.includes(value as string);

// biome-ignore format: a table is read in columns
const READERS: Readonly<Record<keyof Dial, Reader>> = {
  duplicate: share, reorder: share, delay: time, drop: share, batch: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1000,
  errors: share, errorsAfter: share, rate: share, slow: time, timeout: share, hangs: time, early: share, phone: share, skipDelivered: share,
  receipts: oneOf('none', 'sent', 'delivered', 'read'), signature: oneOf('right', 'wrong', 'absent', 'sha1'),
};

/** The dial with some of it turned; names the first knob that there is not, or that does not go so far. */
export function turned(dial: Dial, changes: Readonly<Record<string, unknown>>): Dial | { readonly wrong: string } {
  const wrong = Object.entries(changes).find(([name, value]) => !Object.hasOwn(READERS, name) || !READERS[name as keyof Dial](value));
  return wrong ? { wrong: wrong[0] } : { ...dial, ...(changes as Partial<Dial>) };
}
