import { invalid } from '../../domain/errors';
import { statusAfter } from '../../domain/preview';
import type { PartialSettings } from '../../domain/settings';
import { type Instant, OPEN_STATUSES, type Status } from '../../domain/ticket';
import type { Timer, TimerKind } from '../../domain/time';
import type { House, Page, Paged, TicketView } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { settingsAfter } from './change-settings';
import { changesOf, movesAt, type OverridesChange, withOverrides } from './preview-change';

type Looking = Pick<Desk, 'store' | 'house' | 'clock'>;

/** An open ticket that other rules would move now. */
interface Touched {
  readonly view: TicketView;
  readonly to: Status;
  readonly timer: Timer;
}

interface PlannedMove {
  readonly from: Status;
  readonly to: Status;
  readonly kind: TimerKind;
  readonly tickets: number;
  readonly at: Instant | null;
}

interface PlanTotals {
  /** Of all open tickets; of a channel's where it alone would change. */
  readonly open: number;
  readonly tickets: number;
  readonly redated: number;
  /** Most tickets first. */
  readonly moves: readonly PlannedMove[];
}

/** A page of them; the totals are told with the first. */
export interface Plan extends Paged<Touched> {
  readonly totals: PlanTotals | null;
}

interface Found {
  readonly id: string;
  readonly chatId: string;
  readonly from: Status;
  readonly timer: Timer;
}

const CURSOR = 'plan:';

/** A change of the settings, or what would be a channel's overrides. */
export type Planned = { readonly patch: PartialSettings } | OverridesChange;

/** Which open tickets a change would move now; changes nothing. Refuses what the change itself would be refused for. */
export async function planChange(desk: Looking, planned: Planned, { limit, cursor }: Page): Promise<Plan> {
  const house = await desk.house.refresh();
  const after = houseAfter(house, planned);
  const page: Found[] = [];
  const tally = openTally();
  for await (const { ticket, change } of changesOf(desk, house, after, placeIn(cursor))) {
    if (!change || !('moves' in change)) tally.redate(change !== null);
    else {
      const found = { id: ticket.id, chatId: ticket.chatId, from: ticket.status, timer: change.moves };
      tally.move(found);
      if (page.length <= limit) page.push(found);
    }
    if (cursor !== null && page.length > limit) break;
  }
  const shown = page.slice(0, limit);
  return {
    data: await viewed(desk, shown),
    nextCursor: page.length > limit ? `${CURSOR}${shown.at(-1)?.chatId}` : null,
    totals: cursor === null ? await totalsOf(desk, planned, tally) : null,
  };
}

function houseAfter(house: House, planned: Planned): House {
  if ('patch' in planned) return { ...house, settings: settingsAfter(house, planned.patch) };
  if (channelIn(house, planned.channelId)?.deletedAt !== null) throw invalid('channelId', 'no such channel');
  return withOverrides(house, planned);
}

function placeIn(cursor: string | null): string {
  if (cursor !== null && !cursor.startsWith(CURSOR)) throw invalid('cursor', 'expected a `nextCursor` of this list');
  return cursor?.slice(CURSOR.length) ?? '';
}

function openTally() {
  const moves = new Map<string, { from: Status; to: Status; kind: TimerKind; tickets: number }>();
  let redated = 0;
  return {
    move({ from, timer: { kind } }: Found): void {
      const one = moves.get(`${from} ${kind}`) ?? { from, to: statusAfter(kind, from), kind, tickets: 0 };
      one.tickets++;
      moves.set(`${from} ${kind}`, one);
    },
    redate: (changes: boolean): void => {
      redated += Number(changes);
    },
    moves: () => [...moves.values()].sort((a, b) => b.tickets - a.tickets),
    redated: () => redated,
  };
}

async function totalsOf(desk: Looking, planned: Planned, tally: ReturnType<typeof openTally>): Promise<PlanTotals> {
  const moves = await Promise.all(tally.moves().map(async (move) => ({ ...move, at: await movesAt(desk, move.kind) })));
  const ours = 'patch' in planned ? {} : { channel: [planned.channelId] };
  const open = await desk.store.reads.ticketCounts({ ...ours, status: OPEN_STATUSES, seenBy: null });
  return { open: sumOf(open), tickets: sumOf(moves), redated: tally.redated(), moves };
}

const sumOf = (some: readonly { readonly tickets: number }[]): number => some.reduce((sum, { tickets }) => sum + tickets, 0);

async function viewed(desk: Looking, found: readonly Found[]): Promise<Touched[]> {
  if (found.length === 0) return [];
  const views = new Map((await desk.store.reads.ticketsByIds(found.map(({ id }) => id))).map((view) => [view.ticket.id, view]));
  return found.flatMap(({ id, from, timer }) => {
    const view = views.get(id);
    return view ? [{ view, to: statusAfter(timer.kind, from), timer }] : [];
  });
}
