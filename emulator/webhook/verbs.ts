import { wordIn, wrong } from '../asks';
import { isObject, type Json, listOf, objectOf, textOf } from '../json';
import type { Scene } from '../people';
import type { World } from '../world';
import type { Hook, HookOrder } from './hooks';
import { tell } from './sender';

const NAME = 'shop';

/** Makes a hook, or changes one: `secret`, `url` (the channel's webhook at the desk), `fails` (how its next messages fail). */
export function hook({ world }: Scene, input: Json): object {
  const name = textOf(input.name) || NAME;
  if (!/^[\w-]+$/.test(name)) return wrong('name: letters, digits, _ and -');
  const before = world.hooks.get(name);
  const made: Hook = before ?? { name, secret: secretOf(world), url: '', orders: [], heard: [], taken: new Set(), told: [] };
  const orders = input.fails === undefined ? made.orders : listOf(input.fails).map(orderIn);
  const next: Hook = { ...made, orders, secret: textOf(input.secret) || made.secret, url: textOf(input.url) || made.url };
  world.hooks.set(name, next);
  return { name, secret: next.secret, outboundUrl: `${world.base}/hook/${name}`, url: next.url };
}

const secretOf = ({ ids }: World): string => `whsec_${Buffer.from(ids.word(24), 'base64url').toString('base64')}`;

function orderIn(given: unknown): HookOrder {
  const order = isObject(given) ? given : { status: given };
  const { status, retryAfter, words, taken } = order;
  if (status !== 'hang' && !(Number.isInteger(status) && Number(status) >= 100 && Number(status) < 600))
    return wrong('fails: a list of statuses, hang, or {status, retryAfter, words, taken}');
  return {
    status: status as number | 'hang',
    retryAfter: typeof retryAfter === 'number' ? retryAfter : null,
    words: isObject(words) ? words : null,
    taken: taken === true,
  };
}

/** Tells the desk an event as it stands, or what a customer writes: `text`, or a whole `message`. */
export async function hookTell({ world }: Scene, input: Json): Promise<object> {
  const name = textOf(input.name) || NAME;
  if (!world.hooks.has(name)) return wrong('name: there is no such hook');
  return tell(world, name, isObject(input.event) ? input.event : said(world, input));
}

function said(world: World, input: Json): Json {
  const message = isObject(input.message) ? input.message : { type: 'text', text: wordIn(input, 'text') };
  const customer = world.customers.get(textOf(input.customer) || 'ana');
  const contact = isObject(input.contact) ? input.contact : { id: customer?.id ?? textOf(input.customer), name: customer?.name };
  return { id: textOf(input.id) || `m-${world.ids.word(9)}`, contact, message };
}

/** What came to each hook, and what it told. */
export const hooksOf = ({ world }: Scene): object => [...world.hooks.values()].map(({ taken: _, ...shown }) => objectOf(shown));
