import { invalid, Refusal } from '../../domain/errors';
import { cleanDeep } from '../../domain/text';
import { inPlace, type SavedView, type ViewQuery } from '../../domain/views';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

/** So many views has one person: each of them is counted whenever the app looks. */
const MOST = 50;

/** The views that a person sees, in their own order. */
export async function viewsOf(desk: Desk, { id }: Pick<Person, 'id'>): Promise<SavedView[]> {
  const [views, order] = await Promise.all([desk.store.reads.views(id), desk.store.reads.viewOrder(id)]);
  return inPlace(views, order);
}

interface NewView {
  readonly by: Person;
  readonly name: string;
  readonly query: ViewQuery;
  readonly shared: boolean;
}

/** A new view of this person, last in everybody's order who sees it. Only admins may share. */
export function addView(desk: Desk, { by, name, query, shared }: NewView): Promise<SavedView> {
  if (shared) mustBeAdmin(by);
  return transact(desk, async (tx, { at }) => {
    if ((await tx.countViews(by.id)) >= MOST) throw invalid('name', `there may be ${MOST} views; delete one first`);
    const view: SavedView = {
      ...cleanDeep({ name, query }),
      id: desk.newId(),
      ownerId: by.id,
      shared,
      createdAt: at,
      updatedAt: at,
      version: 1,
    };
    await tx.addView(view);
    return view;
  });
}

interface Update {
  readonly by: Person;
  readonly viewId: string;
  readonly version?: number;
  readonly name?: string;
  /** Takes the place of the former one as a whole. */
  readonly query?: ViewQuery;
  readonly shared?: boolean;
}

/** Changes a view: an own one, or as an admin a shared one. */
export function updateView(desk: Desk, { by, viewId, version, name, query, shared }: Update): Promise<SavedView> {
  return transact(desk, async (tx, { at }) => {
    const view = await viewToChange(tx, viewId, by);
    if (shared !== undefined && shared !== view.shared) mustBeAdmin(by);
    if (version !== undefined && version !== view.version)
      throw new Refusal('stale', 'The view has changed since you read it.', { version: view.version });
    const changed: SavedView = {
      ...view,
      ...cleanDeep({ name: name ?? view.name, query: query ?? view.query }),
      shared: shared ?? view.shared,
      updatedAt: at,
      version: view.version + 1,
    };
    await tx.saveView(changed);
    return changed;
  });
}

export async function removeView(desk: Desk, { by, viewId }: { readonly by: Person; readonly viewId: string }): Promise<void> {
  await transact(desk, async (tx) => tx.removeView((await viewToChange(tx, viewId, by)).id));
}

/** Puts the views that a person sees in an order of their own; each is named exactly once. */
export async function orderViews(desk: Desk, { by, ids }: { readonly by: Person; readonly ids: readonly string[] }): Promise<SavedView[]> {
  const seen = await desk.store.reads.views(by.id);
  const named = new Set(ids);
  if (named.size !== ids.length || seen.length !== ids.length || seen.some(({ id }) => !named.has(id)))
    throw invalid('ids', 'name every view that you see exactly once');
  await transact(desk, (tx) => tx.saveViewOrder(by.id, ids));
  return inPlace(seen, ids);
}

/** Somebody else's own view does not exist; a shared one is the admins'. */
async function viewToChange(tx: Tx, viewId: string, by: Person): Promise<SavedView> {
  const view = await tx.view(viewId);
  if (!view || (view.ownerId !== by.id && !view.shared)) throw new Refusal('not_found', 'There is no such view.');
  if (view.shared) mustBeAdmin(by);
  return view;
}

function mustBeAdmin({ role }: Person): void {
  if (role !== 'admin') throw new Refusal('forbidden', 'Only admins may share views, or change shared ones.');
}
