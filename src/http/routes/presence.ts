import { presenceTimes } from '../../actions/agents/presence-times';
import { setPresence } from '../../actions/routing/set-presence';
import { setAwayReasons } from '../../actions/workspace/away-reasons';
import { agentJson } from '../present/agent';
import { presenceTimesJson } from '../present/presence';
import { type Route, route } from '../route';
import { AgentShape, NewPresence } from '../schemas/agent';
import { AwayReasonsBody, AwayReasonsShape, PresenceQuery, PresenceTimesShape } from '../schemas/presence';
import { agentInSight } from '../sight';

const mine = { for: 'agents', tag: 'me', path: '/me/presence' } as const;
const theirs = { for: 'admins', tag: 'agents', path: '/agents/{id}/presence', finds: agentInSight } as const;
const reasons = { tag: 'agents', path: '/away-reasons', status: 200, answer: AwayReasonsShape } as const;

/** Who is there, since when, and why not. */
export const PRESENCE: readonly Route[] = [
  route({
    ...mine,
    method: 'put',
    says: 'Say whether you take tickets. Going away or offline gives your active tickets back, unless the settings keep them.',
    body: NewPresence,
    status: 200,
    answer: AgentShape,
    handle: async ({ desk, person, body: { presence, reason = null } }) =>
      agentJson(await setPresence(desk, { agentId: person.id, presence, reason, by: person })),
  }),
  route({
    ...mine,
    method: 'get',
    says: 'How long you were in which presence, day by day.',
    query: PresenceQuery,
    status: 200,
    answer: PresenceTimesShape,
    handle: async ({ desk, person, query }) => presenceTimesJson(await presenceTimes(desk, { ...query, agentId: person.id })),
  }),
  route({
    ...theirs,
    method: 'put',
    says: 'Set an agent online, away or offline.',
    body: NewPresence,
    status: 200,
    answer: AgentShape,
    handle: async ({ desk, person, params: { id = '' }, body: { presence, reason = null } }) =>
      agentJson(await setPresence(desk, { agentId: id, presence, reason, by: person })),
  }),
  route({
    ...theirs,
    method: 'get',
    says: 'How long an agent was in which presence, day by day.',
    query: PresenceQuery,
    status: 200,
    answer: PresenceTimesShape,
    handle: async ({ desk, params: { id = '' }, query }) => presenceTimesJson(await presenceTimes(desk, { ...query, agentId: id })),
  }),
  route({
    ...reasons,
    for: 'agents',
    method: 'get',
    says: 'The reasons that agents may give for being away.',
    handle: async ({ house }) => ({ data: [...house.awayReasons] }),
  }),
  route({
    ...reasons,
    for: 'admins',
    method: 'put',
    says: 'Set the list of reasons for being away.',
    body: AwayReasonsBody,
    handle: async ({ desk, body }) => ({ data: [...(await setAwayReasons(desk, body))] }),
  }),
];
