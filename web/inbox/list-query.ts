import type { SavedView } from '../api/views';
import { type ListSearch, readListSearch } from '../app/list-search';
import { queryOfTeam, VIEWS } from '../app/views';
import type { Interest } from '../live/link';

type ViewQuery = SavedView['query'];

/** What a saved view asks for, as an address spells it. */
export const searchOf = (query: ViewQuery): ListSearch =>
  readListSearch(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value])));

/** The other way round. */
export function viewQueryOf({ unread, mentioned, q, sort, ...lists }: ListSearch): ViewQuery {
  const some = Object.entries(lists).map(([name, text]) => [name, valuesOf(text)]);
  return {
    ...Object.fromEntries(some),
    ...(unread ? { unread: true } : {}),
    ...(mentioned ? { mentioned } : {}),
    ...(q ? { q } : {}),
    ...(sort ? { sort } : {}),
  } as ViewQuery;
}

export const valuesOf = (text: string | undefined): readonly string[] => (text ? text.split(',') : []);

interface House {
  readonly saved: readonly SavedView[];
  readonly stages: readonly { readonly key: string }[];
}

/** What a view asks for by itself; undefined for one that is not there. */
export function queryOfView(view: string, { saved, stages }: House): ListSearch | undefined {
  const known = VIEWS.find(({ key }) => key === view)?.query ?? queryOfTeam(view);
  // Who is snoozed waits for nobody: the queue leaves that stage out.
  if (known && view === 'queue') return { ...known, stage: keysBut(stages, 'snoozed').join(',') };
  const kept = saved.find(({ id }) => id === view);
  return known ?? (kept && searchOf(kept.query));
}

const keysBut = (stages: House['stages'], but: string): string[] => stages.map(({ key }) => key).filter((key) => key !== but);

const SEARCHED: ListSearch = { sort: '-lastMessageAt' };

/** The address narrows its view. Words that are looked for are looked for everywhere, closed tickets too. */
export function narrowed(view: ListSearch, search: ListSearch): ListSearch {
  return { ...(search.q === undefined ? view : SEARCHED), ...search };
}

/** As GET /tickets takes it; the same list always gives the same text. */
export function paramsOf(query: ListSearch): string {
  const sorted = Object.entries(query).filter(([, value]) => value) as [string, string][];
  return new URLSearchParams(sorted.sort(([one], [other]) => (one < other ? -1 : 1))).toString();
}

/** How many tickets are asked for at once when nothing says more. */
export const PAGE = 50;

/** The address of one page of a list. */
export const pageOf = (query: ListSearch, limit = PAGE, cursor: string | null = null): string =>
  `/tickets?${paramsOf(query)}&limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;

/** What the live link is asked to tell of. What a search finds, and who is named, only the server can say: nothing. */
export function interestOf({ q, mentioned, assignee, status, stage, team, channel }: ListSearch): NonNullable<Interest['lists']> {
  if (q || mentioned) return [];
  const asked = { assignee, status, stage, team, channel };
  return [Object.fromEntries(Object.entries(asked).flatMap(([name, text]) => (text ? [[name, valuesOf(text)]] : [])))];
}
