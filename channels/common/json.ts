import { cleanDeep } from '../../src/ports/channel';

export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = Object.freeze({});
/** Deeper than any real event; what is nested further would overflow whoever walks or serialises it. */
const DEPTH = 64;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one: members of what is not there are undefined. */
export function objectOf(value: unknown): Json {
  return isObject(value) ? value : NOTHING;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text with at least one character. */
export function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** An id as text. A number too large to be exact is no id: it would name somebody else. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return wordOf(value);
}

/** A finite number, also when it comes as decimal text. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? numberOf(Number(value)) : null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const MILLISECONDS_FROM = 1e12;
const YEAR_10000 = 253_402_300_800_000;

/** Seconds or milliseconds since 1970, as number or text, in milliseconds; null when unreadable. */
export function timeOf(value: unknown): number | null {
  const given = numberOf(value);
  if (given === null || given <= 0) return null;
  const at = Math.round(given >= MILLISECONDS_FROM ? given : given * 1000);
  return at < YEAR_10000 ? at : null;
}

export function tooDeep(value: unknown, left = DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((part) => tooDeep(part, left - 1));
}

/** The value down to the depth that can be kept. */
export function pruned(value: unknown, left = DEPTH): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) return '…';
  if (Array.isArray(value)) return value.map((part) => pruned(part, left - 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pruned(part, left - 1)]));
}

/** What a body says, undefined when it is no JSON. */
export function jsonIn(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** JSON inside a text; the text itself when it is none that can be kept. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return tooDeep(value) ? text : value;
  } catch {
    return text;
  }
}

/** Everything but `raw` made fit to be stored; `raw` stays as the provider wrote it. */
export function tidy<T extends { readonly raw: unknown }>({ raw, ...said }: T): T {
  return { ...cleanDeep(said), raw } as T;
}
