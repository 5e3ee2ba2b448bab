import type { Heard, HeardNotice } from '../../src/ports/channel';
import { pruned, tidy, tooDeep } from './json';

const LONGEST_KIND = 100;

/**
 * Where an event stands: the account that it concerns, and what the network said as it would be with this event alone.
 * So `raw` holds the provider's words for one event, and hearing it again gives the same event.
 */
export interface Place {
  readonly account: string | null;
  readonly raw: unknown;
}

/** Says why an event can't be understood; it is kept, and its neighbours are heard. */
export class Unreadable extends Error {}

export function need<T>(value: T | null | undefined, missing: string): T {
  if (value === null || value === undefined) throw new Unreadable(missing);
  return value;
}

export function notice({ account, raw }: Place, kind: string): HeardNotice {
  return { type: 'notice', account, raw, kind: kind.slice(0, LONGEST_KIND) };
}

/** What goes wrong while an event is translated stays with that event. */
export function hearPart(place: Place, hear: (place: Place) => Heard[]): Heard[] {
  try {
    return hear(place);
  } catch (error) {
    const reason = error instanceof Unreadable ? error.message : `could not be translated (${(error as Error).name})`;
    return [{ type: 'unreadable', ...place, reason }];
  }
}

/** Walks a list that must be one. */
export function each<T>(list: unknown, name: string, hear: (part: unknown) => T[]): T[] {
  if (!Array.isArray(list)) throw new Unreadable(`${name} is not a list`);
  return list.flatMap(hear);
}

/** As it can be stored: what is nested deeper than that is kept as far as it can be, and not understood. */
export function kept(heard: Heard): Heard {
  if (!tooDeep(heard.raw)) return tidy(heard);
  return { type: 'unreadable', account: heard.account, raw: pruned(heard.raw), reason: 'nested too deeply' };
}
