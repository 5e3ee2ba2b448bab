import { type Period, periodOf } from '../../domain/figures/periods';
import type { Report } from '../../domain/figures/report';
import type { Instant } from '../../domain/ticket';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { catchUp } from '../figures/catch-up';
import { giveWay } from '../give-way';

const DAY = 24 * 60 * 60_000;

interface Span {
  readonly between: Period;
  /** null = all of them. */
  readonly channelIds: readonly string[] | null;
}

/** Which moments and channels a report is about. Channels of a kind are those that ever were, so that later ones change nothing that is counted. */
export function spanOf({ channels }: Pick<House, 'channels'>, { request }: Pick<Report, 'request'>): Span {
  const kinds = request.channelKinds;
  return {
    between: periodOf(request),
    channelIds: kinds && channels.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id),
  };
}

/** Everything that a report begun now counts: what is committed by now, and no more. */
export async function positionNow(desk: Desk, report: Report): Promise<Pick<Report, 'batch' | 'at' | 'position'>> {
  // A desk that was upgraded works its former tickets out first, which may take some minutes.
  while (!(await catchUp(desk))) await giveWay();
  const house = await desk.house.refresh();
  const { batch, at, traces } = await desk.store.reads.folded();
  const { between } = spanOf(house, report);
  return {
    batch,
    at: Math.max(at, desk.clock.now()),
    position: { events: traces, stages: stagesIn(house, between.from).map(({ key, name }) => ({ key, name })) },
  };
}

/** The stages in the desk's order; one that was deleted while the period ran, or later, had its part in it. */
const stagesIn = ({ stages }: House, from: Instant) =>
  stages
    .filter(({ deletedAt }) => deletedAt === null || deletedAt > from)
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1));

/** About how many tickets the report has: counted day by day, so that nobody waits for it. null where its rows are something else. */
export async function expectedRows({ store: { reads }, house }: Desk, report: Report, at: Instant): Promise<number | null> {
  if (report.request.type !== 'customer_tickets') return null;
  const { between, channelIds } = spanOf(house.current(), report);
  const first = await reads.firstTicketAt();
  let expected = 0;
  const to = Math.min(between.to, at + 1);
  for (let from = Math.max(between.from, first ?? to); from < to; from += DAY) {
    expected += await reads.countCreated({ from, to: Math.min(from + DAY, to) }, channelIds);
    await giveWay();
  }
  return expected;
}
