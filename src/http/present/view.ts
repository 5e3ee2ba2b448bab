import type { SavedView } from '../../domain/views';
import type { ViewJson } from '../schemas/view';
import { iso } from './time';

type Eyes = { readonly id: string };

/** Views in a person's order, as that person sees them. */
export const viewsJson = (views: readonly SavedView[], person: Eyes): ViewJson[] =>
  views.map((view, place) => viewJson(view, place, person));

/** `place` counts from 0. */
export const viewJson = ({ ownerId, query, createdAt, updatedAt, ...view }: SavedView, place: number, person: Eyes): ViewJson => ({
  ...view,
  query: query as ViewJson['query'],
  own: ownerId === person.id,
  position: place + 1,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});
