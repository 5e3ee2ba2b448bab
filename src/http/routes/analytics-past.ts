import { boardAt } from '../../actions/figures/board-at';
import { hillOf } from '../../actions/figures/hill';
import { momentIn } from '../moment';
import { boardJson } from '../present/analytics-past';
import { iso } from '../present/time';
import { type Route, route } from '../route';
import { BoardQuery, BoardShape, HillQuery, HillShape } from '../schemas/analytics-past';
import { whoseOf } from '../whose';

const figures = { for: 'admins', tag: 'analytics', method: 'get', status: 200 } as const;

const WEEK = 7 * 24 * 60 * 60_000;

/** Which teams were deleted by then the past knows by itself. */
export const NONE_GONE = { teams: [] };

/** How the desk stood. */
export const ANALYTICS_PAST: readonly Route[] = [
  route({
    ...figures,
    path: '/analytics/board',
    refuses: ['unavailable'],
    says: 'The board as it was at a past moment: stages by their names then, tickets as they stood then.',
    query: BoardQuery,
    answer: BoardShape,
    handle: async ({ desk, query }) => {
      const { by, cards } = query;
      const board = await boardAt(desk, { at: momentIn(desk, query.at), by, cards, whose: whoseOf(query, NONE_GONE) });
      return boardJson(board, desk.house.current(), by);
    },
  }),
  route({
    ...figures,
    path: '/analytics/hill',
    refuses: ['unavailable'],
    says: 'How many tickets were open at each step of a time.',
    query: HillQuery,
    answer: HillShape,
    handle: async ({ desk, house, query: { step, zone, ...query } }) => {
      const now = desk.clock.now();
      const to = query.to === undefined ? now : Math.min(Date.parse(query.to), now);
      const from = query.from === undefined ? to - WEEK : momentIn(desk, query.from, 'from');
      const points = await hillOf(desk, { from, to, step, zone: zone ?? house.settings.locale.timeZone });
      return { from: iso(from), to: iso(to), step, points: points.map(({ at, open }) => ({ at: iso(at), open })) };
    },
  }),
];
