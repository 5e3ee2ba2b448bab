import { whyJson } from '../present/why';
import { type Route, route } from '../route';
import { WhyShape } from '../schemas/why';
import { ticketInSight } from '../sight';

export const WHY: readonly Route[] = [
  route({
    method: 'get',
    path: '/tickets/{id}/why',
    for: 'agents',
    tag: 'tickets',
    says: 'What happened to a ticket and why, in sentences, and what time will do next.',
    finds: ticketInSight,
    status: 200,
    answer: WhyShape,
    handle: async (call) => whyJson(call, await ticketInSight(call)),
  }),
];
