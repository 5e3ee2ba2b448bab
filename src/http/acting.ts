import type { Request } from 'express';
import type { Caller, Desk } from '../actions/desk';
import { actorOf } from '../actions/tickets/in-hand';
import { type Act, type ActChange, changesBetween, secretChange } from '../domain/acts';
import type { Route } from './route';
import { senderOf } from './sender';

/** The desk for one call: what an admin changes through it is recorded, with where they called from. */
export function recording(desk: Desk, route: Route, person: Caller | null, request: Request, body: unknown): Desk {
  if (person?.role !== 'admin' || route.method === 'get') return desk;
  const named = route.act ?? (route.for === 'admins' && route.act !== null ? `${kindOf(route)}.${verbOf(route)}` : null);
  const address = senderOf(request, request.app.get('trust proxy fn'));
  const about = route.for === 'admins' ? givenIn(route, request, body) : ofTheirOwn(person);
  const otherwise = named === null ? null : { act: named, ...about };
  return { ...desk, acting: { actor: actorOf(person), address, otherwise, recorded: false } };
}

/** What the call is about and what it was given: for what the desk can't tell by comparing. */
function givenIn(route: Route, request: Request, body: unknown): Omit<Act, 'act'> {
  const id = Object.values(request.params).at(-1);
  const target = { kind: kindOf(route), id: typeof id === 'string' ? id : '', name: null };
  return { target, changes: changesBetween(null, body ?? null).map(unsaid) };
}

/** Of what an admin does to their own account the record says no more than that they did. */
const ofTheirOwn = ({ id, name }: Caller): Omit<Act, 'act'> => ({ target: { kind: 'agent', id, name }, changes: [] });

const kindOf = ({ tag }: Route): string => tag.replaceAll(' ', '_').replace(/ies$/, 'y').replace(/s$/, '');

const DONE = { get: 'read', post: 'added', put: 'changed', patch: 'changed', delete: 'removed' } as const;

/** `/agents/{id}/hand-over` is `hand_over`; what ends with its thing is added, changed or removed. */
function verbOf({ method, path }: Route): string {
  const [, ...rest] = path.split('/').filter(Boolean);
  const last = rest.at(-1);
  if (!last || last.startsWith('{')) return DONE[method];
  return last.replaceAll('-', '_') + (method === 'delete' ? '_removed' : '');
}

const SECRET = /password|secret|token|code|config/i;

const unsaid = (change: ActChange): ActChange => (SECRET.test(change.path) ? secretChange(change.path, change.from, change.to) : change);
