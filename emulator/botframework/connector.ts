import type { Answer, Call } from '../answer';
import { isObject, type Json, listOf, objectOf, textOf } from '../json';
import type { World } from '../world';
import type { BotApp, BotConversation, BotOrder } from './bots';
import { begin, keep } from './conversations';
import { published } from './tokens';

const LARGEST = 256 * 1024;
const HOUR = 60 * 60 * 1000;
const PATH = /\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/;

/** Answers what the Bot Framework's hosts do: keys, tokens for bots, the connector; null when the path is none of these. */
export function serveBots(world: World, call: Call): Answer | null {
  const { method, url } = call;
  if (method === 'GET' && url.pathname === '/v1/.well-known/openidconfiguration') return ok(described(url.origin));
  if (method === 'GET' && url.pathname === '/v1/.well-known/keys') return ok(published());
  if (method === 'POST' && url.pathname.endsWith('/oauth2/v2.0/token')) return logIn(world, call);
  const path = PATH.exec(url.pathname);
  return method === 'POST' && path ? connect(world, call, path[1]) : null;
}

const ok = (body: object): Answer => ({ status: 200, body });

const described = (origin: string): object => ({
  issuer: 'https://api.botframework.com',
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: `${origin}/v1/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

function logIn({ bots, time, ids }: World, { url, bytes }: Call): Answer {
  const form = new URLSearchParams(bytes.toString('utf8'));
  const app = bots.apps.get(form.get('client_id') ?? '');
  const tenant = url.pathname.split('/').at(-4);
  if (!app || tenant !== (app.tenantId ?? 'botframework.com'))
    return noLogIn(400, 'unauthorized_client', 'AADSTS700016: The application was not found in the directory.');
  if (form.get('client_secret') !== app.password) return noLogIn(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  const token = `twin.${ids.word(24)}`;
  bots.tokens.set(token, { appId: app.appId, until: time.now() + HOUR });
  return ok({ token_type: 'Bearer', expires_in: HOUR / 1000, access_token: token });
}

const noLogIn = (status: number, error: string, words: string): Answer => ({ status, body: { error, error_description: words } });

/** One call of the connector: who calls, what was ordered for it, and then what it is for. */
function connect(world: World, call: Call, encoded: string | undefined): Answer {
  const { bots, time } = world;
  const activity = bodyOf(call.bytes);
  const answer = answerTo(world, call, encoded, activity);
  const status = answer === 'hang' ? 'hang' : answer.status;
  bots.calls.push({ at: time.now(), path: call.url.pathname, type: textOf(activity?.type) || 'conversation', status });
  return answer;
}

function answerTo(world: World, call: Call, encoded: string | undefined, activity: Json | null): Answer {
  const { bots } = world;
  const app = appOf(world, call);
  if (!app) return { status: 401, body: { message: 'Authorization has been denied for this request.' } };
  const order = bots.orders.shift();
  if (order && !order.taken) return ordered(order);
  const answer = encoded === undefined ? create(world, app, activity) : post(world, app, decodeURIComponent(encoded), call, activity);
  return order ? ordered(order) : answer;
}

function appOf({ bots, time }: World, { headers }: Call): BotApp | undefined {
  const given = bots.tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
  return given && given.until > time.now() ? bots.apps.get(given.appId) : undefined;
}

function ordered({ status, code, retryAfter }: BotOrder): Answer {
  if (status === 'hang') return 'hang';
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  return { status, headers, body: code === null ? '<html>' : { error: { code, message: 'It was ordered so.' } } };
}

const no = (status: number, code: string, message: string): Answer => ({ status, body: { error: { code, message } } });

/** A conversation in Teams with somebody who has the app. */
function create(world: World, app: BotApp, asked: Json | null): Answer {
  const id = textOf(objectOf(listOf(asked?.members)[0]).id);
  const known = [...world.bots.conversations.values()].find(({ user, channelId }) => user.id === id && channelId === 'msteams');
  if (!asked || id === '') return no(400, 'BadArgument', 'Members is missing.');
  if (!known) return no(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
  return { status: 201, body: { id: known.appId === app.appId ? known.id : begin(world, app, 'msteams', known.user).id } };
}

function post(world: World, app: BotApp, id: string, { bytes }: Call, activity: Json | null): Answer {
  const conversation = world.bots.conversations.get(id);
  if (!conversation || conversation.appId !== app.appId || conversation.closed === 'left')
    return no(404, 'ConversationNotFound', 'Conversation not found.');
  if (conversation.closed === 'blocked') return no(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  if (bytes.length > LARGEST) return no(413, 'MessageSizeTooBig', 'Message size too large.');
  if (textOf(activity?.type) === '') return no(400, 'BadSyntax', 'The activity has no type.');
  return taken(world, conversation, activity as Json);
}

function taken(world: World, conversation: BotConversation, activity: Json): Answer {
  if (activity.type === 'event' && conversation.channelId === 'msteams') return no(400, 'BadArgument', 'Unknown activity type.');
  if (activity.type === 'typing') return { status: 200, body: {} };
  const { id } = keep(world, conversation, { ...activity, by: 'bot' });
  return { status: conversation.channelId === 'msteams' ? 201 : 200, body: { id } };
}

function bodyOf(bytes: Buffer): Json | null {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(body) ? body : null;
  } catch {
    return null;
  }
}
