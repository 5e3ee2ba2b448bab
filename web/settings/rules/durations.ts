import { parseDuration } from '../../../src/domain/duration';

export const UNITS = ['second', 'minute', 'hour', 'day'] as const;
export type Unit = (typeof UNITS)[number];

// biome-ignore format: a table is read in columns
const MS: Record<Unit, number> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
// biome-ignore format: a table is read in columns
const ISO: Record<Unit, (amount: string) => string> = {
  second: (amount) => `PT${amount}S`,
  minute: (amount) => `PT${amount}M`,
  hour:   (amount) => `PT${amount}H`,
  day:    (amount) => `P${amount}D`,
};
const LETTERS: Readonly<Record<string, Unit>> = { S: 'second', M: 'minute', H: 'hour', D: 'day' };

/** A duration as a form shows it: what was typed, and its unit. */
export interface Parts {
  readonly amount: string;
  readonly unit: Unit;
}

/** In the unit that it is written in (`PT24H` is 24 hours); one of several units in its smallest: `PT1H30M` is 90 minutes. */
export function partsOf(iso: string): Parts {
  const unit = LETTERS[iso.at(-1) ?? ''] ?? 'day';
  const ms = parseDuration(iso);
  return { amount: typeof ms === 'number' ? String(ms / MS[unit]) : '', unit };
}

/** What the API takes; a text that it refuses when what was typed is no whole number. */
export const isoOf = ({ amount, unit }: Parts): string => (/^\d{1,9}$/.test(amount.trim()) ? ISO[unit](String(Number(amount))) : '');

/** Whether two values of a setting say the same: PT24H is P1D. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const [a, b] = [parseDuration(one), parseDuration(other)];
  return typeof a === 'number' && a === b;
}

/** How a duration is said in full, "90 minutes", and what its unit is called beside a number. */
export function sayingIn(language: string) {
  const format = (unit: Unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return {
    inFull: (iso: string): string => {
      const { amount, unit } = partsOf(iso);
      return amount === '' ? '…' : format(unit).format(Number(amount));
    },
    unitFor: (unit: Unit, amount: string): string =>
      format(unit)
        .formatToParts(Number(amount) || 0)
        .find(({ type }) => type === 'unit')?.value ?? unit,
  };
}
