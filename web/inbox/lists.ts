import { get } from '../api/ask';
import type { Page, Ticket } from '../api/types';
import type { ListSearch } from '../app/list-search';
import { watch } from '../live/link';
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
}

export interface List {
  readonly query: ListSearch;
  readonly now: () => Shown;
  readonly subscribe: (wake: () => void) => () => void;
  /** Keeps it true until the returned function is called; who fits no more goes then. */
  readonly start: () => () => void;
  readonly more: () => void;
  /** Reads again what is loaded; resolves with how many tickets are not as they were. */
  readonly again: () => Promise<number>;
  /** Whether rows may change their places now. */
  readonly free: (free: boolean) => void;
  readonly settle: () => void;
  readonly tidy: () => void;
}

const PAGE = 50;
/** The most that the server gives at once. */
const MOST = 200;
const KEPT = 12;
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
  let shown: Shown = { ...NOTHING, phase: 'first', error: null };
  let mayMove = true;
  let changed = new Set<string>();
  let reading: Promise<number> | null = null;
  let paging = false;

  const become = (next: Partial<Shown>): void => {
    shown = { ...shown, ...next };
    for (const wake of wakes) wake();
  };
  const place = (state: ListState): void => become(mayMove && query.q === undefined ? settled(state, rules) : state);
  const takeIn = (): void => {
    const ids = [...changed];
    changed = new Set();
    if (shown.phase !== 'first') place(withChanges(shown, ids, rules));
  };
  const hear = (_now: unknown, _before: unknown, id: string): void => {
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
      putTickets(data);
      become({ ...withPage(shown, idsOf(data), nextCursor), phase: 'ready' });
    } catch (error) {
      become({ phase: phase === 'first' ? 'first' : 'ready', error });
    } finally {
      paging = false;
    }
  }

  /** As many rows as are loaded, in as few calls as that takes. */
  async function readAll(): Promise<number> {
    become({ phase: 'anew', error: null });
    const before = new Map(shown.ids.map((id) => [id, ticketNow(id)?.version]));
    const fresh: Ticket[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Ticket> = await read(query, Math.min(MOST, Math.max(PAGE, shown.ids.length - fresh.length)), cursor);
      fresh.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null && fresh.length < shown.ids.length);
    const now = new Set(idsOf(fresh));
    const other = fresh.filter(({ id, version }) => before.get(id) !== version).length + shown.ids.filter((id) => !now.has(id)).length;
    putTickets(fresh);
    become({ ...readAnew(shown, idsOf(fresh), cursor, mayMove), phase: 'ready' });
    return other;
  }

  function again(): Promise<number> {
    if (shown.phase === 'first' || shown.phase === 'more') return more().then(() => 0);
    reading ??= readAll()
      .catch((error) => {
        become({ phase: 'ready', error });
        return 0;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  return {
    query,
    now: () => shown,
    subscribe: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    start: () => {
      const ends = [onTicketChange(hear), watch({ lists: interestOf(query) })];
      void again();
      return () => {
        for (const end of ends) end();
        mayMove = true;
        become(settled(tidied(shown), rules));
      };
    },
    more: () => void more(),
    again,
    free: (free) => {
      mayMove = free;
      if (free && (shown.above.size > 0 || shown.moved.size > 0)) soon(() => mayMove && place(shown));
    },
    settle: () => become(settled(shown, rules)),
    tidy: () => become(tidied(shown)),
  };
}

const idsOf = (tickets: readonly Ticket[]): string[] => tickets.map(({ id }) => id);
