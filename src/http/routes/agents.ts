import { addAgent } from '../../actions/agents/add-agent';
import { type Heir, handOverAll } from '../../actions/agents/hand-over';
import { removeAgent } from '../../actions/agents/remove-agent';
import { hashOf } from '../../actions/agents/sessions';
import { updateAgent } from '../../actions/agents/update-agent';
import { tokenOf } from '../cookie';
import { accountsJson, oneAccountJson } from '../present/account';
import { type Route, route } from '../route';
import { AccountShape } from '../schemas/account';
import { AgentPatch, NewAgent } from '../schemas/agent';
import { listOf, PageQuery, pageOf } from '../schemas/shared';
import { HandedOverShape, HandOverBody } from '../schemas/team';
import { agentInSight } from '../sight';

const row = { for: 'admins', tag: 'agents' } as const;
const one = { ...row, path: '/agents/{id}', finds: agentInSight } as const;

export const AGENTS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/agents',
    says: 'Everybody who works at the desk.',
    query: PageQuery,
    status: 200,
    answer: listOf(AccountShape),
    handle: async ({ desk, query }) => {
      const { data, nextCursor } = await desk.store.reads.agents(pageOf(query));
      return { data: await accountsJson(desk, data), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/agents',
    says: 'Add an agent or admin.',
    body: NewAgent,
    status: 201,
    answer: AccountShape,
    refuses: ['already_exists'],
    again: async (call, id) => oneAccountJson(call.desk, await agentInSight({ ...call, params: { id } })),
    handle: async ({ desk, person, body }) =>
      oneAccountJson(desk, await addAgent(desk, { ...body, by: person, password: body.password ?? null, capacity: body.capacity ?? null })),
  }),
  route({
    ...one,
    method: 'get',
    says: 'One agent.',
    status: 200,
    answer: AccountShape,
    handle: async (call) => oneAccountJson(call.desk, await agentInSight(call)),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change an agent. A new role or password ends their other sessions.',
    body: AgentPatch,
    status: 200,
    answer: AccountShape,
    refuses: ['already_exists', 'in_use'],
    versioned: true,
    handle: async ({ desk, live, person, request, config, params: { id = '' }, version, body }) => {
      const session = hashOf(tokenOf(request, config) ?? '');
      const agent = await updateAgent(desk, { ...body, by: person, agentId: id, version, session });
      await live.lookAgain(id);
      return oneAccountJson(desk, agent);
    },
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Remove an agent: their active tickets return to the queue, their name stays where they worked.',
    status: 204,
    answer: null,
    refuses: ['in_use'],
    handle: async ({ desk, live, person, params: { id = '' } }) => {
      await removeAgent(desk, { by: person, agentId: id });
      await live.lookAgain(id);
    },
  }),
  route({
    ...one,
    method: 'post',
    path: '/agents/{id}/hand-over',
    says: 'Give everything that they have to a colleague who is online, to a team, or back to the queue. The answer tells what became of each ticket.',
    body: HandOverBody,
    status: 200,
    answer: HandedOverShape,
    refuses: ['agent_not_online'],
    handle: async ({ desk, person, params, body }) => ({
      data: await handOverAll(desk, { agentId: params.id ?? '', to: body as Heir, by: person }),
    }),
  }),
];
