import { isIP } from 'node:net';
import { type Recent, recent } from '../../actions/agents/recent';
import type { Clock } from '../../ports/clock';
import { DoorRefusal } from '../problems';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How often in a minute, by one visitor and from one address: whole offices have one. */
// biome-ignore format: a table is read in columns
const RATES = {
  write:    { visitor: 30,  address: 240 },
  file:     { visitor: 10,  address: 30 },
  begin:    { visitor: 60,  address: 120 },
  identify: { visitor: 30,  address: 120 },
  listen:   { visitor: 60,  address: 240 },
  read:     { visitor: 240, address: 2400 },
} as const;

/** Files fill disks: how many in an hour. */
const FILES = { visitor: 60, address: 200 } as const;

export type Doing = keyof typeof RATES;

export interface Rates {
  /** Counts this call, or refuses it with how long to wait. */
  count(doing: Doing, by: { readonly visitorId?: string; readonly address: string }): void;
}

/** What this process remembers of the last minute; every process counts for itself. */
export function rates(clock: Clock): Rates {
  const most = Math.max(...Object.values(RATES).map(({ address }) => address));
  const calls: Recent = recent(clock, { window: MINUTE, most });
  const files: Recent = recent(clock, { window: HOUR, most: FILES.address });
  return {
    count(doing, { visitorId, address }) {
      const who = { address: `${doing} from ${placeOf(address)}`, visitor: visitorId && `${doing} by ${visitorId}` };
      const counted = [{ all: calls, most: RATES[doing] }, ...(doing === 'file' ? [{ all: files, most: FILES }] : [])];
      const wait = Math.max(...counted.map(({ all, most }) => waitIn(all, who, most)));
      if (wait > 0)
        throw new DoorRefusal('too_many_attempts', 'Too much at once: try again in a while.', { retryAfter: Math.ceil(wait / 1000) });
      for (const { all } of counted) for (const key of [who.address, who.visitor]) if (key) all.add(key);
    },
  };
}

interface Who {
  readonly address: string;
  readonly visitor: string | undefined;
}

const waitIn = (all: Recent, { address, visitor }: Who, most: { readonly visitor: number; readonly address: number }): number =>
  Math.max(all.fullFor(address, most.address), visitor ? all.fullFor(visitor, most.visitor) : 0);

/** Whoever has one IPv6 address has 2^64 of them. */
export function placeOf(address: string): string {
  const bare = address.replace(/^::ffff:/, '');
  if (isIP(bare) !== 6) return bare;
  const [head = '', tail] = bare.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((one) => one !== ''));
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - (before?.length ?? 0) - (after?.length ?? 0) }, () => '0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].slice(0, 4).join(':');
}
