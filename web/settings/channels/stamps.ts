export interface Stamps {
  /** 11:31:02, and the day when it is another: 12 Nov, 10:12:08. */
  readonly seconds: (at: string) => string;
  /** 11:41:56.204 with its day. */
  readonly exact: (at: string) => { readonly day: string | null; readonly time: string };
}

const HALF_A_YEAR = 182 * 86_400_000;

/** Moments of a log: in the agent's zone, the day only when it isn't today. */
export function stampsIn(language: string, zone: string, now: number): Stamps {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', ...options });
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const seconds = formatter(clock);
  const exact = formatter({ ...clock, fractionalSecondDigits: 3 });
  const day = formatter({ day: 'numeric', month: 'short' });
  const dayOfYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayUnlessToday = (at: Date) => {
    const [one, today] = [dayOfYear.format(at), dayOfYear.format(new Date(now))];
    if (one === today) return null;
    return now - at.getTime() < HALF_A_YEAR ? day.format(at) : one;
  };
  return {
    seconds: (at) => [dayUnlessToday(new Date(at)), seconds.format(new Date(at))].filter((part) => part !== null).join(', '),
    exact: (at) => ({ day: dayUnlessToday(new Date(at)), time: exact.format(new Date(at)) }),
  };
}
