import { keepDraft } from '../../actions/personal/drafts';
import { seeMentions } from '../../actions/tickets/mentions';
import { draftsJson } from '../present/draft';
import { mentionJson } from '../present/mention';
import { type Call, type Route, route } from '../route';
import { DraftsShape, DraftTickets, NewDraft } from '../schemas/draft';
import { MentionShape, MentionsQuery, SeenMentions } from '../schemas/mention';
import { listOf, pageOf } from '../schemas/shared';
import { sightOf, ticketInSight } from '../sight';

const drafts = { for: 'agents', tag: 'drafts', status: 200 } as const;
const mentions = { for: 'agents', tag: 'mentions' } as const;
const MOST_DRAFTS = 1000;

/** What people on one ticket need of each other, and of themselves on another machine. */
export const TOGETHER: readonly Route[] = [
  route({
    ...drafts,
    method: 'get',
    path: '/tickets/{id}/draft',
    says: 'What you have begun to write in a ticket, on whatever machine.',
    finds: ticketInSight,
    answer: DraftsShape,
    handle: ownDrafts,
  }),
  route({
    ...drafts,
    method: 'put',
    path: '/tickets/{id}/draft',
    says: 'Keep what you have begun to write, in place of what was there. It goes when you send it, or with an empty text.',
    finds: ticketInSight,
    body: NewDraft,
    answer: DraftsShape,
    handle: async (call) => {
      await keepDraft(call.desk, { ...call.body, ticketId: call.params.id ?? '', by: call.person });
      return ownDrafts(call);
    },
  }),
  route({
    ...drafts,
    method: 'get',
    path: '/me/drafts',
    says: 'In which tickets you have begun to write.',
    answer: DraftTickets,
    handle: async (call) => ({ ticketIds: await call.desk.store.reads.ticketsWithDraft(call.person.id, sightOf(call), MOST_DRAFTS) }),
  }),
  route({
    ...mentions,
    method: 'get',
    path: '/mentions',
    says: 'Notes that name you, newest first.',
    query: MentionsQuery,
    status: 200,
    answer: listOf(MentionShape),
    handle: async ({ desk, query, ...call }) => {
      const of = { agentId: call.person.id, unseen: query.unseen === true, seenBy: sightOf(call) };
      const { data, nextCursor } = await desk.store.reads.mentions(of, pageOf(query));
      return { data: data.map(mentionJson), nextCursor };
    },
  }),
  route({
    ...mentions,
    method: 'post',
    path: '/mentions/seen',
    says: 'Say that you have seen these notes. Reading a ticket says so of all of its notes.',
    body: SeenMentions,
    status: 204,
    answer: null,
    handle: ({ desk, person, body }) => seeMentions(desk, { ...body, by: person }),
  }),
];

async function ownDrafts({ desk, person, params: { id = '' } }: Pick<Call<unknown, unknown>, 'desk' | 'person' | 'params'>) {
  return draftsJson(await desk.store.reads.drafts(person.id, id));
}
