const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const THREE_YEARS = 3 * 365 * DAY;

const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const UNITS = [WEEK, DAY, HOUR, MINUTE, SECOND];

/** Milliseconds of an ISO 8601 duration of weeks to seconds, or why it is none. Months and years have no fixed length. */
export function parseDuration(text: string): number | { readonly error: string } {
  const parts = ISO.exec(text)?.slice(1);
  if (!parts || parts.every((part) => part === undefined) || text.endsWith('T')) {
    return {
      error:
        'expected an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT30M or P7D; months and years have no fixed length',
    };
  }
  // Rounded: 1.005 seconds are 1004.9999999999999 in floating point.
  const ms = Math.round(UNITS.reduce((sum, unit, at) => sum + Number(parts[at] ?? 0) * unit, 0));
  if (ms < SECOND) return { error: 'shorter than one second' };
  if (ms > THREE_YEARS) return { error: 'longer than three years' };
  return ms;
}

/** Milliseconds of a duration that was checked when it was stored; null stays null (switched off). */
export function milliseconds(text: string): number;
export function milliseconds(text: string | null): number | null;
export function milliseconds(text: string | null): number | null {
  if (text === null) return null;
  const ms = parseDuration(text);
  if (typeof ms !== 'number') throw new Error(`stored duration ${text}: ${ms.error}`);
  return ms;
}
