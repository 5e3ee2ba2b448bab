import type { Heard } from '../../src/ports/channel';
import { isObject, type Json } from '../common/json';
import { each, hearPart, kept, need, notice, Unreadable } from '../common/place';

export { each, hearPart, need, notice, type Place, Unreadable } from '../common/place';

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

function headOf(entry: unknown): Json {
  const { id, time } = isObject(entry) ? entry : {};
  return { ...(id === undefined ? {} : { id }), ...(time === undefined ? {} : { time }) };
}
