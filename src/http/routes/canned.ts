import { addCannedReply, removeCannedReply, updateCannedReply } from '../../actions/canned/canned-replies';
import { cannedMatching } from '../../domain/canned';
import { inMemory } from '../pages-of';
import { cannedReplyJson } from '../present/canned';
import { type Route, route } from '../route';
import { CannedQuery, CannedReplyPatch, CannedReplyShape, NewCannedReply } from '../schemas/canned';
import { listOf } from '../schemas/shared';
import { cannedReplyInSight } from '../sight';

const all = { path: '/canned-replies', tag: 'canned replies' } as const;
const one = { for: 'admins', tag: 'canned replies', path: '/canned-replies/{id}', finds: cannedReplyInSight } as const;

export const CANNED: readonly Route[] = [
  route({
    ...all,
    method: 'get',
    for: 'agents',
    says: 'Texts to insert by their shortcuts, by shortcut; with `q`, the best match first.',
    query: CannedQuery,
    status: 200,
    answer: listOf(CannedReplyShape),
    handle: async ({ desk, query }) => {
      const found = cannedMatching(await desk.store.reads.cannedReplies(), query.q);
      return inMemory(found.map(cannedReplyJson), ({ id }) => id, query);
    },
  }),
  route({
    ...all,
    method: 'post',
    for: 'admins',
    says: 'Add a canned reply.',
    body: NewCannedReply,
    status: 201,
    answer: CannedReplyShape,
    refuses: ['already_exists'],
    again: async (call, id) => cannedReplyJson(await cannedReplyInSight({ ...call, params: { id } })),
    handle: async ({ desk, body }) => cannedReplyJson(await addCannedReply(desk, body)),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change a canned reply.',
    body: CannedReplyPatch,
    status: 200,
    answer: CannedReplyShape,
    refuses: ['already_exists'],
    versioned: true,
    handle: async ({ desk, params, version, body }) =>
      cannedReplyJson(await updateCannedReply(desk, { ...body, replyId: params.id ?? '', version })),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Delete a canned reply.',
    status: 204,
    answer: null,
    handle: ({ desk, params }) => removeCannedReply(desk, { replyId: params.id ?? '' }),
  }),
];
