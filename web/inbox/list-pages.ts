import type { Page, Ticket } from '../api/types';
import type { ListSearch } from '../app/list-search';
import { readPath } from './early';
import { PAGE, pageOf } from './list-query';

/** The most that the server gives at once. */
export const MOST = 200;

export const readPage = (query: ListSearch, limit: number, cursor: string | null): Promise<Page<Ticket>> =>
  readPath(pageOf(query, limit, cursor));

/** The first tickets of a list, as many as wanted or as there are, in as few calls as that takes. */
export async function readMany(query: ListSearch, wanted: number): Promise<{ tickets: Ticket[]; cursor: string | null }> {
  const tickets: Ticket[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Ticket> = await readPage(query, Math.min(MOST, Math.max(PAGE, wanted - tickets.length)), cursor);
    tickets.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null && tickets.length < wanted);
  return { tickets, cursor };
}
