import fc from 'fast-check';
import { milliseconds, parseDuration } from '../../src/domain/duration';
import { RUNS } from '../support/runs';
import { DAYS, HOURS, MINUTES, SECONDS } from '../support/tickets';

describe('a duration', () => {
  it.each([
    ['PT1S', SECONDS],
    ['PT30M', 30 * MINUTES],
    ['PT1H', HOURS],
    ['PT36H', 36 * HOURS],
    ['P7D', 7 * DAYS],
    ['P2W', 14 * DAYS],
    ['P1DT2H3M4S', DAYS + 2 * HOURS + 3 * MINUTES + 4 * SECONDS],
    ['P1W1DT1S', 8 * DAYS + SECONDS],
    ['PT1.5S', 1500],
    ['PT1.005S', 1005],
    ['P1095D', 1095 * DAYS],
    ['P0DT60S', MINUTES],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    '',
    'P',
    'PT',
    'T1H',
    '1H',
    '30',
    'P1DT',
    'P1M',
    'P1Y',
    'P1Y2M',
    'P1M1D',
    'pt30m',
    '-PT1H',
    '+P1D',
    'PT-1H',
    'P1H',
    'PT1D',
    'PT1M1H',
    'P1D1W',
    'P1.5D',
    'PT1,5S',
    'PT1.S',
    'PT1.2345S',
    ' PT1H',
    'PT1H ',
    'PT1H\n',
    'PT１H',
    'PT1e3S',
    'null',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toEqual({ error: expect.stringContaining('expected an ISO 8601 duration') });
  });

  it.each(['PT0S', 'P0D', 'PT0.999S'])('%s is too short', (text) => {
    expect(parseDuration(text)).toEqual({ error: 'shorter than one second' });
  });

  it.each(['P1095DT0.001S', 'P157W', 'PT99999999999999999999S', `P${'9'.repeat(400)}D`])('%s is too long', (text) => {
    expect(parseDuration(text)).toEqual({ error: 'longer than three years' });
  });

  it('adds up its parts, in whole milliseconds', () => {
    const part = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(part, part, part, part, fc.integer({ min: 1000, max: 99_999 }), (w, d, h, m, ms) => {
        const seconds = (ms / 1000).toFixed(3);
        expect(parseDuration(`P${w}W${d}DT${h}H${m}M${seconds}S`)).toBe(w * 7 * DAYS + d * DAYS + h * HOURS + m * MINUTES + ms);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a stored duration', () => {
  it('is known to be right; null means switched off', () => {
    expect([milliseconds('PT30M'), milliseconds(null)]).toEqual([30 * MINUTES, null]);
  });

  it('that is wrong is a bug', () => {
    expect(() => milliseconds('P1M')).toThrow('stored duration P1M: expected an ISO 8601 duration');
  });
});
