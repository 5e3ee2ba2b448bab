import { workspaceJson } from '../present/workspace';
import { type Route, route } from '../route';
import { WorkspaceShape } from '../schemas/workspace';

export const WORKSPACE: readonly Route[] = [
  route({
    method: 'get',
    path: '/workspace',
    for: 'agents',
    tag: 'me',
    needs: 'workspace:read',
    says: 'What the web app needs at its start: you, the stages, the channels with what they can send, your colleagues and the rules.',
    status: 200,
    answer: WorkspaceShape,
    handle: workspaceJson,
  }),
];
