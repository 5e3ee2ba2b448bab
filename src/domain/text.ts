/** A text as the desk keeps it: no NUL (it would cut a bound string on SQLite), no lone surrogates (CONTRACT "Text"). */
export function clean(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\u2400') : whole;
}

/** The same through a whole value, keys included; anything but strings, arrays and plain objects passes as it is. What is clean is given back itself. */
export const cleanDeep = <T>(value: T): T => (isClean(value) ? value : cleaned(value));

function isClean(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isClean);
  return !isPlain(value) || Object.keys(value).every((key) => isClean(key) && isClean(value[key]));
}

function cleaned<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [clean(key), cleaned(entry)])) as T;
}

/** An object literal, what JSON.parse makes, or a dictionary without a prototype. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
