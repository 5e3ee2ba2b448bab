import type { FieldError } from '../domain/errors';

/** What is wrong with a value, at its path. */
export type Check = (value: unknown, path: string) => FieldError[];

type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const unless = (right: boolean, path: string, message: string): FieldError[] => (right ? [] : [{ path, message }]);

/** A check by one question. */
export const that =
  (isRight: (value: unknown) => boolean, message: string): Check =>
  (value, path) =>
    unless(isRight(value), path, message);

/** At least one visible character. */
export const words = (max: number): Check =>
  that(
    (value) => typeof value === 'string' && value.trim() !== '' && value.length <= max,
    `expected a text of 1 to ${max.toLocaleString('en')} characters`,
  );

export const number = (min: number, max: number): Check =>
  that((value) => typeof value === 'number' && value >= min && value <= max, `expected a number from ${min} to ${max}`);

export const integer = (min: number, max: number): Check =>
  that((value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max, `expected an integer from ${min} to ${max}`);

export const oneOf = (...choices: readonly unknown[]): Check =>
  that((value) => choices.includes(value), `expected one of ${choices.map(String).join(', ')}`);

export const nullable =
  (check: Check): Check =>
  (value, path) =>
    value === null ? [] : check(value, path);

/** A field that may be missing. */
export interface Optional {
  readonly optional: Check;
}
export const optional = (check: Check): Optional => ({ optional: check });

export const list =
  (item: Check, min: number, max: number): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < min || value.length > max)
      return unless(false, path, `expected a list of ${min} to ${max} items`);
    return value.flatMap((one, at) => item(one, `${path}.${at}`));
  };

/** These fields and no others. */
export const object =
  (fields: Readonly<Record<string, Check | Optional>>): Check =>
  (value, path) => {
    if (!isObject(value)) return unless(false, path, 'expected an object');
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    return [
      ...unknown.map((name) => ({ path: `${path}.${name}`, message: 'unknown field' })),
      ...Object.entries(fields).flatMap(([name, check]) => field(value[name], `${path}.${name}`, check)),
    ];
  };

function field(value: unknown, path: string, check: Check | Optional): FieldError[] {
  if (typeof check === 'function') return value === undefined ? unless(false, path, 'required') : check(value, path);
  return value === undefined ? [] : check.optional(value, path);
}

/** The second check is asked only when the first found nothing. */
export const both =
  (first: Check, second: Check): Check =>
  (value, path) => {
    const found = first(value, path);
    return found.length > 0 ? found : second(value, path);
  };

/** An object whose fields depend on which of these names it has (`by` null), or on the word in its field `by`. */
export const oneShapeOf =
  (shapes: Readonly<Record<string, Check>>, by: string | null): Check =>
  (value, path) => {
    if (!isObject(value)) return unless(false, path, 'expected an object');
    const named = by === null ? Object.keys(value).filter((name) => Object.hasOwn(shapes, name)) : [String(value[by])];
    const [name = ''] = named;
    const shape = named.length === 1 && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    const says = `expected ${by === null ? 'one' : `\`${by}\` to be one`} of ${Object.keys(shapes).join(', ')}`;
    return shape?.(value, path) ?? unless(false, by === null ? path : `${path}.${by}`, says);
  };
