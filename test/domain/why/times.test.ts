import { clockOf, lasting } from '../../../src/domain/why/times';

const NOON = Date.UTC(2026, 10, 22, 12);

describe('a duration in words', () => {
  it.each([
    ['PT30M', '30 minutes'],
    ['PT1S', '1 second'],
    ['P7D', '7 days'],
    ['PT26H3M', '1 day 2 hours'],
    [90_061_000, '1 day 1 hour'],
    [400, 'less than a second'],
    [60_000, '1 minute'],
  ])('%s: %s', (duration, words) => {
    expect(lasting(duration)).toBe(words);
  });
});

describe('a moment in words', () => {
  it('names the day only beside another one, by the clock of its zone', () => {
    const clock = clockOf('America/Sao_Paulo');
    expect(clock(NOON)).toBe('22 Nov 2026, 09:00');
    expect(clock(NOON, NOON + 3_600_000)).toBe('09:00');
    expect(clock(NOON, NOON + 86_400_000)).toBe('22 Nov 2026, 09:00');
  });
});
