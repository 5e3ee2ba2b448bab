import type { Group } from '../../src/domain/figures/periods';

/** Periods that have a name. The running ones end today. */
export const PRESETS = [
  'today',
  'yesterday',
  'last_7',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'last_30',
  'last_90',
] as const;
export type Preset = (typeof PRESETS)[number];

export const GROUPS = ['hour', 'day', 'week', 'month'] as const satisfies readonly Group[];

/** What the address says of the figures. Nothing in it: the last seven days of the whole desk, compared with those before. */
export interface FiguresSearch {
  readonly period?: Preset;
  /** Own days instead of a named period. */
  readonly from?: string;
  readonly to?: string;
  readonly group?: Group;
  readonly compare?: 'none';
  readonly channel?: string;
  readonly team?: string;
  readonly zone?: string;
  readonly hours?: 'business';
}

export const USUAL: Preset = 'last_7';

const isDate = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

export function isZone(zone: unknown): zone is string {
  try {
    return typeof zone === 'string' && zone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** What of an address can be meant; the rest is left out. */
export function readFiguresSearch(search: Readonly<Record<string, unknown>>): FiguresSearch {
  const { period, from, to, group, compare, channel, team, zone, hours } = search;
  const own = isDate(from) && isDate(to) && from <= to;
  return {
    ...(own ? { from, to } : PRESETS.some((one) => one === period) ? { period: period as Preset } : {}),
    ...(GROUPS.some((one) => one === group) ? { group: group as Group } : {}),
    ...(compare === 'none' ? { compare } : {}),
    ...(channel ? { channel: String(channel) } : {}),
    ...(team ? { team: String(team) } : {}),
    ...(isZone(zone) ? { zone } : {}),
    ...(hours === 'business' ? { hours } : {}),
  };
}

/** The same address with something changed; what is undefined or empty goes. */
export const withChange = (search: FiguresSearch, change: { readonly [Name in keyof FiguresSearch]?: FiguresSearch[Name] | undefined }) =>
  Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value)) as FiguresSearch;
