import { liveFigures } from '../../actions/figures/live-figures';
import { stagesAt } from '../../actions/figures/stages-at';
import { stagesNow } from '../../actions/figures/stages-now';
import { momentIn } from '../moment';
import { stagesJson } from '../present/analytics-live';
import { iso } from '../present/time';
import { type Route, route } from '../route';
import { LiveQuery, LiveShape, StagesQuery, StagesShape } from '../schemas/analytics-live';
import { whoseOf } from '../whose';
import { NONE_GONE } from './analytics-past';

const figures = { for: 'admins', tag: 'analytics', method: 'get', status: 200 } as const;

/** How the desk stands. */
export const ANALYTICS: readonly Route[] = [
  route({
    ...figures,
    path: '/analytics/stages',
    refuses: ['unavailable'],
    says: 'How many tickets stand in each stage and status, and for how long; per channel, team and agent.',
    query: StagesQuery,
    answer: StagesShape,
    handle: async ({ desk, house, query }) => {
      if (query.at !== undefined) {
        const then = await stagesAt(desk, momentIn(desk, query.at), whoseOf(query, NONE_GONE));
        return stagesJson(then.stood, { ...then.house, staff: then.staff });
      }
      const stood = await stagesNow(desk, whoseOf(query, house));
      const stages = house.stages.filter(({ deletedAt }) => deletedAt === null);
      return stagesJson(stood, { ...house, stages, staff: await desk.store.reads.staff() });
    },
  }),
  route({
    ...figures,
    path: '/analytics/live',
    says: 'What is so at this moment: open tickets, the queue, answer windows that end soon, who is there.',
    query: LiveQuery,
    answer: LiveShape,
    handle: async ({ desk, house, query }) => {
      const { at, ...live } = await liveFigures(desk, whoseOf(query, house));
      return { at: iso(at), ...live };
    },
  }),
];
