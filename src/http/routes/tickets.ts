import { policyFor } from '../../actions/rules';
import { startTicket } from '../../actions/tickets/start-ticket';
import { updateTicket } from '../../actions/tickets/update-ticket';
import type { ViewQuery } from '../../domain/views';
import type { TicketFilter } from '../../ports/store';
import { inMemory } from '../pages-of';
import { countsOf } from '../present/counts';
import { unseenBy } from '../present/mention';
import { ticketsJson } from '../present/ticket';
import { type Call, type Route, route } from '../route';
import { listOf, pageOf } from '../schemas/shared';
import { Counts, CountsQuery, NewTicket, TagShape, TagsQuery, TicketPatch, TicketShape, TicketsQuery } from '../schemas/ticket';
import { sightOf, ticketInSight } from '../sight';
import { ticketAnswer } from './ticket-answer';

const row = { for: 'agents', tag: 'tickets' } as const;

export const TICKETS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/tickets',
    says: 'Tickets in every status unless filtered, newest number first unless sorted.',
    query: TicketsQuery,
    status: 200,
    answer: listOf(TicketShape),
    handle: async (call) => {
      const { data, nextCursor } = await call.desk.store.reads.tickets(filterOf(call), call.query.sort, pageOf(call.query));
      return { data: await ticketsJson(call, data), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'get',
    path: '/tickets/counts',
    says: 'How many tickets are where, under the same filters as the list.',
    query: CountsQuery,
    status: 200,
    answer: Counts,
    handle: async (call) => {
      const { desk, person } = call;
      const unseen = await desk.store.reads.unseenMentions([person.id]);
      return countsOf(await desk.store.reads.ticketCounts(filterOf(call)), person.id, unseenBy(person.id, sightOf(call), unseen));
    },
  }),
  route({
    ...row,
    method: 'get',
    path: '/tags',
    says: 'Tags in use on the newest tickets, the most used first; with `q`, those that hold it.',
    query: TagsQuery,
    status: 200,
    answer: listOf(TagShape),
    handle: async (call) => {
      const sought = call.query.q?.toLowerCase() ?? '';
      const tags = (await call.desk.store.reads.tagsInUse(sightOf(call))).filter(({ tag }) => tag.toLowerCase().includes(sought));
      return inMemory(tags, ({ tag }) => tag, call.query);
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/tickets',
    says: 'Write first: a proactive ticket in a closed chat.',
    body: NewTicket,
    status: 201,
    answer: TicketShape,
    refuses: ['chat_has_open_ticket', 'window_closed'],
    again: (call, id) => ticketAnswer(call, { id }),
    handle: async (call) => ticketAnswer(call, await startTicket(call.desk, { ...call.body, by: call.person })),
  }),
  route({
    ...row,
    method: 'get',
    path: '/tickets/{id}',
    says: 'One ticket.',
    finds: ticketInSight,
    status: 200,
    answer: TicketShape,
    handle: async (call) => ticketAnswer(call, { id: call.params.id ?? '' }),
  }),
  route({
    ...row,
    method: 'patch',
    path: '/tickets/{id}',
    says: 'Change a ticket. The stage `closed` closes it, `open` reopens a closed one, another one wakes a snoozed one.',
    finds: ticketInSight,
    body: TicketPatch,
    status: 200,
    answer: TicketShape,
    refuses: ['forbidden', 'illegal_transition', 'chat_has_open_ticket'],
    versioned: true,
    handle: async (call) =>
      ticketAnswer(
        call,
        await updateTicket(call.desk, { ...call.body, ticketId: call.params.id ?? '', by: call.person, version: call.version }),
      ),
  }),
];

interface Filters extends ViewQuery {
  readonly due?: 'missed' | 'soon';
}

/** The filters of a list as the store takes them, for this caller's eyes. */
export function filterOf(call: Pick<Call<Filters, unknown>, 'query' | 'person' | 'house' | 'desk'>): TicketFilter {
  const { status, stage, assignee, team, channel, priority, tag, unread, mentioned, due, q } = call.query;
  return {
    status,
    stage,
    assignee: assignee?.map((who) => (who === 'me' ? call.person.id : who === 'none' ? null : who)),
    team: team?.map((id) => (id === 'none' ? null : id)),
    channel,
    priority,
    tag,
    unread,
    mentioned: mentioned && { agentId: call.person.id, unseen: mentioned === 'unseen' },
    due: due && dueIn(call, due),
    q: q || undefined,
    seenBy: sightOf(call),
  };
}

function dueIn({ desk, house }: Pick<Call<unknown, unknown>, 'desk' | 'house'>, due: 'missed' | 'soon'): TicketFilter['due'] {
  const now = desk.clock.now();
  return due === 'missed' ? { from: 0, until: now + 1 } : { from: now + 1, until: now + policyFor(house, '').warnBefore + 1 };
}
