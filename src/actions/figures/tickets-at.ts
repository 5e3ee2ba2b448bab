import { invalid } from '../../domain/errors';
import { type Gone, placed, type Standing } from '../../domain/figures/standing';
import { isTheirs, type Whose } from '../../domain/figures/stood';
import type { Instant, Status } from '../../domain/ticket';
import type { Page, Paged, TicketThen } from '../../ports/store';
import type { Desk } from '../desk';
import { type DrawnBy, inColumn } from './board-at';
import { type CardThen, cardsThen } from './cards-then';
import { goneIn, type StateThen, stateAt } from './state-at';

interface Asked {
  readonly at: Instant;
  readonly statuses?: readonly Status[];
  readonly stages?: readonly string[];
  readonly whose: Whose;
}

/** Stages and statuses of closed tickets alone. */
const ENDS: ReadonlySet<string> = new Set(['closed', 'auto_closed']);

/**
 * The tickets created by a moment, as they stood then, also the closed ones: newest first. Of stages or statuses that are open
 * alone, those who came into theirs last come first, as on the board. A page may be short where few of many closed ones fit.
 */
export async function ticketsAt(
  desk: Desk,
  asked: Asked,
  page: Page,
): Promise<Paged<CardThen> & { readonly house: StateThen['house']; readonly by: DrawnBy }> {
  const { at, statuses, stages } = asked;
  const by = statuses && !stages ? 'status' : 'stage';
  const state = await stateAt(desk, at);
  const { stands, nextCursor } = (statuses ?? stages ?? ['closed']).some((one) => ENDS.has(one))
    ? await ofAll(desk, state, asked, page)
    : ofOpen(state, asked, by, page);
  return { data: await cardsThen(desk, at, stands), nextCursor, house: state.house, by };
}

/** One ticket as it stood; none when it was not there yet. */
export async function ticketAt(desk: Desk, { at, ticketId }: { readonly at: Instant; readonly ticketId: string }) {
  const state = await stateAt(desk, at);
  const row = await desk.store.reads.ticketThen(ticketId, at);
  const open = state.open.filter((stand) => stand.ticketId === ticketId);
  const stands = open.length > 0 || !row ? open : [...(await closedThen(desk, at, [row], goneIn(state.house), new Map())).values()];
  return { data: await cardsThen(desk, at, stands), nextCursor: null, house: state.house, by: 'stage' as const };
}

interface Found {
  readonly stands: readonly Standing[];
  readonly nextCursor: string | null;
}

const wrongCursor = () => invalid('cursor', 'expected a `nextCursor` of this list');

const fits = ({ statuses, stages, whose }: Asked, stand: Standing): boolean =>
  (statuses?.includes(stand.status) ?? true) && (stages?.includes(stand.stage) ?? true) && isTheirs(whose)(stand);

function ofOpen({ open }: StateThen, asked: Asked, by: DrawnBy, { limit, cursor }: Page): Found {
  const all = open.filter((stand) => fits(asked, stand)).sort(inColumn(by));
  const from = cursor === null ? 0 : all.findIndex(({ ticketId }) => ticketId === cursor) + 1;
  if (cursor !== null && from === 0) throw wrongCursor();
  const stands = all.slice(from, from + limit);
  return { stands, nextCursor: from + limit < all.length ? (stands.at(-1)?.ticketId ?? null) : null };
}

/** So many tickets are looked at for one page. */
const SLICE = 500;
const SLICES = 10;

async function ofAll(desk: Desk, state: StateThen, asked: Asked, { limit, cursor }: Page): Promise<Found> {
  const { reads } = desk.store;
  const open = new Map(state.open.map((stand) => [stand.ticketId, stand]));
  const gone = goneIn(state.house);
  const stands: Standing[] = [];
  let last = cursor;
  for (let slice = 0; slice < SLICES; slice++) {
    const rows = await reads.createdBy(asked.at, last, SLICE);
    if (rows === null) throw wrongCursor();
    const closed = await closedThen(desk, asked.at, rows, gone, open);
    for (const { ticketId } of rows) {
      const stand = open.get(ticketId) ?? closed.get(ticketId);
      if (stand && fits(asked, stand)) {
        if (stands.length === limit) return { stands, nextCursor: last };
        stands.push(stand);
      }
      last = ticketId;
    }
    if (rows.length < SLICE) return { stands, nextCursor: null };
  }
  return { stands, nextCursor: last };
}

/** Those that were not open: as they stand now where nothing has moved them since, else as their last move up to then left them. */
async function closedThen(
  { store: { reads } }: Desk,
  at: Instant,
  rows: readonly TicketThen[],
  gone: Gone,
  open: ReadonlyMap<string, Standing>,
): Promise<Map<string, Standing>> {
  const notOpen = rows.filter(({ ticketId }) => !open.has(ticketId));
  const isStill = ({ status, statusSince, stageSince }: TicketThen): boolean =>
    status === 'closed' && Math.max(statusSince, stageSince) <= at;
  const moved = await reads.lastMoves(
    notOpen.filter((row) => !isStill(row)).map(({ ticketId }) => ticketId),
    at,
  );
  const then = moved.map(({ ticketId, channelId, now }): Standing => ({ ...now, ticketId, channelId, agentId: now.assigneeId }));
  return new Map([...notOpen.filter(isStill), ...then].map((stand) => [stand.ticketId, placed(stand, gone)]));
}
