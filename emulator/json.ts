export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = Object.freeze({});

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : NOTHING;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text, or empty: what is no text says nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Characters as people count them roughly: an emoji outside the first plane is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}
