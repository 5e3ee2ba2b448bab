const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Moments as the desk says them, in one language and one time zone. All take ISO texts or milliseconds. */
export interface Times {
  /** In lists: now, 4 min, 3 h, yesterday, Sat, 12 Oct, 12 Oct 2025. */
  ago(at: Moment, now: number): string;
  /** 11:16 */
  clock(at: Moment): string;
  /** 11:16:24 */
  exact(at: Moment): string;
  /** Mon 30 Nov, 09:00; the year only when it is another. */
  moment(at: Moment, now: number): string;
  /** Tue 24 Nov, 09:00, also for tomorrow. */
  full(at: Moment, now: number): string;
  /** Today, Monday 23 November */
  day(at: Moment, now: number): string;
  /** 12 Oct */
  date(at: Moment, now: number): string;
  /** Two moments on the same day where the agent is. */
  sameDay(one: Moment, other: Moment): boolean;
  /** tomorrow, 11:54 / at 11:54 today */
  readonly zone: string;
}

type Moment = string | number;

export interface TimeWords {
  readonly now: string;
  readonly yesterday: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly minutes: (count: number) => string;
  readonly hours: (count: number) => string;
}

/** How moments are written: English as this browser's own English writes them, and without one as the British do. */
export const localeOf = (language: string, asked: readonly string[]): string =>
  language === 'en' ? (asked.find((one) => /^en-/i.test(one)) ?? 'en-GB') : language;

export function timesIn(locale: string, zone: string, words: TimeWords): Times {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
  const clock = formatter({ hour: '2-digit', minute: '2-digit' });
  const exact = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const weekday = formatter({ weekday: 'short' });
  const date = formatter({ day: 'numeric', month: 'short' });
  const dated = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
  const longDay = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
  const longDayOfYear = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dayOf = (at: Moment) => parts.format(new Date(at));
  /** Whole days from one to the other, as calendars count them. */
  const daysBetween = (one: Moment, other: Moment) => Math.round((Date.parse(dayOf(other)) - Date.parse(dayOf(one))) / 86_400_000);
  const sameYear = (at: Moment, now: number) => dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4);
  const shortDate = (at: Moment, now: number) => (sameYear(at, now) ? date : dated).format(new Date(at));
  const full = (at: Moment, now: number) => `${weekday.format(new Date(at))} ${shortDate(at, now)}, ${clock.format(new Date(at))}`;
  return {
    ago(at, now) {
      const past = now - new Date(at).getTime();
      if (past < MINUTE) return words.now;
      if (past < HOUR) return words.minutes(Math.floor(past / MINUTE));
      const days = daysBetween(at, now);
      if (days === 0 || past < 6 * HOUR) return words.hours(Math.floor(past / HOUR));
      if (days === 1) return words.yesterday;
      return days < 7 ? weekday.format(new Date(at)) : shortDate(at, now);
    },
    clock: (at) => clock.format(new Date(at)),
    exact: (at) => exact.format(new Date(at)),
    moment(at, now) {
      const days = daysBetween(now, at);
      const time = clock.format(new Date(at));
      if (days === 0) return time;
      if (days === 1) return `${words.tomorrow}, ${time}`;
      return full(at, now);
    },
    full,
    day(at, now) {
      const said = (sameYear(at, now) ? longDay : longDayOfYear).format(new Date(at));
      const days = daysBetween(at, now);
      return days === 0 ? `${words.today}, ${said}` : days === 1 ? `${capital(words.yesterday)}, ${said}` : capital(said);
    },
    date: shortDate,
    sameDay: (one, other) => dayOf(one) === dayOf(other),
    zone,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
