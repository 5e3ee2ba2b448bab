import { wallClock } from '../../ticket/zoned';
import { shareOf } from './hill';
import { midnight, type Step, type Stretch } from './moments';

/** A word below the hill. */
export interface Tick {
  readonly at: number;
  readonly share: number;
  readonly says: string;
}

/** Moments of the board in one language, by the clock of the desk. */
export interface Moments {
  /** Friday 20 November, 12:00; the year only when it is another. */
  whole(at: number, now: number): string;
  /** Fri 20 Nov, 12:00 */
  brief(at: number): string;
  /** Sat 21 Nov */
  date(at: number): string;
  /** Tue 17, and with the month where the row begins. */
  day(at: number, withMonth: boolean): string;
  /** 12 Oct */
  short(at: number): string;
  /** 06:00 */
  clock(at: number): string;
}

export function momentsIn(locale: string, zone: string): Moments {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
  const clock = formatter({ hour: '2-digit', minute: '2-digit' });
  const long = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
  const longOfYear = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const day = formatter({ weekday: 'short', day: 'numeric' });
  const dayOfMonth = formatter({ weekday: 'short', day: 'numeric', month: 'short' });
  const short = formatter({ day: 'numeric', month: 'short' });
  const yearOf = (at: number) => wallClock(at, zone).slice(0, 4);
  return {
    whole: (at, now) => `${(yearOf(at) === yearOf(now) ? long : longOfYear).format(at)}, ${clock.format(at)}`,
    brief: (at) => `${dayOfMonth.format(at)}, ${clock.format(at)}`,
    date: (at) => dayOfMonth.format(at),
    day: (at, withMonth) => (withMonth ? dayOfMonth : day).format(at),
    short: (at) => short.format(at),
    clock: (at) => clock.format(at),
  };
}

/** How near two words may come to each other, and to the end, where the last word stands, as shares of the row. */
const APART = 0.085;
const LAST = 0.14;
/** Of the many days of the longest stretch every so many are named. */
const WEEKS = 14;

/** The words below the hill: midnights, or for two days every six hours, or for a quarter of a year every second Monday. */
export function ticksOf(stretch: Stretch, step: Step, zone: string, moments: Moments): readonly Tick[] {
  const ticks: Tick[] = [];
  const free = (share: number) => share <= 1 - LAST && share >= (ticks.at(-1)?.share ?? -1) + (ticks.length === 1 ? APART / 2 : APART);
  const put = (at: number, says: string) => {
    const share = shareOf(at, stretch);
    if (at >= stretch.from && free(share)) ticks.push({ at, share, says });
  };
  const every = step === 'day' ? WEEKS : 1;
  const first = midnight(stretch.from, zone);
  if (step !== 'day') put(stretch.from, moments.day(stretch.from, true));
  for (let days = 0; ; days += every) {
    const at = midnight(first, zone, days);
    if (at >= stretch.to) return ticks;
    if (step === 'day') put(at, moments.short(at));
    else put(at, moments.day(at, false));
    if (step === 'quarter') for (const hour of [6, 12, 18]) putIn(put, at + hour * 3_600_000, stretch, moments);
  }
}

function putIn(put: (at: number, says: string) => void, at: number, { to }: Stretch, { clock }: Moments): void {
  if (at < to) put(at, clock(at));
}
