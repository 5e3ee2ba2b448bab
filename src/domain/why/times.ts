import { parseDuration } from '../duration';
import type { Instant } from '../ticket';

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** A duration in words, two units at most: "2 days 3 hours". Takes milliseconds or ISO 8601. */
export function lasting(duration: number | string): string {
  const ms = typeof duration === 'number' ? duration : parseDuration(duration);
  if (typeof ms !== 'number') return String(duration);
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(ms / 1000) * 1000);
  for (const [name, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0 && parts.length < 2) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    rest -= count * size;
  }
  return parts.length === 0 ? 'less than a second' : parts.join(' ');
}

/** Moments by the clock of one place: the day is said only when it is another than `beside`'s. */
export function clockOf(timeZone: string) {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  return (at: Instant, beside?: Instant): string =>
    beside !== undefined && day.format(at) === day.format(beside) ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
}
