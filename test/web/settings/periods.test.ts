import { monthOf, periodOf } from '../../../web/settings/replay/periods';

const at = (text: string) => Date.parse(text);

test.each([
  ['2026-11-23T11:00:00Z', 'Europe/Madrid', '2026-11-16', '2026-11-22'],
  ['2026-11-22T22:59:00Z', 'Europe/Madrid', '2026-11-09', '2026-11-15'],
  ['2026-11-22T23:01:00Z', 'Europe/Madrid', '2026-11-16', '2026-11-22'],
  ['2026-01-01T12:00:00Z', 'UTC', '2025-12-22', '2025-12-28'],
])('At %s in %s the last week is that from %s to %s', (now, zone, from, to) => {
  expect(periodOf('week', at(now), zone)).toEqual({ from, to });
});

test.each([
  ['2026-11-23T11:00:00Z', 'UTC', '2026-10-01', '2026-10-31', 'October'],
  ['2026-03-01T02:00:00Z', 'America/Lima', '2026-01-01', '2026-01-31', 'January'],
  ['2024-03-01T12:00:00Z', 'America/Lima', '2024-02-01', '2024-02-29', 'February'],
  ['2026-01-01T00:00:00Z', 'UTC', '2025-12-01', '2025-12-31', 'December'],
])('At %s in %s the last month is that from %s to %s, %s', (now, zone, from, to, name) => {
  const month = periodOf('month', at(now), zone);
  expect(month).toEqual({ from, to });
  expect(monthOf(month, 'en')).toBe(name);
});
