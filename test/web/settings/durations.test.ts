import { isoOf, partsOf, same, sayingIn } from '../../../web/settings/rules/durations';

describe('a duration in a form', () => {
  it.each([
    ['PT30M', '30', 'minute'],
    ['PT90M', '90', 'minute'],
    ['PT24H', '24', 'hour'],
    ['P7D', '7', 'day'],
    ['PT60S', '60', 'second'],
    ['PT1H30M', '90', 'minute'],
    ['P1DT12H', '36', 'hour'],
    ['P2W', '14', 'day'],
  ])('%s stands as %s and its unit', (iso, amount, unit) => {
    expect(partsOf(iso)).toEqual({ amount, unit });
  });

  it('gives the API what was typed', () => {
    expect(isoOf({ amount: ' 10 ', unit: 'minute' })).toBe('PT10M');
    expect(isoOf({ amount: '007', unit: 'day' })).toBe('P7D');
    expect(isoOf({ amount: '2', unit: 'hour' })).toBe('PT2H');
  });

  it.each(['', 'ten', '1.5', '-3'])('takes no “%s” for a number', (amount) => {
    expect(isoOf({ amount, unit: 'minute' })).toBe('');
  });

  it('knows that a day is 24 hours, and that off is not a duration', () => {
    expect(same('P1D', 'PT24H')).toBe(true);
    expect(same('P1D', 'PT23H')).toBe(false);
    expect(same(null, 'PT1H')).toBe(false);
    expect(same(null, null)).toBe(true);
    expect(same('round_robin', 'manual')).toBe(false);
  });

  it('is said in full in the reader’s language', () => {
    expect(sayingIn('en').inFull('PT1M')).toBe('1 minute');
    expect(sayingIn('es').inFull('PT90M')).toBe('90 minutos');
    expect(sayingIn('pt-BR').inFull('P5D')).toBe('5 dias');
    expect(sayingIn('en').unitFor('hour', '1')).toBe('hour');
    expect(sayingIn('es').unitFor('hour', '2')).toBe('horas');
  });
});
