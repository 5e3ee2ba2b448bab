import { hourOfWeek } from '../../../src/domain/figures/hour-of-week';
import { periodOf } from '../../../src/domain/figures/periods';

const QUARTER = 900_000;

/** By the clocks of the machine's own tables: Monday is 0. */
function clockOf(zone: string) {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return (at: number) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return { weekday: days.indexOf(parts.weekday ?? ''), hour: Number(parts.hour) };
  };
}

it.each([
  ['Europe/Madrid', '2026-03-23', '2026-03-30'],
  ['Europe/Madrid', '2026-10-19', '2026-10-26'],
  ['America/Havana', '2026-10-26', '2026-11-02'],
  ['Australia/Lord_Howe', '2026-04-01', '2026-04-08'],
])('Every moment lies in the hour of the week that the clocks of %s show, also when they turn', (zone, from, to) => {
  const period = periodOf({ zone, from, to });
  const clock = clockOf(zone);
  const seen = new Map<string, number>();
  for (let at = period.from; at < period.to; at += QUARTER) {
    const { weekday, hour } = clock(at);
    seen.set(`${weekday} ${hour}`, (seen.get(`${weekday} ${hour}`) ?? 0) + 1);
  }
  for (const weekday of [0, 6])
    for (let hour = 0; hour < 24; hour++) {
      const stretches = hourOfWeek(period, weekday, hour);
      expect(stretches.reduce((sum, one) => sum + (one.to - one.from) / QUARTER, 0)).toBe(seen.get(`${weekday} ${hour}`) ?? 0);
      for (const { from: begin, to: end } of stretches)
        expect([clock(begin), clock(end - 1)]).toEqual([
          { weekday, hour },
          { weekday, hour },
        ]);
    }
});

it('Seven years of weeks are enough', () => {
  expect(() => hourOfWeek(periodOf({ zone: 'UTC', from: '2010-01-01', to: '2026-01-01' }), 0, 9)).toThrow(
    expect.objectContaining({ code: 'invalid' }),
  );
});
