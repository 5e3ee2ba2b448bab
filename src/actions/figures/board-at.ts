import { lasting, ranksOf, type Standing } from '../../domain/figures/standing';
import type { Whose } from '../../domain/figures/stood';
import { type Instant, OPEN_STATUSES, STATUSES, type Status } from '../../domain/ticket';
import type { House, Stage } from '../../ports/store';
import type { Desk } from '../desk';
import { type CardThen, cardsThen } from './cards-then';
import { type StateThen, stateAt } from './state-at';

export type DrawnBy = 'stage' | 'status';

export interface ColumnThen {
  readonly key: string;
  /** As it was called then; null on a board of statuses. */
  readonly stage: Stage | null;
  readonly tickets: number;
  readonly medianSeconds: number | null;
  readonly cards: readonly CardThen[];
}

export interface BoardThen {
  readonly at: Instant;
  readonly house: House;
  readonly open: number;
  readonly statuses: readonly { readonly status: Status; readonly tickets: number }[];
  readonly oldestWaitSeconds: number | null;
  readonly columns: readonly ColumnThen[];
}

interface Asked {
  readonly at: Instant;
  readonly by: DrawnBy;
  /** How many cards of each column. */
  readonly cards: number;
  readonly whose: Whose;
}

/** The board as it was at a moment: of every column how many, and the cards that came last. */
export async function boardAt(desk: Desk, { at, by, cards, whose }: Asked): Promise<BoardThen> {
  const state = await stateAt(desk, at, whose);
  const piles = pilesOf(state, by);
  const shown = await cardsThen(
    desk,
    at,
    piles.flatMap(({ stands }) => stands.slice(0, cards)),
  );
  const known = new Map(shown.map((card) => [card.stand.ticketId, card]));
  return {
    at,
    house: state.house,
    open: state.open.length,
    statuses: OPEN_STATUSES.map((status) => ({ status, tickets: state.open.filter((one) => one.status === status).length })),
    oldestWaitSeconds: oldestWait(state),
    columns: piles.map(({ key, stage, tickets, stands }) => ({
      key,
      stage,
      tickets,
      medianSeconds: ranksOf(
        stands.map((stand) => sinceBy(by, stand)),
        at,
      ).median,
      cards: stands.slice(0, cards).flatMap(({ ticketId }) => known.get(ticketId) ?? []),
    })),
  };
}

/** Since when a ticket was in its column. */
export const sinceBy = (by: DrawnBy, { stageSince, statusSince }: Standing): Instant => (by === 'stage' ? stageSince : statusSince);

/** Last to come in first. */
export const inColumn =
  (by: DrawnBy) =>
  (a: Standing, b: Standing): number =>
    sinceBy(by, b) - sinceBy(by, a) || (a.ticketId < b.ticketId ? 1 : -1);

interface Pile {
  readonly key: string;
  readonly stage: Stage | null;
  readonly tickets: number;
  /** The open ones, in the order of the column. */
  readonly stands: readonly Standing[];
}

function pilesOf({ house, open, counts }: StateThen, by: DrawnBy): Pile[] {
  const columns: { key: string; stage: Stage | null }[] =
    by === 'status'
      ? STATUSES.map((key) => ({ key, stage: null }))
      : house.stages.filter(({ deletedAt }) => deletedAt === null).map((stage) => ({ key: stage.key, stage }));
  return columns.map(({ key, stage }) => {
    const stands = open.filter((stand) => stand[by] === key).sort(inColumn(by));
    const closed = counts.filter((count) => count[by] === key && count.status === 'closed');
    return { key, stage, stands, tickets: stands.length + closed.reduce((sum, { tickets }) => sum + tickets, 0) };
  });
}

/** Of what waited in the queue. */
function oldestWait({ at, open }: StateThen): number | null {
  const waiting = open.filter(({ status, stage }) => status === 'pending' && stage !== 'snoozed');
  return waiting.length === 0 ? null : lasting(Math.min(...waiting.map(({ statusSince }) => statusSince)), at);
}
