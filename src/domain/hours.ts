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
