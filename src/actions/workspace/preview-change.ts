import { type Change, changeFor, sameTimes } from '../../domain/preview';
import type { PartialSettings } from '../../domain/settings';
import { cleanDeep } from '../../domain/text';
import type { Instant } from '../../domain/ticket';
import { HELD_WHILE_CATCHING_UP, TIMERS, type TimerKind } from '../../domain/time';
import type { House, TicketView, TimedTicket } from '../../ports/store';
import { checkOverrides } from '../channels/connect-channel';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import { policyFor } from '../rules';
import { catchingUpUntil } from '../time/sweep-tickets';
import { settingsAfter } from './change-settings';

const BATCH = 1_000;
const EXAMPLES = 3;

export interface Move {
  readonly kind: TimerKind;
  readonly tickets: number;
  /** When: null at the next look of the sweep, or the end of catching up after a downtime. */
  readonly at: Instant | null;
  /** Those longest overdue. */
  readonly examples: readonly { readonly view: TicketView; readonly dueAt: Instant }[];
}

export interface Preview {
  /** How many open tickets would move. */
  readonly tickets: number;
  readonly moves: readonly Move[];
  /** How many others would have another due time. */
  readonly redated: number;
}

/** What a change of the settings would do to open tickets now; changes nothing. Refuses what `changeSettings` refuses. */
export async function previewSettings(desk: Desk, { patch }: { readonly patch: PartialSettings }): Promise<Preview> {
  const house = await desk.house.refresh();
  return preview(desk, house, { ...house, settings: settingsAfter(house, patch) });
}

/** The same for a channel's overrides, which would take the place of the former ones. */
export async function previewOverrides(desk: Desk, change: OverridesChange): Promise<Preview> {
  const house = await desk.house.refresh();
  return preview(desk, house, withOverrides(house, change));
}

/** What would be a channel's overrides. */
export interface OverridesChange {
  readonly channelId: string;
  readonly overrides: PartialSettings;
}

/** The house with them. Refuses what can't be a channel's. */
export function withOverrides(house: House, { channelId, overrides }: OverridesChange): House {
  checkOverrides(house, overrides);
  return { ...house, channels: house.channels.map((one) => (one.id === channelId ? { ...one, overrides: cleanDeep(overrides) } : one)) };
}

async function preview(desk: Desk, before: House, after: House): Promise<Preview> {
  const tally = openTally();
  for await (const { ticket, change } of changesOf(desk, before, after)) {
    if (change && 'moves' in change) tally.move(ticket.id, change.moves.kind, change.moves.dueAt);
    else if (change) tally.redate();
  }
  const moves = await Promise.all(tally.moves().map((found) => moveOf(desk, found)));
  return { tickets: moves.reduce((sum, { tickets }) => sum + tickets, 0), moves, redated: tally.redated() };
}

/** What other rules do to each open ticket that they touch at all, by chat id from `after` on. */
export async function* changesOf(
  desk: Pick<Desk, 'store' | 'clock'>,
  before: House,
  after: House,
  from = '',
): AsyncGenerator<{ readonly ticket: TimedTicket; readonly change: Change }> {
  const changed = before.channels.map(({ id }) => id).filter((id) => !sameTimes(policyFor(before, id), policyFor(after, id)));
  const now = desk.clock.now();
  for await (const batch of openTickets(desk, changed, from))
    for (const ticket of batch)
      yield { ticket, change: changeFor(ticket, policyFor(before, ticket.channelId), policyFor(after, ticket.channelId), now) };
}

/** Batch after batch; others have their turn in between. */
async function* openTickets(desk: Pick<Desk, 'store'>, channelIds: readonly string[], from: string): AsyncGenerator<TimedTicket[]> {
  let after = from;
  while (channelIds.length > 0) {
    const batch = await desk.store.reads.timedTickets(channelIds, after, BATCH);
    yield batch;
    after = batch.at(-1)?.chatId ?? '';
    if (batch.length < BATCH) return;
    await giveWay();
  }
}

interface Found {
  readonly kind: TimerKind;
  tickets: number;
  readonly oldest: { readonly id: string; readonly dueAt: Instant }[];
}

function openTally() {
  const found = new Map<TimerKind, Found>();
  let redated = 0;
  return {
    move(id: string, kind: TimerKind, dueAt: Instant): void {
      const one = found.get(kind) ?? { kind, tickets: 0, oldest: [] };
      found.set(kind, one);
      one.tickets++;
      if (one.oldest.length === EXAMPLES && dueAt >= (one.oldest.at(-1)?.dueAt ?? 0)) return;
      one.oldest.push({ id, dueAt });
      one.oldest.sort((a, b) => a.dueAt - b.dueAt).splice(EXAMPLES);
    },
    redate: () => void redated++,
    redated: () => redated,
    moves: () => TIMERS.flatMap((kind) => found.get(kind) ?? []),
  };
}

async function moveOf(desk: Desk, { kind, tickets, oldest }: Found): Promise<Move> {
  const views = await Promise.all(oldest.map(async ({ id, dueAt }) => ({ view: await desk.store.reads.ticket(id, null), dueAt })));
  const examples = views.flatMap(({ view, dueAt }) => (view ? [{ view, dueAt }] : []));
  return { kind, tickets, at: await movesAt(desk, kind), examples };
}

/** When a timer that is due moves a ticket: null at the next look of the sweep, or the end of catching up after a downtime. */
export const movesAt = async (desk: Pick<Desk, 'store' | 'clock'>, kind: TimerKind): Promise<Instant | null> =>
  HELD_WHILE_CATCHING_UP.has(kind) ? catchingUpUntil(desk) : null;
