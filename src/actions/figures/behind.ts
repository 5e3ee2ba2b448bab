import { invalid } from '../../domain/errors';
import { hourOfWeek } from '../../domain/figures/hour-of-week';
import { type Metric, type MetricId, metrics } from '../../domain/figures/metrics';
import type { Span } from '../../domain/figures/packing';
import type { Period } from '../../domain/figures/periods';
import { columnOf, isOfFacts } from '../../domain/figures/summing';
import type { Counted, FactList, Page, Paged } from '../../ports/store';
import type { Desk } from '../desk';
import { type Asked, fits, periodAsked, position } from './summary';

interface Behind extends Pick<Asked, 'from' | 'to' | 'zone' | 'worked' | 'narrowed'> {
  readonly metric: MetricId;
  readonly cause?: string | undefined;
  /** Seconds: one bar of a histogram. */
  readonly over?: number | undefined;
  readonly upTo?: number | undefined;
  /** One cell of the heat map; both or none. */
  readonly weekday?: number | undefined;
  readonly hour?: number | undefined;
}

/** Whether what a number is made of can be listed. */
export const isListed = ({ of }: Metric): boolean => 'facts' in of || 'talks' in of;

/** What a number of a period is made of, newest first: as many as it says. */
export async function behind(desk: Desk, asked: Behind, page: Page): Promise<Paged<Counted>> {
  const { narrowed, cause, worked } = asked;
  const metric = metrics.find(({ id }) => id === asked.metric) as Metric;
  if ('messages' in metric.of)
    throw invalid('metric', 'messages are counted, not kept by ticket: a report of the type `messages` lists them');
  if (!isListed(metric)) throw invalid('metric', 'what this number is made of can\u2019t be listed');
  if (!fits(metric, narrowed)) throw invalid('metric', `this number is narrowed by ${metric.narrowedBy.join(' and ')} only`);
  const period = periodAsked(desk, asked);
  const { from, to } = period;
  const batch = await position(desk);
  const { reads } = desk.store;
  if ('talks' in metric.of) return reads.countedTalks({ from, to, narrowed, contained: metric.of.talks === 'contained' }, page);
  if (!isOfFacts(metric)) throw new Error(`${metric.id} is made of nothing that is kept`);
  const causes = causesOf(metric.of.causes, cause);
  const span = columnOf(metric, worked) as Span | null;
  return reads.countedFacts(
    { kind: metric.of.facts, from, to, batch, narrowed, span, ...(causes && { causes }), ...partOf(asked, period) },
    page,
  );
}

/** A bar of a histogram or a cell of the heat map instead of all. */
function partOf({ over, upTo, weekday, hour }: Behind, period: Period): Pick<FactList, 'over' | 'upTo' | 'within'> {
  return {
    ...(over === undefined ? {} : { over }),
    ...(upTo === undefined ? {} : { upTo }),
    ...(weekday === undefined || hour === undefined ? {} : { within: hourOfWeek(period, weekday, hour) }),
  };
}

function causesOf(causes: readonly string[] | undefined, cause: string | undefined): readonly string[] | undefined {
  if (cause === undefined) return causes;
  return causes === undefined || causes.includes(cause) ? [cause] : [];
}
