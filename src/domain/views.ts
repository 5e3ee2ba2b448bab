import type { Priority, Status } from './ticket';

/** The filters and the order of a list of tickets, as a person saved them. `assignee` may be `me` or `none`, `team` may be `none`. */
export interface ViewQuery {
  readonly status?: readonly Status[];
  readonly stage?: readonly string[];
  readonly assignee?: readonly string[];
  readonly team?: readonly string[];
  readonly channel?: readonly string[];
  readonly priority?: readonly Priority[];
  readonly tag?: readonly string[];
  readonly unread?: boolean;
  /** Notes in them name whoever looks; `unseen`: and they have not seen it. */
  readonly mentioned?: 'me' | 'unseen';
  readonly q?: string;
  readonly sort?: '-number' | '-lastMessageAt' | 'waiting' | 'window' | 'due' | 'queue';
}

/** A list of tickets under a name: its owner's, or for everybody when an admin shares it. */
export interface SavedView {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly query: ViewQuery;
  readonly shared: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly version: number;
}

/** As a person has put them in order; those that have no place yet come last, oldest first. */
export function inPlace(views: readonly SavedView[], order: readonly string[]): SavedView[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: SavedView) => places.get(id) ?? order.length;
  return [...views].sort((a, b) => placeOf(a) - placeOf(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
