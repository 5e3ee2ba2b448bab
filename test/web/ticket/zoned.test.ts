import { momentOf, snoozeTimes, wallClock } from '../../../web/ticket/zoned';

test.each([
  ['2026-11-23T09:00', 'Europe/Madrid', '2026-11-23T08:00:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Madrid', '2026-07-01T07:00:00.000Z'],
  ['2026-11-23T00:30', 'Asia/Kolkata', '2026-11-22T19:00:00.000Z'],
  ['2026-11-23T09:00', 'America/Sao_Paulo', '2026-11-23T12:00:00.000Z'],
])('%s in %s is the moment %s', (wall, zone, iso) => {
  expect(new Date(momentOf(wall, zone)).toISOString()).toBe(iso);
  expect(wallClock(Date.parse(iso), zone)).toBe(wall);
});

test('A time that the change to summer leaves out is the hour after', () => {
  expect(wallClock(momentOf('2026-03-29T02:30', 'Europe/Madrid'), 'Europe/Madrid')).toBe('2026-03-29T03:30');
});

test('Tomorrow is nine on the next day there, though it is still today at Greenwich', () => {
  const times = snoozeTimes(Date.parse('2026-11-22T23:30:00Z'), 'Asia/Tokyo');
  expect(new Date(times.tomorrow).toISOString()).toBe('2026-11-24T00:00:00.000Z');
});

test.each([
  ['Sunday', '2026-11-22', '2026-11-30'],
  ['Monday', '2026-11-23', '2026-11-30'],
  ['Saturday', '2026-11-28', '2026-11-30'],
])('On a %s next week is a Monday that is not tomorrow', (_, day, monday) => {
  const { nextWeek } = snoozeTimes(Date.parse(`${day}T10:00:00Z`), 'UTC');
  expect(new Date(nextWeek).toISOString()).toBe(`${monday}T09:00:00.000Z`);
});

test('An hour from now is an hour, also over the change of clocks', () => {
  const now = Date.parse('2026-10-25T00:30:00Z');
  expect(snoozeTimes(now, 'Europe/Madrid').hour).toBe(now + 3_600_000);
});
