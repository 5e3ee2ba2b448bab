import { addView, orderViews, removeView, updateView, viewsOf } from '../../actions/views/saved-views';
import type { SavedView } from '../../domain/views';
import { inMemory } from '../pages-of';
import { viewJson, viewsJson } from '../present/view';
import { type Call, type Route, route } from '../route';
import { listOf, PageQuery } from '../schemas/shared';
import { MOST_COUNTED, NewView, ViewCounts, type ViewJson, ViewOrder, ViewPatch, ViewShape } from '../schemas/view';
import { viewInSight } from '../sight';
import { filterOf } from './tickets';

const row = { for: 'agents', tag: 'views' } as const;
const one = { ...row, path: '/views/{id}', finds: viewInSight } as const;

export const VIEWS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/views',
    says: 'Your saved views and the shared ones, in your order.',
    query: PageQuery,
    status: 200,
    answer: listOf(ViewShape),
    handle: async ({ desk, person, query }) => inMemory(viewsJson(await viewsOf(desk, person), person), ({ id }) => id, query),
  }),
  route({
    ...row,
    method: 'post',
    path: '/views',
    says: 'Save filters and an order of tickets under a name. Admins may share it with everybody.',
    body: NewView,
    status: 201,
    answer: ViewShape,
    refuses: ['forbidden'],
    again: async (call, id) => placed(call, await viewInSight({ ...call, params: { id } })),
    handle: async (call) => placed(call, await addView(call.desk, { ...call.body, by: call.person })),
  }),
  route({
    ...row,
    method: 'get',
    path: '/views/counts',
    says: 'How many tickets are in each of the views that you see, counted up to 1000.',
    status: 200,
    answer: ViewCounts,
    handle: countsOf,
  }),
  route({
    ...row,
    method: 'put',
    path: '/views/order',
    says: 'Put the views that you see in your own order.',
    body: ViewOrder,
    status: 200,
    answer: listOf(ViewShape),
    handle: async ({ desk, person, body }) => ({
      data: viewsJson(await orderViews(desk, { by: person, ids: body.ids }), person),
      nextCursor: null,
    }),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change one of your views, or as an admin a shared one.',
    body: ViewPatch,
    status: 200,
    answer: ViewShape,
    refuses: ['forbidden'],
    versioned: true,
    handle: async (call) =>
      placed(call, await updateView(call.desk, { ...call.body, viewId: call.params.id ?? '', by: call.person, version: call.version })),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Delete one of your views, or as an admin a shared one.',
    status: 204,
    answer: null,
    refuses: ['forbidden'],
    handle: ({ desk, person, params }) => removeView(desk, { by: person, viewId: params.id ?? '' }),
  }),
];

/** A view with its place among those that the caller sees; last, when it is another’s and was just taken back from them. */
async function placed({ desk, person }: Pick<Call<unknown, unknown>, 'desk' | 'person'>, view: SavedView): Promise<ViewJson> {
  const seen = await viewsOf(desk, person);
  const place = seen.findIndex(({ id }) => id === view.id);
  return viewJson(view, place < 0 ? seen.length : place, person);
}

/** One after the other: what many people ask again and again takes no more than one reader's turn. */
async function countsOf({ desk, house, person }: Call<unknown, unknown>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { id, query } of await viewsOf(desk, person)) {
    const filter = filterOf({ query, person, house, desk });
    counts[id] = await desk.store.reads.countTickets(filter, query.sort ?? '-lastMessageAt', MOST_COUNTED);
  }
  return counts;
}
