import { dayOfDate, localDay, momentOf } from './local-time';
import type { Instant } from './ticket';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** Local times as `HH:MM`; one that ends at or before its begin ends on the next day (22:00–06:00), and `24:00` is the end of the day. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A local date, `YYYY-MM-DD`; without spans the desk is closed on it. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly spans: readonly Span[];
}

/** When people work. A day without spans is a day off; a holiday's spans stand in for those of its weekday. */
export interface Hours {
  /** IANA name. */
  readonly timeZone: string;
  readonly days: { readonly [D in Day]: readonly Span[] };
  readonly holidays: readonly Holiday[];
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST_SPANS = 8;
const MOST_HOLIDAYS = 400;

/** What is wrong with working hours; null when nothing is. */
export function hoursError(value: unknown): string | null {
  if (!isRecord(value) || !isRecord(value.days) || !Array.isArray(value.holidays))
    return 'expected hours: {timeZone, days: {mon: [{from, to}] …}, holidays: [{date, name, spans}]}';
  if (typeof value.timeZone !== 'string' || !isZone(value.timeZone)) return 'timeZone: expected an IANA time zone such as Europe/Lisbon';
  const { days, holidays } = value;
  const strange = Object.keys(days).find((day) => !DAYS.includes(day as Day));
  if (strange) return `days: no such day: ${strange}`;
  for (const day of DAYS) {
    const wrong = spansError(days[day]);
    if (wrong) return `days.${day}: ${wrong}`;
  }
  return holidays.length > MOST_HOLIDAYS ? `holidays: at most ${MOST_HOLIDAYS}` : (holidays.map(holidayError).find(Boolean) ?? null);
}

function holidayError(holiday: unknown, at: number): string | null {
  if (!isRecord(holiday) || typeof holiday.date !== 'string' || !DATE.test(holiday.date) || Number.isNaN(Date.parse(holiday.date)))
    return `holidays.${at}: expected a date such as 2026-12-25`;
  if (typeof holiday.name !== 'string' || holiday.name.length > 128) return `holidays.${at}: expected a name of at most 128 characters`;
  const wrong = spansError(holiday.spans);
  return wrong && `holidays.${at}: ${wrong}`;
}

function spansError(spans: unknown): string | null {
  if (!Array.isArray(spans) || spans.length > MOST_SPANS) return `expected at most ${MOST_SPANS} spans`;
  const right = spans.every(
    (span) => isRecord(span) && isTime(span.from) && (isTime(span.to) || span.to === '24:00') && span.from !== span.to,
  );
  return right ? null : 'expected spans such as {from: "09:00", to: "17:30"}';
}

const isTime = (value: unknown): boolean => typeof value === 'string' && TIME.test(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether this is the IANA name of a time zone. */
export function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A stretch of working time; it ends before `to`. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether people work at a moment; without hours they always do. */
export const isOpenAt = (hours: Hours | null, at: Instant): boolean => nextOpening(hours, at) === at;

/** The first moment from `at` on at which people work: `at` itself while they do; null = never again. */
export function nextOpening(hours: Hours | null, at: Instant): Instant | null {
  if (hours === null) return at;
  for (const { from } of stretches(hours, at)) return from;
  return null;
}

/** When so much working time has passed since a moment, in ms; null = it never will have. */
export function workingTimeAfter(hours: Hours | null, from: Instant, ms: number): Instant | null {
  if (hours === null || ms <= 0) return from + ms;
  let left = ms;
  for (const stretch of stretches(hours, from)) {
    const length = stretch.to - stretch.from;
    if (left <= length) return stretch.from + left;
    left -= length;
  }
  return null;
}

/** How much working time lies between two moments, in ms; 0 when the second is not later. */
export function workingTimeBetween(hours: Hours | null, from: Instant, to: Instant): number {
  if (hours === null) return Math.max(0, to - from);
  let sum = 0;
  for (const stretch of stretches(hours, from)) {
    if (stretch.from >= to) break;
    sum += Math.min(stretch.to, to) - stretch.from;
  }
  return sum;
}

/** The working time from a moment on, in order, without overlaps; stretches of neighbouring spans may touch. */
function* stretches(hours: Hours, since: Instant): Generator<Stretch> {
  let done = since;
  for (const day of daysFrom(hours, localDay(hours.timeZone, since) - 1)) {
    for (const { from, to } of stretchesOf(hours, day)) {
      if (to <= done) continue;
      yield { from: Math.max(from, done), to };
      done = to;
    }
  }
}

/** What is worked out once for a set of hours, which never changes. */
interface Worked {
  readonly holidays: ReadonlyMap<number, readonly Span[]>;
  readonly days: Map<number, readonly Stretch[]>;
}

const worked = new WeakMap<Hours, Worked>();
const MOST_DAYS = 1000;
/** Three years of working time, the longest duration there is, of people who work some hours a week. */
const FARTHEST = 20 * 366;

function workedOut(hours: Hours): Worked {
  const known = worked.get(hours);
  if (known) return known;
  const holidays = new Map<number, readonly Span[]>();
  for (const { date, spans } of hours.holidays) holidays.set(dayOfDate(date), [...(holidays.get(dayOfDate(date)) ?? []), ...spans]);
  const made = { holidays, days: new Map() };
  worked.set(hours, made);
  return made;
}

/** Days from one on at which working time may begin. */
function* daysFrom(hours: Hours, first: number): Generator<number> {
  if (DAYS.some((day) => hours.days[day].length > 0)) for (let day = first; day < first + FARTHEST; day++) yield day;
  else yield* [...workedOut(hours).holidays.keys()].filter((day) => day >= first).sort((a, b) => a - b);
}

/** The working time that begins on a day, by its begins. */
function stretchesOf(hours: Hours, day: number): readonly Stretch[] {
  const { days, holidays } = workedOut(hours);
  const known = days.get(day);
  if (known) return known;
  const spans = holidays.get(day) ?? hours.days[weekdayOf(day)];
  const made = spans
    .map((span) => stretchOf(hours.timeZone, day, span))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, made);
  return made;
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): Day => DAYS[(((day + 3) % 7) + 7) % 7] as Day;

function stretchOf(zone: string, day: number, { from, to }: Span): Stretch {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const endDay = ends <= begins ? day + 1 : day;
  return { from: momentOf(zone, day, begins, 'first'), to: momentOf(zone, endDay, ends, 'second') };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
