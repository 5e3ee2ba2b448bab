import type { Heard, HeardNotice } from '../../src/ports/channel';
import { isObject, type Json, pruned, tidy, tooDeep } from './json';

const LONGEST_KIND = 100;

/**
 * Where an event stands: the account that it concerns, and its POST as it would be with this event alone.
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

/** Hears every entry of a POST; `alone` wraps a part of an entry as a POST of its own. */
export function hearEnvelope(body: unknown, object: string, hearEntry: (entry: Json, alone: (part: Json) => unknown) => Heard[]): Heard[] {
  return hearPart({ account: null, raw: body }, () => {
    const { object: found, entry: entries } = need(isObject(body) ? body : null, 'the body is not an object');
    if (typeof found !== 'string') throw new Unreadable('the body names no object');
    if (found !== object) return [notice({ account: null, raw: body }, `unknown_object:${found}`)];
    return each(entries, 'entry', (entry) => {
      const alone = (part: Json) => ({ object, entry: [{ ...headOf(entry), ...part }] });
      return hearPart({ account: null, raw: { object, entry: [entry] } }, () =>
        hearEntry(need(isObject(entry) ? entry : null, 'the entry is not an object'), alone),
      );
    });
  }).map(kept);
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

function headOf(entry: unknown): Json {
  const { id, time } = isObject(entry) ? entry : {};
  return { ...(id === undefined ? {} : { id }), ...(time === undefined ? {} : { time }) };
}

function kept(heard: Heard): Heard {
  if (!tooDeep(heard.raw)) return tidy(heard);
  return { type: 'unreadable', account: heard.account, raw: pruned(heard.raw), reason: 'nested too deeply' };
}
