import { queueJson } from '../present/queue';
import { isoOrNull } from '../present/time';
import { type Route, route } from '../route';
import { Queue, QueueQuery } from '../schemas/queue';
import { pageOf } from '../schemas/shared';
import { sightOf } from '../sight';

export const QUEUE: readonly Route[] = [
  route({
    method: 'get',
    path: '/tickets/queue',
    for: 'agents',
    tag: 'tickets',
    says: 'Who waits for an agent, in the order in which the desk assigns, and why nobody has them yet.',
    query: QueueQuery,
    status: 200,
    answer: Queue,
    handle: async (call) => {
      const { reads } = call.desk.store;
      const asked = { teamId: call.query.team ?? null, seenBy: sightOf(call) };
      const { data, nextCursor } = await reads.queuePlaces(asked, pageOf(call.query));
      const { tickets, oldestSince } = await reads.queueFigures(asked);
      return { data: await queueJson(call, data), total: tickets, oldestSince: isoOrNull(oldestSince), nextCursor };
    },
  }),
];
