import { en } from '../../../web/words/en';
import { localeOf, timesIn } from '../../../web/words/times-in';

const NOW = Date.parse('2026-11-23T10:42:00Z');
const timesFor = (...asked: string[]) => timesIn(localeOf('en', asked), 'Europe/Madrid', en.common.times);

describe('a moment in English', () => {
  it('is written as the British do where the browser names no English of its own', () => {
    const times = timesFor('nl-NL', 'en');
    expect(times.day(NOW, NOW)).toBe('Today, Monday 23 November');
    expect(times.full('2026-11-30T10:16:00Z', NOW)).toBe('Mon 30 Nov, 11:16');
    expect(times.date('2025-10-12T10:00:00Z', NOW)).toBe('12 Oct 2025');
  });

  it('follows the English that the browser asks for, by a clock of 24 hours', () => {
    expect(timesFor('de-DE', 'en-US').full('2026-11-30T20:16:00Z', NOW)).toBe('Mon Nov 30, 21:16');
    expect(timesFor('en-AU', 'en-US').day(NOW, NOW)).toBe('Today, Monday 23 November');
  });

  it('leaves other languages as they are', () => {
    expect(['es', 'pt-BR'].map((language) => localeOf(language, ['en-US']))).toEqual(['es', 'pt-BR']);
  });
});
