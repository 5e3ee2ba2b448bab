import type { Answer, Call } from '../answer';
import { type Json, objectOf, textOf } from '../json';
import type { World } from '../world';
import { tell } from './sender';
import { doubt } from './standard';

/** A provider of somebody's own: the other side of a channel of signed webhooks. */
export interface Hook {
  readonly name: string;
  readonly secret: string;
  /** The channel's webhook at the desk; empty until it is known. */
  readonly url: string;
  /** How the next messages fail, the first first. */
  readonly orders: HookOrder[];
  /** Everything that came, in order. */
  readonly heard: HookCall[];
  /** The names of the calls that were understood: another of the same name is the same. */
  readonly taken: Set<string>;
  /** What was told to the desk. */
  readonly told: HookTold[];
}

/** What is answered instead, or no answer at all. `taken`: it was understood all the same. */
export interface HookOrder {
  readonly status: number | 'hang';
  readonly retryAfter: number | null;
  readonly words: Json | null;
  readonly taken: boolean;
}

export interface HookCall {
  readonly id: string;
  readonly at: number;
  readonly body: Json;
  /** `taken`, `repeated`, `failed: 503`, or why it was not believed. */
  readonly outcome: string;
}

export interface HookTold {
  readonly id: string;
  readonly event: Json;
  readonly attempts: { readonly at: number; readonly outcome: string }[];
}

/** Answers `/hook/{name}`, which a channel has as its outboundUrl; null when the path is none of these. */
export function receive(world: World, { method, url, headers, bytes }: Call): Answer | null {
  const name = /^\/hook\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (name === undefined) return null;
  const hook = world.hooks.get(name);
  if (!hook || method !== 'POST') return { status: 404, body: { error: { message: 'There is no such hook.' } } };
  const call = { id: headers['webhook-id'] ?? '', at: world.time.now(), body: bodyOf(bytes) };
  const wrong = doubt(hook.secret, headers, bytes, call.at);
  const order = wrong === null && call.body.message !== undefined ? hook.orders.shift() : undefined;
  const isNew = wrong === null && order?.taken !== false && take(world, hook, call);
  hook.heard.push({ ...call, outcome: wrong ?? (order ? `failed: ${order.status}` : isNew ? 'taken' : 'repeated') });
  if (wrong !== null) return { status: 401, body: { error: { code: 'auth', message: wrong } } };
  return order ? failed(order) : { status: 200, body: { id: idOf(call.id) } };
}

/** What the provider calls what it was told under this name. */
const idOf = (id: string): string => `hook-${id}`;

function failed({ status, retryAfter, words }: HookOrder): Answer {
  if (status === 'hang') return 'hang';
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  return { status, headers, body: words ?? { error: { message: 'It was ordered so.' } } };
}

const FAR = { none: 0, sent: 0, delivered: 1, read: 2 };
const REPORTS = [
  ['delivered', 400],
  ['read', 1_500],
] as const;

/** Whether it is new. A message is delivered and read a moment later, as far as the dial lets it. */
function take(world: World, { name, taken }: Hook, { id, body }: Pick<HookCall, 'id' | 'body'>): boolean {
  if (taken.has(id)) return false;
  taken.add(id);
  if (body.message === undefined) return true;
  for (const [status, after] of REPORTS.slice(0, FAR[world.dial.receipts]))
    world.time.after(after, () => tell(world, name, { contact: body.contact, receipt: { messageId: idOf(id), status } }));
  return true;
}

function bodyOf(bytes: Buffer): Json {
  const text = bytes.toString('utf8');
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return { unreadable: textOf(text) };
  }
}
