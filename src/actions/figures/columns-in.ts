import { dayOf, type Packed, type PackedDay, stretchOf, unpacked } from '../../domain/figures/packing';
import type { Stretch } from '../../domain/figures/periods';
import { type Columns, narrowedTo, type Wanted, within } from '../../domain/figures/side-by-side';
import type { Days, Narrowed } from '../../ports/store';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import { inSlices } from './in-slices';

interface Asked<Name extends string> {
  readonly of: Packed;
  /** Where in a key stands what it can be narrowed by. */
  readonly axes: { readonly [By in keyof Narrowed]?: number };
  readonly period: Stretch;
  /** Nothing that was packed by a later fold. */
  readonly batch: number;
  readonly narrowed: Narrowed;
  /** The columns of numbers that are needed. */
  readonly names: readonly Name[];
  /** The same, row by row. */
  read(slice: Stretch): Promise<Columns<Name>>;
}

/** What is kept of a period, in no order: finished days as they are packed, the rest row by row; others get their turn in between. */
export async function* columnsIn<Name extends string>(desk: Desk, asked: Asked<Name>): AsyncGenerator<Columns<Name>> {
  const loose: Stretch[] = [];
  for await (const { day, parts } of packedDays(desk, asked)) {
    if (parts === null) rowsOn(day, asked.period, loose);
    else {
      yield* parts;
      await giveWay();
    }
  }
  for (const stretch of loose) yield* inSlices(stretch, asked.read);
}

/** A day that has to be read row by row; days that follow each other are one stretch. */
function rowsOn(day: number, period: Stretch, loose: Stretch[]): void {
  const whole = stretchOf(day);
  const its = { from: Math.max(whole.from, period.from), to: Math.min(whole.to, period.to) };
  const last = loose.at(-1);
  if (last?.to === its.from) loose[loose.length - 1] = { from: last.from, to: its.to };
  else loose.push(its);
}

interface Day<Name extends string> {
  readonly day: number;
  /** null: not packed, or not so that it can be read here. */
  readonly parts: readonly Columns<Name>[] | null;
}

/** About so many bytes are read at once: a few milliseconds. */
const AT_ONCE = 1_000_000;
/** Behind empty years may come full ones. */
const MOST_DAYS = 64;

async function* packedDays<Name extends string>({ store: { reads } }: Desk, asked: Asked<Name>): AsyncGenerator<Day<Name>> {
  const end = dayOf(asked.period.to - 1) + 1;
  let length = 4;
  for (let from = dayOf(asked.period.from); from < end; ) {
    const days: Days = { from, to: Math.min(from + length, end) };
    const rows = await reads.packedDays(asked.of, days);
    await giveWay();
    for (let day = days.from; day < days.to; day++)
      yield {
        day,
        parts: partsOf(
          rows.filter((row) => row.day === day),
          asked,
        ),
      };
    await giveWay();
    const size = rows.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    length = Math.min(MOST_DAYS, Math.max(1, Math.round(length * Math.min(4, AT_ONCE / Math.max(size, 1)))));
    from = days.to;
  }
}

/** The first fold of a day has all that was there then: one that came after what is asked has too much in it. */
function partsOf<Name extends string>(
  rows: readonly PackedDay[],
  { batch, period, axes, narrowed, names }: Asked<Name>,
): Columns<Name>[] | null {
  const [first] = rows;
  if (!first || first.batch > batch) return null;
  const parts = rows.filter((row) => row.batch <= batch).map(unpacked);
  if (!parts.every((part) => part !== null && names.every((name) => name in part.numbers))) return null;
  const wanted = wantedOf(axes, narrowed);
  return (parts as Columns<Name>[]).map((part) => narrowedTo(within(part, period), wanted));
}

const wantedOf = (axes: Asked<string>['axes'], narrowed: Narrowed): Wanted =>
  (Object.keys(axes) as (keyof Narrowed)[]).flatMap((by) => {
    const [axis, ids] = [axes[by], narrowed[by]];
    return axis === undefined || ids === undefined ? [] : [{ axis, texts: ids.map((id) => id ?? '') }];
  });
