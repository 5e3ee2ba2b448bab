import type { Group } from '../../src/domain/figures/periods';
import { type FiguresSearch, USUAL } from './address';
import { type Days, daysOf, groupFor, groupsFor } from './days';

/** What is asked for, all of it said. */
export interface Asked extends Days {
  readonly group: Group;
  readonly zone: string;
  readonly compare: boolean;
  readonly business: boolean;
  readonly channel: string | undefined;
  readonly team: string | undefined;
}

/** `today`: in days since 1970-01-01, in the zone that counts. */
export function askedOf(search: FiguresSearch, zone: string, today: number): Asked {
  const days = search.from && search.to ? { from: search.from, to: search.to } : daysOf(search.period ?? USUAL, today);
  const group = search.group && groupsFor(days).includes(search.group) ? search.group : groupFor(days);
  return {
    ...days,
    group,
    zone,
    compare: search.compare !== 'none',
    business: search.hours === 'business',
    channel: search.channel,
    team: search.team,
  };
}
