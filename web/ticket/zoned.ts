const HOUR = 3_600_000;

/** The wall clock of a zone at a moment, as `<input type="datetime-local">` writes it: 2026-11-23T09:00. */
export function wallClock(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(at).replace(' ', 'T');
}

/** The moment at which a zone's clock shows this. In the hour that a change of clocks leaves out, the hour after. */
export function momentOf(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}:00Z`);
  const offsetAt = (at: number) => Date.parse(`${wallClock(at, zone)}:00Z`) - Math.floor(at / 60_000) * 60_000;
  const guess = asUtc - offsetAt(asUtc);
  const again = asUtc - offsetAt(guess);
  return wallClock(again, zone) === wall ? again : Math.max(guess, again);
}

export interface SnoozeTimes {
  readonly hour: number;
  readonly tomorrow: number;
  readonly nextWeek: number;
}

/** In an hour; tomorrow, and Monday of next week, at nine by the clock of a zone. On a Sunday, whose tomorrow is a Monday, the one after. */
export function snoozeTimes(now: number, zone: string): SnoozeTimes {
  const today = wallClock(now, zone).slice(0, 10);
  const noon = Date.parse(`${today}T12:00:00Z`);
  const nineAfter = (days: number) => momentOf(`${new Date(noon + days * 24 * HOUR).toISOString().slice(0, 10)}T09:00`, zone);
  const weekday = new Date(noon).getUTCDay();
  const untilMonday = weekday === 0 ? 8 : 8 - weekday;
  return { hour: now + HOUR, tomorrow: nineAfter(1), nextWeek: nineAfter(untilMonday) };
}

/** Madrid, for Europe/Madrid. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
