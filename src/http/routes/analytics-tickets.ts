import { behind } from '../../actions/figures/behind';
import { ticketAt, ticketsAt } from '../../actions/figures/tickets-at';
import { momentIn } from '../moment';
import { cardJson } from '../present/analytics-past';
import { countedJson } from '../present/counted';
import { type Call, type Route, route } from '../route';
import { TicketsThenQuery } from '../schemas/analytics-past';
import { MetricTicketsQuery } from '../schemas/analytics-summary';
import { AnyTickets, AnyTicketsQuery } from '../schemas/analytics-tickets';
import { pageOf } from '../schemas/shared';
import { whoseOf } from '../whose';
import { NONE_GONE } from './analytics-past';
import { narrowedOf } from './analytics-summary';

type Asked = Call<unknown, unknown>;

/** Every number leads to its tickets. */
export const ANALYTICS_TICKETS: readonly Route[] = [
  route({
    for: 'admins',
    tag: 'analytics',
    method: 'get',
    status: 200,
    path: '/analytics/tickets',
    refuses: ['unavailable'],
    says: 'With `metric`: the tickets that a number of a period is made of, newest first. Without it: every ticket as it stood `at` a past moment, or now.',
    query: AnyTicketsQuery,
    answer: AnyTickets,
    handle: (call) => (call.query.metric === undefined ? then(call) : made(call)),
  }),
];

async function made(call: Asked) {
  const query = MetricTicketsQuery.parse(call.query);
  const asked = { ...query, worked: query.hours === 'business', narrowed: narrowedOf({ ...call, query }) };
  return countedJson(call, await behind(call.desk, asked, pageOf(query)));
}

async function then({ desk, query: given }: Asked) {
  const { at: text, status, stage, ticket, ...query } = TicketsThenQuery.parse(given);
  const at = momentIn(desk, text);
  const asked = { at, ...(status ? { statuses: status } : {}), ...(stage ? { stages: stage } : {}), whose: whoseOf(query, NONE_GONE) };
  const { data, nextCursor, house, by } = ticket
    ? await ticketAt(desk, { at, ticketId: ticket })
    : await ticketsAt(desk, asked, pageOf(query));
  return { data: data.map((card) => cardJson({ at, then: house, now: desk.house.current(), by }, card)), nextCursor };
}
