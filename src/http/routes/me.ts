import { meJson } from '../present/agent';
import { type Route, route } from '../route';
import { MeShape } from '../schemas/agent';

export const ME: readonly Route[] = [
  route({
    method: 'get',
    path: '/me',
    for: 'agents',
    tag: 'me',
    needs: 'any',
    says: 'Who you are, or what your token is.',
    status: 200,
    answer: MeShape,
    handle: async ({ desk, person }) => meJson(person, person.scopes && (await desk.store.reads.token({ id: person.id }))),
  }),
];
