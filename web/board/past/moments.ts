import { momentOf, wallClock } from '../../ticket/zoned';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far the handle moves at once. */
export const STEPS = ['quarter', 'hour', 'day'] as const;
export type Step = (typeof STEPS)[number];

// biome-ignore format: a table is read in columns
const SIZES: Readonly<Record<Step, { readonly ms: number; readonly span: number }>> = {
  quarter: { ms: 15 * MINUTE, span: 2 * DAY },
  hour:    { ms: HOUR,        span: 7 * DAY },
  day:     { ms: DAY,         span: 91 * DAY },
};

/** The stretch of time that the slider shows. Milliseconds, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What the clock of that zone is ahead of UTC by, at that moment. */
const offsetAt = (at: number, zone: string): number => Date.parse(`${wallClock(at, zone)}:00Z`) - Math.floor(at / MINUTE) * MINUTE;

/** The midnight before or at a moment, so many days later, by the calendar of the zone. */
export function midnight(at: number, zone: string, days = 0): number {
  const day = Date.parse(`${wallClock(at, zone).slice(0, 10)}T00:00:00Z`) + days * DAY;
  return momentOf(`${new Date(day).toISOString().slice(0, 10)}T00:00`, zone);
}

/** The step before a moment, or the moment itself when it lies on one. Hours and days begin as the zone's clock has them. */
export function floorTo(at: number, step: Step, zone: string): number {
  if (step === 'day') return midnight(at, zone);
  const { ms } = SIZES[step];
  const offset = offsetAt(at, zone);
  return Math.floor((at + offset) / ms) * ms - offset;
}

/** One step on. */
export function stepOn(at: number, step: Step, zone: string): number {
  const floor = floorTo(at, step, zone);
  return step === 'day' ? midnight(floor, zone, 1) : floorTo(floor + SIZES[step].ms, step, zone);
}

/** One step back: from between two steps to the former one. */
export const stepBack = (at: number, step: Step, zone: string): number => floorTo(at - 1, step, zone);

/** The step that is nearest. */
export function nearest(at: number, step: Step, zone: string): number {
  const [low, high] = [floorTo(at, step, zone), stepOn(at, step, zone)];
  return at - low < high - at ? low : high;
}

/** The same time by the clock, so many days later. */
export function daysOn(at: number, days: number, zone: string): number {
  const wall = wallClock(at, zone);
  const day = new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  return momentOf(`${day}${wall.slice(10)}`, zone);
}

/**
 * What the slider shows around a moment; null = now. A former stretch stays while it holds the moment, so that the hill
 * does not move under the hand.
 */
export function stretchAround(at: number | null, step: Step, now: number, zone: string, former: Stretch | null): Stretch {
  const { span } = SIZES[step];
  const latest = { from: floorTo(now - span, step, zone), to: now };
  if (at === null || at >= latest.from) return latest;
  if (former && at >= former.from && at <= former.to) return former;
  const from = floorTo(at - span / 2, step, zone);
  return { from, to: floorTo(from + span, step, zone) };
}

const KEYS: Readonly<Record<string, (at: number, step: Step, zone: string) => number>> = {
  ArrowUp: stepOn,
  ArrowDown: stepBack,
  PageUp: (at, _step, zone) => daysOn(at, 1, zone),
  PageDown: (at, _step, zone) => daysOn(at, -1, zone),
};

interface Handle {
  /** null = now. */
  readonly at: number | null;
  readonly step: Step;
  readonly now: number;
  readonly zone: string;
  readonly stretch: Stretch;
  readonly rtl: boolean;
}

/** Where a key takes the handle: null = now, undefined = it is none of the slider's keys. */
export function keyTo(key: string, { at, step, now, zone, stretch, rtl }: Handle): number | null | undefined {
  if (key === 'Home') return stretch.from;
  if (key === 'End') return bounded(stretch.to, now);
  const arrow = key === 'ArrowRight' ? !rtl : key === 'ArrowLeft' ? rtl : null;
  const move = KEYS[arrow === null ? key : arrow ? 'ArrowUp' : 'ArrowDown'];
  return move && bounded(move(at ?? now, step, zone), now);
}

/** What is not past is now. */
export const bounded = (at: number, now: number): number | null => (at >= now ? null : at);
