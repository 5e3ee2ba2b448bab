/** The part of a list's address that says what is in it: the filters of GET /tickets, as it spells them. Only a type fits the addresses of texts of any name. */
export type ListSearch = {
  readonly status?: string;
  readonly stage?: string;
  readonly assignee?: string;
  readonly team?: string;
  readonly channel?: string;
  readonly priority?: string;
  readonly tag?: string;
  readonly unread?: 'true';
  readonly mentioned?: string;
  readonly q?: string;
  readonly sort?: string;
};

const NAMES = ['status', 'stage', 'assignee', 'team', 'channel', 'priority', 'tag', 'mentioned', 'q', 'sort'] as const;

/** What an address says of a list; everything else in it is left out. Numbers are texts here: `q=1042`. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const read = NAMES.filter((name) => ['string', 'number'].includes(typeof search[name]) && search[name] !== '').map((name) => [
    name,
    String(search[name]),
  ]);
  return { ...Object.fromEntries(read), ...(String(search.unread) === 'true' ? { unread: 'true' } : {}) };
}
