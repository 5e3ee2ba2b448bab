import type { Instant } from '../ticket';
import type { Stretch } from './periods';

/**
 * Rows as columns: their fields lie side by side. A row's key is some texts (its cause, channel, team and agent, for one), empty
 * where there is none; each different key is there once.
 */
export interface Columns<Name extends string = string> {
  readonly rows: number;
  /** The different texts. */
  readonly texts: readonly string[];
  /** How many texts make a key. */
  readonly axes: number;
  /** Key by key the places of its texts. */
  readonly tuples: Uint32Array;
  /** Of each row the number of its key. */
  readonly keys: Uint32Array;
  /** Of each row how many milliseconds after `since` it was. */
  readonly since: Instant;
  readonly moments: Uint32Array | Float64Array;
  readonly numbers: { readonly [One in Name]: Uint32Array };
}

type Keys = Pick<Columns, 'texts' | 'axes' | 'tuples' | 'keys'>;

/** The keys of rows, each as its texts with a space between them. */
export function keysOf(rows: readonly string[], axes: number): Keys {
  const [texts, known] = [numbering(), numbering()];
  const keys = Uint32Array.from(rows, known.numberOf);
  const tuples = new Uint32Array(known.texts.length * axes);
  for (const [key, text] of known.texts.entries())
    for (const [axis, part] of text.split(' ').entries()) tuples[key * axes + axis] = texts.numberOf(part);
  return { texts: texts.texts, axes, tuples, keys };
}

/** One text of a key. */
export const textOf = ({ texts, axes, tuples }: Keys, key: number, axis: number): string =>
  texts[tuples[key * axes + axis] as number] as string;

/** How many rows have each key. */
export function timesOfKeys({ tuples, axes, keys }: Keys): Uint32Array {
  const times = new Uint32Array(tuples.length / axes);
  for (let at = 0; at < keys.length; at++) times[keys[at] as number] = (times[keys[at] as number] as number) + 1;
  return times;
}

/** Those rows of a stretch of time; they must lie in the order of their moments. */
export function within<Name extends string>(columns: Columns<Name>, { from, to }: Stretch): Columns<Name> {
  const { since, moments, keys, numbers, rows } = columns;
  const [begin, end] = [before(moments, from - since), before(moments, to - since)];
  if (begin === 0 && end === rows) return columns;
  return {
    ...columns,
    rows: end - begin,
    keys: keys.subarray(begin, end),
    moments: moments.subarray(begin, end),
    numbers: each(numbers, (values) => values.subarray(begin, end)),
  };
}

/** How many moments lie before one. */
function before(moments: Columns['moments'], moment: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which texts are wanted at which place of a key. */
export type Wanted = readonly { readonly axis: number; readonly texts: readonly string[] }[];

/** Those rows whose keys are wanted. */
export function narrowedTo<Name extends string>(columns: Columns<Name>, wanted: Wanted): Columns<Name> {
  if (wanted.length === 0) return columns;
  const { tuples, axes, keys } = columns;
  const isWanted = Uint8Array.from({ length: tuples.length / axes }, (_, key) =>
    wanted.every(({ axis, texts }) => texts.includes(textOf(columns, key, axis))) ? 1 : 0,
  );
  return picked(
    columns,
    Uint32Array.from(keys.keys()).filter((row) => isWanted[keys[row] as number] === 1),
  );
}

/** These rows, in this order. */
export function picked<Name extends string>(columns: Columns<Name>, rows: Uint32Array): Columns<Name> {
  const { keys, moments, numbers } = columns;
  const those = (values: Uint32Array): Uint32Array => rows.map((row) => values[row] as number);
  return {
    ...columns,
    rows: rows.length,
    keys: those(keys),
    moments: Float64Array.from(rows, (row) => moments[row] as number),
    numbers: each(numbers, those),
  };
}

const each = <Name extends string>(numbers: Columns<Name>['numbers'], change: (values: Uint32Array) => Uint32Array) =>
  Object.fromEntries(Object.entries<Uint32Array>(numbers).map(([name, values]) => [name, change(values)])) as Columns<Name>['numbers'];

/** Gives each different text a number, from 0, in the order in which they come. */
export interface Numbering {
  readonly texts: readonly string[];
  numberOf(text: string): number;
}

export function numbering(): Numbering {
  const texts: string[] = [];
  const known = new Map<string, number>();
  return {
    texts,
    numberOf(text) {
      const number = known.get(text);
      if (number !== undefined) return number;
      known.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
