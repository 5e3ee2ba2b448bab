import type { Request } from 'express';
import type { Caller, Desk } from '../actions/desk';
import { actorOf } from '../actions/tickets/in-hand';
import { type Act, type ActChange, changesBetween, secretChange } from '../domain/acts';
import type { Route } from './route';
import { senderOf } from './sender';

/** The desk for one call: what an admin changes through it is recorded, with where they called from. */
export function recording(desk: Desk, route: Route, person: Caller | null, request: Request, body: unknown): Desk {
  if (person?.role !== 'admin' || route.method === 'get') return desk;
  const otherwise = route.for === 'admins' && route.act !== null ? actOf(route, request, body) : null;
  return { ...desk, acting: { actor: actorOf(person), address: senderOf(request, request.app.get('trust proxy fn')), otherwise } };
}

const DONE = { get: 'read', post: 'added', put: 'changed', patch: 'changed', delete: 'removed' } as const;

/** What a call is called by its row, with what it was given: for what the desk can't tell by comparing. */
function actOf(route: Route, request: Request, body: unknown): Act {
  const kind = route.tag.replaceAll(' ', '_');
  const id = Object.values(request.params).at(-1);
  const target = { kind, id: typeof id === 'string' ? id : kind, name: null };
  return { act: route.act ?? `${kind}.${verbOf(route)}`, target, changes: changesBetween(null, body ?? null).map(unsaid) };
}

/** `/agents/{id}/hand-over` is `hand_over`; what ends with its thing is added, changed or removed. */
function verbOf({ method, path }: Route): string {
  const [, ...rest] = path.split('/').filter(Boolean);
  const last = rest.at(-1);
  return last && !last.startsWith('{') ? last.replaceAll('-', '_') : DONE[method];
}

const SECRET = /password|secret|token|code|config/i;

const unsaid = (change: ActChange): ActChange => (SECRET.test(change.path) ? secretChange(change.path, change.from, change.to) : change);
