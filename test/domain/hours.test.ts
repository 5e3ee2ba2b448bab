import fc from 'fast-check';
import { DAYS, type Hours, isOpenAt, nextOpening, workingTimeAfter, workingTimeBetween } from '../../src/domain/hours';
import { daily, holiday, office } from '../support/hours';
import { RUNS } from '../support/runs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);
/** When it opens and closes between two moments, as UTC, seen minute by minute. */
const turns = (hours: Hours, from: string, to: string): string[] => {
  const seen: string[] = [];
  let was: boolean | null = null;
  for (let now = at(from); now < at(to); now += MINUTE) {
    const is = isOpenAt(hours, now);
    if (was !== null && is !== was) seen.push(`${new Date(now).toISOString().slice(0, 16)} ${is ? 'opens' : 'closes'}`);
    was = is;
  }
  return seen;
};

describe('working hours', () => {
  it('are the weekday’s, by the clocks of their zone', () => {
    const hours = office('Asia/Kolkata', { mon: ['09:00-12:30', '14:00-18:00'], tue: ['00:00-24:00'] });
    expect(turns(hours, '2026-06-01T00:00Z', '2026-06-04T00:00Z')).toEqual([
      '2026-06-01T03:30 opens',
      '2026-06-01T07:00 closes',
      '2026-06-01T08:30 opens',
      '2026-06-01T12:30 closes',
      '2026-06-01T18:30 opens',
      '2026-06-02T18:30 closes',
    ]);
  });

  it('belong to the day that they begin on when they run past midnight, also into a day off', () => {
    const hours = office('America/Sao_Paulo', { fri: ['22:00-06:00'], sat: ['05:00-07:00'] });
    expect(turns(hours, '2026-06-05T00:00Z', '2026-06-08T00:00Z')).toEqual(['2026-06-06T01:00 opens', '2026-06-06T10:00 closes']);
  });

  it('are a holiday’s in place of its weekday’s; what began the day before still runs', () => {
    const hours = { ...daily('UTC', '22:00-06:00'), holidays: [holiday('2026-12-25'), holiday('2026-12-26', '10:00-12:00')] };
    expect(turns(hours, '2026-12-24T12:00Z', '2026-12-28T12:00Z')).toEqual([
      '2026-12-24T22:00 opens',
      '2026-12-25T06:00 closes',
      '2026-12-26T10:00 opens',
      '2026-12-26T12:00 closes',
      '2026-12-27T22:00 opens',
      '2026-12-28T06:00 closes',
    ]);
  });

  it('open at the moment after the gap when their time is skipped, and last as long as time really does', () => {
    const spring = daily('Europe/Berlin', '02:30-05:00');
    expect(turns(spring, '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual(['2026-03-29T01:00 opens', '2026-03-29T03:00 closes']);
    expect(workingTimeBetween(spring, at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toBe(2 * HOUR);
    const night = daily('Europe/Berlin', '22:00-06:00');
    expect(workingTimeBetween(night, at('2026-03-28T12:00Z'), at('2026-03-29T12:00Z'))).toBe(7 * HOUR);
    expect(workingTimeBetween(night, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))).toBe(9 * HOUR);
    expect(turns(daily('Europe/Berlin', '02:10-02:50'), '2026-03-28T12:00Z', '2026-03-29T12:00Z')).toEqual([]);
  });

  it('begin the first time that their time is shown, and end the second', () => {
    expect(turns(daily('Europe/Berlin', '02:15-02:30'), '2026-10-24T12:00Z', '2026-10-25T12:00Z')).toEqual([
      '2026-10-25T00:15 opens',
      '2026-10-25T01:30 closes',
    ]);
  });

  it('know the zones that turn their clocks at midnight, and the day that Samoa left out', () => {
    const paulo = daily('America/Sao_Paulo', '00:00-08:00', '18:00-24:00');
    expect(turns(paulo, '2018-11-03T12:00Z', '2018-11-04T16:00Z')).toEqual(['2018-11-03T21:00 opens', '2018-11-04T10:00 closes']);
    expect(workingTimeBetween(paulo, at('2018-11-03T21:00Z'), at('2018-11-04T10:00Z'))).toBe(13 * HOUR);
    const apia = daily('Pacific/Apia', '09:00-17:00', '22:00-06:00');
    expect(turns(apia, '2011-12-29T12:00Z', '2011-12-31T02:00Z')).toEqual([
      '2011-12-29T16:00 closes',
      '2011-12-29T19:00 opens',
      '2011-12-30T03:00 closes',
      '2011-12-30T08:00 opens',
      '2011-12-30T16:00 closes',
      '2011-12-30T19:00 opens',
    ]);
  });

  it('are always when there are none, and never when no day has any', () => {
    expect([isOpenAt(null, 5), nextOpening(null, 5), workingTimeAfter(null, 5, 7), workingTimeBetween(null, 5, 7)]).toEqual([
      true,
      5,
      12,
      2,
    ]);
    const never = daily('UTC');
    expect([isOpenAt(never, 5), nextOpening(never, 5), workingTimeAfter(never, 5, 7), workingTimeBetween(never, 5, 7)]).toEqual([
      false,
      null,
      null,
      0,
    ]);
  });

  it('find the only day that is open, however far', () => {
    const once = { ...daily('UTC'), holidays: [holiday('2099-06-01', '10:00-11:00')] };
    expect(nextOpening(once, at('2026-01-01T00:00Z'))).toBe(at('2099-06-01T10:00Z'));
    expect(workingTimeAfter(once, at('2026-01-01T00:00Z'), HOUR)).toBe(at('2099-06-01T11:00Z'));
    expect(workingTimeAfter(once, at('2026-01-01T00:00Z'), HOUR + 1)).toBeNull();
  });

  it('count no time twice where spans overlap', () => {
    const hours = daily('UTC', '09:00-12:00', '11:00-14:00', '09:30-10:00', '22:00-10:00');
    expect(workingTimeBetween(hours, at('2026-06-01T08:00Z'), at('2026-06-02T08:00Z'))).toBe(16 * HOUR);
    expect(workingTimeAfter(hours, at('2026-06-01T13:00Z'), 2 * HOUR)).toBe(at('2026-06-01T23:00Z'));
  });
});

describe('working time', () => {
  const week = office('Europe/Lisbon', { mon: ['09:00-17:00'], fri: ['09:00-17:00'] });

  it('stands still outside the hours, and is over at the minute of closing rather than of the next opening', () => {
    expect(workingTimeAfter(week, at('2026-01-09T16:00Z'), HOUR)).toBe(at('2026-01-09T17:00Z'));
    expect(workingTimeAfter(week, at('2026-01-09T16:00Z'), HOUR + MINUTE)).toBe(at('2026-01-12T09:01Z'));
    expect(workingTimeAfter(week, at('2026-01-10T16:00Z'), 8 * HOUR)).toBe(at('2026-01-12T17:00Z'));
    expect(workingTimeAfter(week, at('2026-01-10T16:00Z'), 0)).toBe(at('2026-01-10T16:00Z'));
    expect(workingTimeBetween(week, at('2026-01-12T10:00Z'), at('2026-01-09T10:00Z'))).toBe(0);
  });
});

/** Every minute of some days with what the clocks show, and from them by plain looking which minutes are open. */
function naive(hours: Hours, from: number, days: number): boolean[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: hours.timeZone, dateStyle: 'short', timeStyle: 'short' });
  const shown = Array.from({ length: days * 24 * 60 }, (_, minute) => clock.format(from + minute * MINUTE));
  const open = shown.map(() => false);
  for (let day = -2; day < days + 2; day++) {
    const date = new Date(from + day * DAY).toISOString().slice(0, 10);
    const next = new Date(from + (day + 1) * DAY).toISOString().slice(0, 10);
    const weekday = DAYS[(new Date(from + day * DAY).getUTCDay() + 6) % 7] as (typeof DAYS)[number];
    for (const one of hours.holidays.find((holiday) => holiday.date === date)?.spans ?? hours.days[weekday]) {
      const ends = one.to === '24:00' ? `${next} 00:00` : `${one.to <= one.from ? next : date} ${one.to}`;
      const begin = shown.findIndex((words) => words >= `${date} ${one.from}`);
      const last = shown.findLastIndex((words) => words <= ends);
      const end = shown[last] === ends ? last : last + 1;
      if (begin >= 0) open.fill(true, begin, Math.max(begin, end));
    }
  }
  return open;
}

describe('whatever the hours, in zones that turn their clocks and that do not', () => {
  // biome-ignore format: a table is read in columns
  const somewhere = fc.constantFrom<[string, string]>(
    ['Europe/Berlin', '2026-03-27'],     ['Europe/Berlin', '2026-10-23'],    ['America/Sao_Paulo', '2018-11-02'],
    ['America/Sao_Paulo', '2019-02-15'], ['America/New_York', '2026-10-30'], ['Asia/Kolkata', '2026-05-01'],
    ['Australia/Lord_Howe', '2026-04-03'], ['Australia/Lord_Howe', '2026-10-02'], ['Pacific/Apia', '2011-12-28'],
    ['Africa/Casablanca', '2026-02-13'], ['America/St_Johns', '2011-03-11'], ['Europe/Lisbon', '2026-10-23'],
  );
  const time = fc
    .integer({ min: 0, max: 95 })
    .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
  const spans = fc.array(
    fc
      .tuple(time, fc.oneof(time, fc.constant('24:00')))
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from, to })),
    { maxLength: 3 },
  );
  const week = fc.record(Object.fromEntries(DAYS.map((day) => [day, spans])) as Record<(typeof DAYS)[number], typeof spans>);
  const anyHoliday = fc.record({ off: fc.integer({ min: 0, max: 4 }), spans });
  const LENGTH = 5;

  it('is open in the very minutes that looking at the clock minute by minute finds, and counts them', () => {
    fc.assert(
      fc.property(
        somewhere,
        week,
        fc.option(anyHoliday),
        fc.integer({ min: 1440, max: 5000 }),
        fc.integer({ min: 1440, max: 5000 }),
        fc.integer({ min: 0, max: 2000 }),
        ([timeZone, date], days, free, one, other, wait) => {
          const start = at(`${date}T00:00Z`);
          const holidays = free
            ? [{ date: new Date(start + free.off * DAY).toISOString().slice(0, 10), name: 'Off', spans: free.spans }]
            : [];
          const hours: Hours = { timeZone, days, holidays };
          const open = naive(hours, start - 2 * DAY, LENGTH + 4).slice(2 * 1440, (2 + LENGTH) * 1440);
          const when = (minute: number) => start + minute * MINUTE;
          const wrong = open.findIndex((is, minute) => isOpenAt(hours, when(minute)) !== is);
          expect(wrong < 0 ? null : new Date(when(wrong)).toISOString()).toBeNull();

          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          expect(workingTimeBetween(hours, when(from), when(to))).toBe(open.slice(from, to).filter(Boolean).length * MINUTE);
          const opens = open.findIndex((is, minute) => is && minute >= from);
          if (opens >= 0) expect(nextOpening(hours, when(from))).toBe(when(opens));
          const worked = open.flatMap((is, minute) => (is && minute >= from ? [minute] : []));
          const last = worked[wait - 1];
          if (last !== undefined) expect(workingTimeAfter(hours, when(from), wait * MINUTE)).toBe(when(last + 1));
        },
      ),
      { numRuns: Math.min(RUNS, 10_000) / 10 },
    );
  });
});
