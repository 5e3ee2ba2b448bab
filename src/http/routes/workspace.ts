import { policyFor } from '../../actions/rules';
import { capacityOf } from '../../domain/eligible';
import { workspaceJson } from '../present/workspace';
import { type Route, route } from '../route';
import { listOf } from '../schemas/shared';
import { LoadShape, WorkspaceShape } from '../schemas/workspace';

const row = { for: 'agents', tag: 'me', needs: 'workspace:read', status: 200 } as const;

export const WORKSPACE: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/workspace',
    says: 'What the web app needs at its start: you, the stages, the channels with what they can send, your colleagues and the rules.',
    answer: WorkspaceShape,
    handle: workspaceJson,
  }),
  route({
    ...row,
    method: 'get',
    path: '/workspace/loads',
    says: 'How much everybody who is online or away has to do now.',
    answer: listOf(LoadShape),
    handle: async ({ desk, house }) => {
      const around = await desk.store.reads.agentsAtWork();
      const policy = policyFor(house, '');
      return {
        data: around.map(({ agent, load }) => ({ agentId: agent.id, load, capacity: capacityOf(agent, policy) })),
        nextCursor: null,
      };
    },
  }),
];
