/** Which number's tickets: the parameters of GET /analytics/tickets, and the name of the number for its heading. */
export type TicketsSearch = Readonly<Record<string, string>>;

/** What an address asks for, as texts; what is empty is left out. */
export const readTicketsSearch = (search: Readonly<Record<string, unknown>>): TicketsSearch =>
  Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => ['string', 'number'].includes(typeof value) && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The way back to the figures that it came from, as far as it tells; the figures themselves leave out what they don't know. */
export const figuresOf = ({ from = '', to, channel, team, zone, hours }: TicketsSearch): TicketsSearch =>
  Object.fromEntries(
    Object.entries({ ...(DATE.test(from) ? { from, to } : {}), channel, team, zone, hours }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  );
