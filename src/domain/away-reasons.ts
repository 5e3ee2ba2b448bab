import type { AwayReason } from './agent';
import type { FieldError } from './errors';
import { keyFor } from './key';

export const MOST_REASONS = 20;
export const LONGEST_REASON = 64;

type Listed = { readonly key?: string; readonly name: string };

const spelling = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The list with a key for each that is new; what is wrong with it when a key is unknown or something stands there twice. */
export function reasonsFrom(listed: readonly Listed[], before: readonly AwayReason[]): readonly AwayReason[] | FieldError {
  const known = new Set(before.map(({ key }) => key));
  const keys = new Set(listed.flatMap(({ key }) => (key === undefined ? [] : [key])));
  const unknown = listed.findIndex(({ key }) => key !== undefined && !known.has(key));
  if (unknown >= 0) return { path: `reasons.${unknown}.key`, message: 'no such reason; leave the key out for a new one' };
  if (keys.size < listed.filter(({ key }) => key !== undefined).length) return { path: 'reasons', message: 'name each key once' };
  const twice = listed.findIndex(({ name }, at) => listed.slice(0, at).some((other) => spelling(other.name) === spelling(name)));
  if (twice >= 0) return { path: `reasons.${twice}.name`, message: 'stands there twice' };
  const taken = new Set(known);
  return listed.map(({ key, name }) => {
    const own = key ?? keyFor(name, taken, 'reason');
    taken.add(own);
    return { key: own, name };
  });
}

/** The reason as the list spells it, by its key or its name; whatever else was said stays as it is. */
export function reasonAs(said: string | null, reasons: readonly AwayReason[]): string | null {
  if (said === null) return null;
  return reasons.find(({ key, name }) => key === said || spelling(name) === spelling(said))?.name ?? said;
}
