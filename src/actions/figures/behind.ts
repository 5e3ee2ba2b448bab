import { invalid } from '../../domain/errors';
import { type Metric, type MetricId, metrics } from '../../domain/figures/metrics';
import { columnOf, isOfFacts } from '../../domain/figures/summing';
import type { Counted, Page, Paged, SpanColumn } from '../../ports/store';
import type { Desk } from '../desk';
import { type Asked, fits, periodAsked, position } from './summary';

interface Behind extends Pick<Asked, 'from' | 'to' | 'zone' | 'worked' | 'narrowed'> {
  readonly metric: MetricId;
  readonly cause?: string | undefined;
}

/** Whether what a number is made of can be listed. */
export const isListed = ({ of }: Metric): boolean => 'facts' in of || 'talks' in of;

/** What a number of a period is made of, newest first: as many as it says. */
export async function behind(desk: Desk, asked: Behind, page: Page): Promise<Paged<Counted>> {
  const { narrowed, cause, worked } = asked;
  const metric = metrics.find(({ id }) => id === asked.metric) as Metric;
  if (!isListed(metric)) throw invalid('metric', 'what this number is made of can\u2019t be listed');
  if (!fits(metric, narrowed)) throw invalid('metric', `this number is narrowed by ${metric.narrowedBy.join(' and ')} only`);
  const { from, to } = periodAsked(desk, asked);
  const batch = await position(desk);
  const { reads } = desk.store;
  if ('talks' in metric.of) return reads.countedTalks({ from, to, narrowed, contained: metric.of.talks === 'contained' }, page);
  if (!isOfFacts(metric)) throw new Error(`${metric.id} is made of nothing that is kept`);
  const causes = causesOf(metric.of.causes, cause);
  const span = columnOf(metric, worked) as SpanColumn | null;
  return reads.countedFacts({ kind: metric.of.facts, from, to, batch, narrowed, span, ...(causes && { causes }) }, page);
}

function causesOf(causes: readonly string[] | undefined, cause: string | undefined): readonly string[] | undefined {
  if (cause === undefined) return causes;
  return causes === undefined || causes.includes(cause) ? [cause] : [];
}
