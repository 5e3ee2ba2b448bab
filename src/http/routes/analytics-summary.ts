import { isListed } from '../../actions/figures/behind';
import { summarise } from '../../actions/figures/summary';
import { metrics } from '../../domain/figures/metrics';
import type { Narrowed } from '../../ports/store';
import { summaryJson } from '../present/summary';
import { type Call, type Route, route } from '../route';
import { MetricRows, SummaryQuery, SummaryShape } from '../schemas/analytics-summary';
import { whoseOf } from '../whose';

const figures = { for: 'admins', tag: 'analytics', method: 'get', status: 200 } as const;

/** Figures over a period. */
export const ANALYTICS_SUMMARY: readonly Route[] = [
  route({
    ...figures,
    path: '/analytics/metrics',
    says: 'Every number of the analytics and reports, and what it means.',
    answer: MetricRows,
    handle: async () => ({
      data: metrics.map((metric) => ({
        id: metric.id,
        unit: metric.unit,
        says: metric.says,
        when: 'live' in metric.of ? ('now' as const) : ('period' as const),
        narrowedBy: [...metric.narrowedBy],
        byCause: metric.byCause ?? false,
        businessHours: metric.worked ?? false,
        bounds: metric.bounds ? [...metric.bounds] : null,
        tickets: isListed(metric),
      })),
    }),
  }),
  route({
    ...figures,
    path: '/analytics/summary',
    refuses: ['unavailable'],
    says: 'The numbers of a period, in hours, days, weeks or months of a time zone; with the period before to compare.',
    query: SummaryQuery,
    answer: SummaryShape,
    handle: async (call) => {
      const { hours, group, compare = false, ...period } = call.query;
      const narrowed = narrowedOf(call);
      const summary = await summarise(call.desk, { ...period, group, compare, worked: hours === 'business', narrowed });
      return summaryJson(call, summary, { group, hours, narrowed });
    },
  }),
];

type Narrowing = Parameters<typeof whoseOf>[0];

export function narrowedOf({ query, house }: Pick<Call<Narrowing, unknown>, 'query' | 'house'>): Narrowed {
  const { channels, teams, agents } = whoseOf(query, house);
  return { ...(channels && { channel: channels }), ...(teams && { team: teams }), ...(agents && { agent: agents }) };
}
