import { randomUUID } from 'node:crypto';
import { wordIn, wrong } from '../asks';
import { isObject, type Json, listOf, objectOf, textOf } from '../json';
import type { Scene } from '../people';
import type { World } from '../world';
import { APP, type BotApp, type BotConversation, type BotOrder } from './bots';
import { begin, framed, keep, serviceUrlOf } from './conversations';
import { PROOFS, type Proof, proofOf } from './tokens';

/** Registers a bot, or changes one: `{appId?, password?, tenantId?, url?}`. */
export function bot({ world }: Scene, input: Json): object {
  const appId = textOf(input.appId) || APP.appId;
  const next = { ...APP, ...world.bots.apps.get(appId), ...input, appId } as BotApp;
  world.bots.apps.set(appId, next);
  return next;
}

/**
 * Somebody writes to the bot, by Web Chat unless `channel` says `msteams`. The first time, the service says first that both came.
 * `{customer, text?, channel?, appId?, proof?, …}`; what else is given goes into the activity.
 */
export async function botSay({ world }: Scene, input: Json): Promise<object> {
  const { customer: _, channel: __, appId: ___, proof: ____, ...more } = input;
  const app = appIn(world, input);
  const conversation = await conversationIn(world, app, input);
  const activity = { type: 'message', textFormat: 'plain', ...framed(world, app, conversation), ...more };
  const kept = more.id === undefined && activity.type === 'message' ? keep(world, conversation, activity) : activity;
  return { conversation: conversation.id, activity: kept, ...(await deliver(world, app, kept, proofIn(input))) };
}

/** How the next calls of the connector end: `{with, times?}`, or a status of one's own `{status, code?, retryAfter?, taken?}`. */
export function botOrder({ world }: Scene, input: Json): object {
  const order = ORDERS[textOf(input.with)] ?? ownOrder(input);
  const times = typeof input.times === 'number' ? Math.min(100, input.times) : 1;
  for (let count = 0; count < times; count += 1) world.bots.orders.push(order);
  return { orders: world.bots.orders };
}

/** The person leaves the conversation, or blocks the bot: `{customer, state: left | blocked | null}`. */
export function botLeave({ world }: Scene, input: Json): object {
  const app = appIn(world, input);
  const conversation = found(world, app, input) ?? wrong('customer: they have no conversation');
  const { state = 'left' } = input;
  if (state !== 'left' && state !== 'blocked' && state !== null) return wrong('state: left, blocked or null');
  const next: BotConversation = { ...conversation, closed: state };
  world.bots.conversations.set(conversation.id, next);
  return next;
}

// biome-ignore format: a table is read in columns
const ORDERS: Readonly<Record<string, BotOrder>> = {
  'bad-gateway-taken': { status: 502,    code: null,                         retryAfter: null, taken: true },
  'bad-gateway':       { status: 502,    code: null,                         retryAfter: null, taken: false },
  slow:                { status: 'hang', code: null,                         retryAfter: null, taken: true },
  'not-in-roster':     { status: 403,    code: 'BotNotInConversationRoster', retryAfter: null, taken: false },
  'too-many':          { status: 429,    code: 'Throttled',                  retryAfter: 7,    taken: false },
  'no-token':          { status: 401,    code: 'Unauthorized',               retryAfter: null, taken: false },
};

function ownOrder({ status, code, retryAfter, taken }: Json): BotOrder {
  if (typeof status !== 'number') return wrong(`with: one of ${Object.keys(ORDERS).join(', ')}; or a status`);
  return { status, code: textOf(code) || null, retryAfter: typeof retryAfter === 'number' ? retryAfter : null, taken: taken === true };
}

const appIn = ({ bots }: World, { appId = APP.appId }: Json): BotApp =>
  bots.apps.get(textOf(appId)) ?? wrong('appId: there is no such bot');

function proofIn({ proof = 'right' }: Json): Proof {
  return PROOFS.find((one) => one === proof) ?? wrong(`proof: one of ${PROOFS.join(', ')}`);
}

const channelIn = ({ channel }: Json): BotConversation['channelId'] => (channel === 'msteams' ? 'msteams' : 'webchat');

/** Who somebody is on a channel. */
const userIdOf = (customer: string, channelId: string): string => (channelId === 'msteams' ? `29:1twin-${customer}` : `dl_${customer}`);

function found({ bots }: World, { appId }: BotApp, input: Json): BotConversation | undefined {
  const id = userIdOf(wordIn(input, 'customer'), channelIn(input));
  return [...bots.conversations.values()].findLast(({ user, appId: of }) => user.id === id && of === appId);
}

async function conversationIn(world: World, app: BotApp, input: Json): Promise<BotConversation> {
  const known = found(world, app, input);
  if (known) return known;
  const [customer, channelId] = [wordIn(input, 'customer'), channelIn(input)];
  const user = { id: userIdOf(customer, channelId), name: world.customers.get(customer)?.name ?? customer };
  const conversation = begin(world, app, channelId, user);
  for (const activity of arrivals(world, app, conversation)) await deliver(world, app, activity, proofIn(input));
  return conversation;
}

/** Web Chat tells of the bot and of the person, each by itself; Teams of the app that was installed. */
function arrivals(world: World, app: BotApp, conversation: BotConversation): Json[] {
  const frame = framed(world, app, conversation);
  const came = (member: unknown) => ({ ...frame, type: 'conversationUpdate', id: randomUUID(), membersAdded: [member] });
  if (conversation.channelId === 'msteams')
    return [{ ...frame, type: 'installationUpdate', id: randomUUID(), action: 'add' }, came(frame.recipient)];
  return [{ ...came(frame.recipient), from: { id: conversation.id } }, came(frame.from)];
}

/** POSTs to the bot's endpoint as the service does, once. */
async function deliver(
  world: World,
  app: BotApp,
  activity: Json,
  proof: Proof,
): Promise<{ readonly status: number; readonly body: string }> {
  if (app.url === '') return wrong('url: the bot has no endpoint yet');
  const now = world.time.now();
  const headers = proofOf({ appId: app.appId, serviceUrl: textOf(activity.serviceUrl) || serviceUrlOf(world, 'webchat'), now }, proof);
  try {
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(15_000),
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

/** Bots, conversations and what the connector was asked, for whoever looks. */
export const botsOf = ({ world }: Scene): object => ({
  apps: [...world.bots.apps.values()],
  conversations: [...world.bots.conversations.values()].map((one) => ({ ...one, shown: one.activities.map(wordsOf) })),
  calls: world.bots.calls,
});

/** A line for each activity: its words, or what it is. */
function wordsOf(activity: Json): string {
  const cards = listOf(activity.attachments).flatMap((one) => listOf(objectOf(objectOf(one).content).buttons));
  const titles = cards.filter(isObject).map(({ title }) => `[${textOf(title)}]`);
  const words = [textOf(activity.text), ...titles].filter((part) => part !== '').join(' ');
  return words || textOf(activity.name) || textOf(activity.type);
}
