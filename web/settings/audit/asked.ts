import { dayOfDate } from '../../../src/domain/local-time';
import { midnight } from '../../../src/domain/presence-days';

/** What of the log is looked at; dates are whole days of the workspace. */
export interface Filters {
  readonly actor: string;
  /** A kind of thing: `settings`, `agent`. */
  readonly kind: string;
  /** YYYY-MM-DD; the day is included, as is that of `until`. */
  readonly since: string;
  readonly until: string;
}

export const NO_FILTERS: Filters = { actor: '', kind: '', since: '', until: '' };

export const isFiltered = (filters: Filters): boolean => Object.values(filters).some((value) => value !== '');

/** The query of the log: acts of a kind by their names, days as the moments at which they begin and end. */
export function askedOf({ actor, kind, since, until }: Filters, acts: readonly string[], zone: string): URLSearchParams {
  const named = acts.filter((act) => act.startsWith(`${kind}.`));
  const [from, to] = [beginOf(since, 0, zone), beginOf(until, 1, zone)];
  return new URLSearchParams({
    limit: '50',
    ...(actor ? { actor } : {}),
    ...(kind ? { act: named.join(',') } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  });
}

function beginOf(date: string, daysLater: number, zone: string): string | null {
  const day = dayOfDate(date);
  return Number.isNaN(day) ? null : new Date(midnight(zone, day + daysLater)).toISOString();
}
