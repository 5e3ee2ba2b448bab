import { agentJson } from '../present/agent';
import { type Route, route } from '../route';
import { AgentShape } from '../schemas/agent';

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
];
