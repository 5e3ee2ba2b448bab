import type { Actor } from './events';

/** One value that an act changed; null where there was or is none. */
export interface ActChange {
  /** In dots. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What an admin did, for the record: without secrets, and without a word of any customer. */
export interface Act {
  /** `settings.changed`, `agent.added`, `token.removed`. */
  readonly act: string;
  readonly target: { readonly kind: string; readonly id: string; readonly name: string | null } | null;
  readonly changes: readonly ActChange[];
}

/** Who is at it, and from where: a transaction that is told so leaves a row of the record. */
export interface Acting {
  readonly actor: Actor;
  /** The caller's address. */
  readonly address: string | null;
  /** What it is called when nothing that it changes tells a better name, once a call; null = then nothing is recorded. */
  readonly otherwise: Act | null;
  /** A row of this call is committed: `otherwise` is not said any more. */
  recorded: boolean;
}

const MOST_CHANGES = 100;
const LONGEST = 500;

/** What differs between two values, by path; lists of plain values are compared as a whole. */
export function changesBetween(before: unknown, after: unknown, path = ''): ActChange[] {
  if (same(before, after) || (before === undefined && isEmpty(after))) return [];
  const [was, is] = [partsOf(before), partsOf(after)];
  if (!was && !is) return [{ path, from: short(before), to: short(after) }];
  if ((!was && !isNothing(before)) || (!is && !isNothing(after))) return [{ path, from: short(before), to: short(after) }];
  const keys = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  return keys.flatMap((key) => changesBetween(was?.[key], is?.[key], path ? `${path}.${key}` : key));
}

/** Of what is new, a list without items is no change. */
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** The fields of an object, or the items of a list that holds objects; null for what is compared as a whole. */
function partsOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value) && !value.some((item) => typeof item === 'object' && item !== null)) return null;
  return value as Record<string, unknown>;
}

const same = (one: unknown, other: unknown): boolean => (one ?? null) === (other ?? null) || JSON.stringify(one) === JSON.stringify(other);

function short(value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST) return `${value.slice(0, LONGEST)}\u2026`;
  return value ?? null;
}

/** A secret as the record has it: whether there was one, and whether it is another one now. */
export const secretChange = (path: string, before: unknown, after: unknown): ActChange => ({
  path,
  from: isNothing(before) ? null : 'set',
  to: isNothing(after) ? null : isNothing(before) ? 'set' : 'changed',
});

/**
 * One act of the several that a transaction shows: what was said outright comes first, else what was added or removed. What changed
 * beside it follows under the name of its thing.
 */
export function oneAct(acts: readonly Act[]): Act | null {
  const [first] = acts;
  const head = acts.find(({ act }) => /\.(added|removed)$/.test(act)) ?? first;
  if (!head || !first) return null;
  const main = isSameThing(first, head) || !/\.changed$/.test(first.act) ? first : head;
  const rest = acts.filter((one) => one !== main);
  const changes = [main, ...rest].flatMap((one) => (isSameThing(one, main) ? one.changes : beside(one)));
  return { ...main, changes: changes.slice(0, MOST_CHANGES) };
}

const isSameThing = (one: Act, other: Act): boolean => one.target?.kind === other.target?.kind && one.target?.id === other.target?.id;

function beside({ act, target, changes }: Act): ActChange[] {
  const thing = [target?.kind, target?.name ?? target?.id].filter(Boolean).join(' ');
  if (changes.length === 0) return [{ path: thing, from: null, to: act.split('.').at(-1) }];
  return changes.map((change) => ({ ...change, path: `${thing}.${change.path}` }));
}
