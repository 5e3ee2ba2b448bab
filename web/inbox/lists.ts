import { get } from '../api/ask';
import type { Page, Ticket } from '../api/types';
import type { ListSearch } from '../app/list-search';
import { onReturn, watch } from '../live/link';
import { readTicket } from '../live/read-ticket';
import { tellReturned } from '../live/returned';
import { soon } from '../live/soon';
import { onTicketChange, putTickets, ticketNow } from '../live/tickets';
import { fits } from './fits';
import { interestOf, paramsOf } from './list-query';
import { type ListState, NOTHING, type Rules, readAnew, settled, tidied, withChanges, withPage } from './list-state';
import { orderOf } from './order';

export interface Shown extends ListState {
  /** `first`: nothing has come yet; `anew`: what is here is read again, quietly. */
  readonly phase: 'first' | 'ready' | 'more' | 'anew';
  readonly error: unknown;
  /** Only these are looked at for a while; null: all. */
  readonly only: ReadonlySet<string> | null;
}

export interface List {
  readonly query: ListSearch;
  readonly now: () => Shown;
  readonly subscribe: (wake: () => void) => () => void;
  /** Keeps it true until the returned function is called; who fits no more goes then. */
  readonly start: () => () => void;
  readonly more: () => void;
  /** Reads again what is loaded; resolves with the tickets that are not as they were. */
  readonly again: () => Promise<readonly string[]>;
  /** Whether rows may change their places now. */
  readonly free: (free: boolean) => void;
  readonly settle: () => void;
  readonly tidy: () => void;
  readonly showAll: () => void;
}

const PAGE = 50;
/** The most that the server gives at once. */
const MOST = 200;
const KEPT = 12;
/** Between two changes of places, in milliseconds. */
const CALM = 300;
const kept = new Map<string, List>();

/** The list of these filters; coming back to one shows it at once as it was, while it is read anew. */
export function listOf(query: ListSearch, me: string): List {
  const key = `${me} ${paramsOf(query)}`;
  const list = kept.get(key) ?? newList(query, me);
  kept.delete(key);
  kept.set(key, list);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return list;
}

const read = (query: ListSearch, limit: number, cursor: string | null): Promise<Page<Ticket>> =>
  get<Page<Ticket>>(`/tickets?${paramsOf(query)}&limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);

function newList(query: ListSearch, me: string): List {
  const rules: Rules = {
    ticket: ticketNow,
    fits: (ticket) => fits(ticket, query, me),
    compare: orderOf(query.sort),
    grows: query.q === undefined,
  };
  const wakes = new Set<() => void>();
  let shown: Shown = { ...NOTHING, phase: 'first', error: null, only: null };
  let mayMove = true;
  let changed = new Set<string>();
  let reading: Promise<readonly string[]> | null = null;
  let paging = false;
  let isOwn = false;
  let settling: ReturnType<typeof setTimeout> | null = null;
  /** What was told while a read was under way: the answer may be older than that. */
  const meanwhile = new Set<string>();

  const become = (next: Partial<Shown>): void => {
    shown = { ...shown, ...next };
    for (const wake of wakes) wake();
  };
  const settle = (): void => {
    settling = null;
    if (mayMove && rules.grows) become(settled(shown, rules));
  };
  /** Rows are brought up to date at once; they change places a few times a second, so that one can read. */
  const place = (state: ListState): void => {
    become(state);
    const isLate = state.above.size > 0 || state.moved.size > 0;
    if (mayMove && isLate && settling === null) settling = setTimeout(settle, CALM);
  };
  const takeIn = (): void => {
    const ids = [...changed];
    changed = new Set();
    if (shown.phase === 'first' || shown.phase === 'anew') for (const id of ids) meanwhile.add(id);
    if (shown.phase !== 'first') place(withChanges(shown, ids, rules));
  };
  const takeInMeanwhile = (): void => {
    const ids = [...meanwhile];
    meanwhile.clear();
    if (ids.length > 0) place(withChanges(shown, ids, rules));
  };
  /** What this list reads itself is where it belongs. */
  const keep = (tickets: readonly Ticket[]): void => {
    isOwn = true;
    putTickets(tickets);
    isOwn = false;
  };
  const hear = (_now: unknown, _before: unknown, id: string): void => {
    if (isOwn) return;
    if (changed.size === 0) soon(takeIn);
    changed.add(id);
  };

  async function more(): Promise<void> {
    const { phase, cursor } = shown;
    if (paging || (phase !== 'ready' && phase !== 'first')) return;
    if (phase === 'ready' && cursor === null) return;
    paging = true;
    become({ phase: phase === 'first' ? 'first' : 'more', error: null });
    try {
      const { data, nextCursor } = await read(query, PAGE, cursor);
      keep(data);
      become({ ...withPage(shown, idsOf(data), nextCursor), phase: 'ready' });
      takeInMeanwhile();
    } catch (error) {
      become({ phase: phase === 'first' ? 'first' : 'ready', error });
    } finally {
      paging = false;
    }
  }

  /** As many rows as are loaded, in as few calls as that takes. */
  async function readAll(most: number): Promise<readonly string[]> {
    become({ phase: 'anew', error: null });
    const wanted = Math.min(most, shown.ids.length);
    const before = new Map(shown.ids.map((id) => [id, ticketNow(id)?.version]));
    const fresh: Ticket[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Ticket> = await read(query, Math.min(MOST, Math.max(PAGE, wanted - fresh.length)), cursor);
      fresh.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null && fresh.length < wanted);
    const now = new Set(idsOf(fresh));
    const other = [
      ...fresh.filter(({ id, version }) => before.get(id) !== version).map(({ id }) => id),
      ...shown.ids.filter((id) => !now.has(id)),
    ];
    keep(fresh);
    become({ ...readAnew(shown, idsOf(fresh), cursor, mayMove), phase: 'ready' });
    takeInMeanwhile();
    // What stays though it left the list says where it went.
    for (const id of [...shown.gone].slice(0, PAGE)) void readTicket(id);
    return other;
  }

  function again(most = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
    if (shown.phase === 'first' || shown.phase === 'more') return more().then(() => []);
    reading ??= readAll(most)
      .catch((error) => {
        become({ phase: 'ready', error });
        return [];
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  async function comeBack(): Promise<void> {
    const changed = await again();
    const show = () => become({ only: new Set(changed) });
    tellReturned(changed.length === 0 ? null : { changed: changed.length, show });
  }

  return {
    query,
    now: () => shown,
    subscribe: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    start: () => {
      const ends = [onTicketChange(hear), watch({ lists: interestOf(query) }), onReturn(() => void comeBack())];
      // Whoever comes to a list stands at its top: what is further down is read when it is looked at.
      void again(MOST);
      return () => {
        for (const end of ends) end();
        mayMove = true;
        tellReturned(null);
        become({ ...settled(tidied(shown), rules), only: null });
      };
    },
    more: () => void more(),
    again: () => again(),
    free: (free) => {
      mayMove = free;
      if (free) place(shown);
    },
    settle: () => become(settled(shown, rules)),
    tidy: () => become(tidied(shown)),
    showAll: () => become({ only: null }),
  };
}

const idsOf = (tickets: readonly Ticket[]): string[] => tickets.map(({ id }) => id);
