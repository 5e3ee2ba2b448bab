import { createHash, randomBytes } from 'node:crypto';
import { cronOf, whenOf } from '../../../web/reports/cron';
import { dayIn, daysOf, daysSaidIn, thisMonth } from '../../../web/reports/days';
import { piecesOf, sha256Of } from '../../../web/reports/sha256';

describe('the days of a report', () => {
  it.each([
    ['2026-11-01', '2026-11-22', '1 to 22 Nov 2026'],
    ['2026-10-01', '2026-10-31', 'October 2026'],
    ['2026-07-01', '2026-09-30', 'July to September 2026'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['2025-12-28', '2026-01-03', '28 Dec 2025 to 3 Jan 2026'],
    ['2026-11-22', '2026-11-22', '22 Nov 2026'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
  ])('from %s to %s are said as %s', (from, to, said) => {
    expect(daysSaidIn('en-GB', 'to')({ from, to })).toBe(said);
  });

  it('are said in each language by its own rules', () => {
    expect(daysSaidIn('es', 'a')({ from: '2026-07-01', to: '2026-09-30' })).toBe('julio a septiembre de 2026');
    expect(daysSaidIn('pt-BR', 'a')({ from: '2026-11-01', to: '2026-11-22' })).toBe('1 a 22 de nov. de 2026');
  });

  it('begin as this month so far, and on its first day as the month before', () => {
    expect(thisMonth('2026-11-22')).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    expect(thisMonth('2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  it('of a schedule are those before the day on which it runs, by the clock of its zone', () => {
    const today = dayIn('Pacific/Auckland', Date.parse('2026-02-28T23:30:00Z'));
    expect(today).toBe('2026-03-01');
    expect(daysOf({ days: 7 }, today)).toEqual({ from: '2026-02-22', to: '2026-02-28' });
    expect(daysOf({ months: 1 }, today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOf({ months: 3 }, '2026-01-15')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  });
});

describe('when a schedule runs', () => {
  it.each([
    [{ every: 'day', at: '07:00' }, '0 7 * * *'],
    [{ every: 'week', at: '18:30', day: 'mon' }, '30 18 * * 1'],
    [{ every: 'week', at: '00:05', day: 'sun' }, '5 0 * * 0'],
    [{ every: 'month', at: '07:00', date: 2 }, '0 7 2 * *'],
    [{ every: 'own', cron: '0 7 * * 1-5' }, '0 7 * * 1-5'],
  ] as const)('%j is %s, and back', (when, cron) => {
    expect(cronOf(when)).toBe(cron);
    expect(whenOf(cron)).toEqual(when);
  });

  it.each(['0 7 31 * *', '0 7 1 * 1', '*/5 * * * *', '0 24 * * *', 'nonsense'])('%s is of its own kind', (cron) => {
    expect(whenOf(cron)).toEqual({ every: 'own', cron });
  });
});

describe('the hash of a file', () => {
  const wanted = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 4_000])('of %i bytes is what others say', async (length) => {
    const bytes = randomBytes(length);
    expect(await sha256Of(piecesOf(new Blob([bytes])))).toBe(wanted(bytes));
  });

  it('is the same in whatever pieces the file comes', async () => {
    const bytes = randomBytes(10_000);
    const uneven = async function* () {
      for (let from = 0, size = 1; from < bytes.length; from += size, size = (size * 7) % 1_009) yield bytes.subarray(from, from + size);
    };
    expect(await sha256Of(uneven())).toBe(wanted(bytes));
    const large = randomBytes(2_500_000);
    expect(await sha256Of(piecesOf(new Blob([large])))).toBe(wanted(large));
  });
});
