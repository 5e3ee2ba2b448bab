import type { FiguresSearch } from './address';

/** Which number's tickets: the parameters of GET /analytics/tickets, and the name of the number for its heading. */
export type TicketsSearch = { readonly [name in Name]?: string };

// biome-ignore format: a table is read in columns
type Name =
  | 'metric' | 'cause' | 'over' | 'upTo' | 'weekday' | 'hour' | 'at' | 'status' | 'stage'
  | 'from' | 'to' | 'zone' | 'hours' | 'channel' | 'team' | 'agent';

/** What an address asks for, as texts; what is empty is left out. */
export const readTicketsSearch = (search: Readonly<Record<string, unknown>>): TicketsSearch =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => ['string', 'number'].includes(typeof value) && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The way back to the figures that it came from, as far as it tells; the figures themselves leave out what they don't know. */
export const figuresOf = ({ from = '', to, channel, team, zone, hours }: TicketsSearch): FiguresSearch =>
  Object.fromEntries(
    Object.entries({ ...(DATE.test(from) ? { from, to } : {}), channel, team, zone, hours }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
