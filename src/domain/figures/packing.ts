import { DAY_MS } from '../local-time';
import type { Instant } from '../ticket';
import { FACT_KINDS, type FactKind, type FigureFact } from './kept';
import { metrics } from './metrics';
import type { Stretch } from './periods';
import { type Columns, keysOf, picked } from './side-by-side';
import { isOfFacts } from './summing';

/** Of what days are packed. */
export const PACKED = [...FACT_KINDS, 'messages', 'talks'] as const;
export type Packed = (typeof PACKED)[number];

/**
 * A finished day (UTC) of one kind, or a part of it: columns as bytes. The first fold of a day has all that was counted by then,
 * later ones what each of them added.
 */
export interface PackedDay {
  readonly of: Packed;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly batch: number;
  readonly part: number;
  readonly bytes: Uint8Array;
}

/** One part has at most so many rows: some 2 MB, which any database takes in one statement. */
const MOST = 50_000;
/** So often a day may be added to before it is packed anew. */
export const MOST_ADDED = 16;

export const dayOf = (at: Instant): number => Math.floor(at / DAY_MS);
export const stretchOf = (day: number): Stretch => ({ from: day * DAY_MS, to: (day + 1) * DAY_MS });

/** Says that bytes are ours and which layout they have; on a machine that orders bytes otherwise it is another number. */
const MARK = 0x52440001;
const HEAD = 6;

interface Said {
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/**
 * A day's rows as bytes, in the order of their moments: a head of numbers (mark, rows, keys, axes, columns, bytes of text); keys;
 * of each row its key and its moment; column by column; at the end the texts and the names of the columns.
 */
export function packed(columns: readonly Columns[], day: number): Uint8Array[] {
  const whole = inOrder(joined(columns, day));
  const parts = Array.from({ length: Math.max(1, Math.ceil(whole.rows / MOST)) }, (_, part) => part * MOST);
  return parts.map((from) => bytesOf(whole, from, Math.min(from + MOST, whole.rows)));
}

function bytesOf({ texts, axes, tuples, keys, moments, numbers }: Columns, from: number, to: number): Uint8Array {
  const names = Object.keys(numbers);
  const said = new TextEncoder().encode(JSON.stringify({ texts, names } satisfies Said));
  const rows = to - from;
  const fixed = HEAD + tuples.length + rows * (2 + names.length);
  const bytes = new Uint8Array(fixed * 4 + said.length);
  const all = new Uint32Array(bytes.buffer, 0, fixed);
  all.set([MARK, rows, tuples.length / axes, axes, names.length, said.length]);
  let at = HEAD;
  for (const list of [tuples, ...[keys, moments, ...Object.values(numbers)].map((values) => values.subarray(from, to))]) {
    all.set(list, at);
    at += list.length;
  }
  bytes.set(said, fixed * 4);
  return bytes;
}

/** null: they are not laid out as they are here. */
export function unpacked({ day, bytes }: Pick<PackedDay, 'day' | 'bytes'>): Columns | null {
  const own = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const all = new Uint32Array(own.buffer, own.byteOffset, own.byteLength >> 2);
  const [mark, rows, keys, axes, columns, length] = all as unknown as [number, number, number, number, number, number];
  const fixed = HEAD + keys * axes + rows * (2 + columns);
  if (mark !== MARK || own.byteLength !== fixed * 4 + length) return null;
  const { texts, names } = JSON.parse(new TextDecoder().decode(own.subarray(fixed * 4))) as Said;
  let at = HEAD;
  const next = (many: number): Uint32Array => {
    at += many;
    return all.subarray(at - many, at);
  };
  const [tuples, keyOf, moments] = [next(keys * axes), next(rows), next(rows)];
  const numbers = Object.fromEntries(names.map((name) => [name, next(rows)]));
  return { rows, texts, axes, tuples, keys: keyOf, since: stretchOf(day).from, moments, numbers };
}

/** Columns of one day under one another. */
function joined(columns: readonly Columns[], day: number): Columns {
  const since = stretchOf(day).from;
  const [first] = columns;
  if (columns.length === 1 && first?.since === since) return first;
  const rows = columns.reduce((sum, one) => sum + one.rows, 0);
  const axes = first?.axes ?? 1;
  const texts = columns.flatMap((one) => Array.from(one.keys, (key) => keyText(one, key)));
  const numbers = Object.keys(first?.numbers ?? {}).map((name) => {
    const all = new Uint32Array(rows);
    let at = 0;
    for (const { numbers: its, rows: many } of columns) {
      all.set(its[name] as Uint32Array, at);
      at += many;
    }
    return [name, all] as const;
  });
  const moments = Float64Array.from(columns.flatMap((one) => Array.from(one.moments, (moment) => moment + one.since - since)));
  return { rows, ...keysOf(texts, axes), since, moments, numbers: Object.fromEntries(numbers) };
}

/** Rows as texts in an order of their own: the same for the same rows, however they lie. */
export const linesOf = (columns: readonly Columns[]): string[] =>
  columns
    .flatMap((one) => {
      const numbers = Object.values(one.numbers);
      return Array.from(one.keys, (key, row) =>
        [keyText(one, key), one.since + (one.moments[row] as number), ...numbers.map((values) => values[row])].join(' '),
      );
    })
    .sort();

const keyText = ({ texts, axes, tuples }: Columns, key: number): string =>
  Array.from(tuples.subarray(key * axes, (key + 1) * axes), (place) => texts[place]).join(' ');

function inOrder(columns: Columns): Columns {
  const { moments, rows } = columns;
  const isInOrder = moments.every((moment, at) => at === 0 || (moments[at - 1] as number) <= moment);
  if (isInOrder) return columns;
  const order = Array.from({ length: rows }, (_, row) => row).sort((a, b) => (moments[a] as number) - (moments[b] as number));
  return picked(columns, Uint32Array.from(order));
}

/** The columns of a kind of fact that some number is made of. */
export const spansOf = (kind: FactKind): readonly Span[] => SPANS[kind];

type Field = 'total' | 'handle' | 'waiting' | 'idle';
export type Span = Field | `${Field}Worked`;

const fieldsOf = (kind: FactKind): Span[] =>
  metrics.filter(isOfFacts).flatMap(({ of }) => (of.facts === kind && of.field ? [of.field, `${of.field}Worked` as const] : []));

const SPANS = Object.fromEntries(FACT_KINDS.map((kind) => [kind, fieldsOf(kind)])) as Record<FactKind, Span[]>;

/** Facts of one kind and day. */
export function columnsOfFacts(kind: FactKind, day: number, facts: readonly FigureFact[]): Columns {
  const since = stretchOf(day).from;
  const texts = facts.map(({ cause, channelId, teamId, agentId }) => `${cause} ${channelId} ${teamId ?? ''} ${agentId ?? ''}`);
  return {
    rows: facts.length,
    ...keysOf(texts, 4),
    since,
    moments: Float64Array.from(facts, ({ at }) => at - since),
    numbers: Object.fromEntries(SPANS[kind].map((span) => [span, Uint32Array.from(facts, (fact) => fact[span] ?? 0)])),
  };
}
