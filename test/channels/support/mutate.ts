import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Every place of a JSON value, the whole included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key]))];
}

/** Made once: what makes JSON is dear, and is wanted for each value anew. */
const put = fc.option(fc.jsonValue(), { nil: undefined });

/** A value with one or a few of its places deleted or replaced by anything. */
export function mutated(body: unknown): fc.Arbitrary<unknown> {
  const places = pathsOf(body);
  const change = fc.record({ path: fc.constantFrom(...places), put });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((value, { path, put }) => replaced(value, path, put), body));
}

function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part, at) => (at === key ? replaced(part, rest, put) : part));
  const { [key]: part, ...others } = value as Record<string, unknown>;
  const now = replaced(part, rest, put);
  return now === undefined ? others : { ...others, [key]: now };
}
