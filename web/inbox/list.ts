import type { Ticket } from '../api/types';
import type { ListSearch } from '../app/list-search';
import { onFirst, onLive, onReturn, watch } from '../live/link';
import { readTicket } from '../live/read-ticket';
import { tellReturned } from '../live/returned';
import { soon } from '../live/soon';
import { onTicketChange, putTickets, ticketNow } from '../live/tickets';
import { fits } from './fits';
import { MOST, readMany, readPage } from './list-pages';
import { interestOf, PAGE } from './list-query';
import type { List, Shown } from './list-shape';
import { type ListState, NOTHING, type Rules, readAnew, settled, tidied, withChanges, withPage } from './list-state';
import { orderOf } from './order';

/** Between two changes of places, in milliseconds. */
const CALM = 300;

/** A list that reads itself, and keeps true what it has read. */
export function newList(query: ListSearch, me: string): List {
  const rules: Rules = {
    ticket: ticketNow,
    fits: (ticket) => fits(ticket, query, me),
    compare: orderOf(query.sort),
    grows: query.q === undefined && query.mentioned === undefined,
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
      const { data, nextCursor } = await readPage(query, PAGE, cursor);
      keep(data);
      become({ ...withPage(shown, idsOf(data), nextCursor), phase: 'ready' });
      takeInMeanwhile();
    } catch (error) {
      become({ phase: phase === 'first' ? 'first' : 'ready', error });
    } finally {
      paging = false;
    }
  }

  /** As many rows as are loaded. */
  async function readAll(most: number): Promise<readonly string[]> {
    become({ phase: 'anew', error: null });
    const before = new Map(shown.ids.map((id) => [id, ticketNow(id)?.version]));
    const { tickets: fresh, cursor } = await readMany(query, Math.min(most, shown.ids.length));
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
      // Whoever comes to a list stands at its top: what is further down is read when it is looked at.
      const first = again(MOST);
      const ends = [
        onTicketChange(hear),
        watch({ lists: interestOf(query) }),
        onReturn(() => void comeBack()),
        ...(query.mentioned ? [onLive('mention.created', () => void again())] : []),
        // Nobody told what changed between that read and the link.
        onFirst(() => void first.then(() => again(MOST))),
      ];
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
