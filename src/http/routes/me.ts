import { setPresence } from '../../actions/routing/set-presence';
import { agentJson } from '../present/agent';
import { type Route, route } from '../route';
import { AgentShape, NewPresence } from '../schemas/agent';

export const ME: readonly Route[] = [
  route({
    method: 'get',
    path: '/me',
    for: 'agents',
    tag: 'me',
    says: 'Who you are.',
    status: 200,
    answer: AgentShape,
    handle: async ({ person }) => agentJson(person),
  }),
  route({
    method: 'put',
    path: '/me/presence',
    for: 'agents',
    tag: 'me',
    says: 'Say whether you take tickets. Going away or offline gives your active tickets back, unless the settings keep them.',
    body: NewPresence,
    status: 200,
    answer: AgentShape,
    handle: async ({ desk, person, body }) =>
      agentJson(await setPresence(desk, { agentId: person.id, presence: body.presence, reason: body.reason ?? null, by: person })),
  }),
];
