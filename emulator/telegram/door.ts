import type { Answer, Call } from '../answer';
import { isObject, type Json, listOf, objectOf, textOf } from '../json';
import type { World } from '../world';
import { SENDS, send } from './sends';
import { type Bot, botUser, type File, type Reply } from './town';
import { bringAll, no, poll } from './updates';

const MOST_FETCHED = 20 * 1024 * 1024;

interface Asked {
  readonly world: World;
  readonly bot: Bot;
  readonly body: Json;
  readonly gone: NonNullable<Call['gone']>;
}

type Method = (asked: Asked) => Reply | Promise<Reply>;

const done = (result: unknown): Reply => ({ status: 200, body: { ok: true, result } });

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['getMe', ({ bot }) => done(botUser(bot))],
  ['setWebhook', setWebhook],
  [
    'deleteWebhook',
    ({ bot }) => {
      bot.webhook = null;
      return done(true);
    },
  ],
  ['getWebhookInfo', ({ bot }) => done(infoOf(bot))],
  [
    'getUpdates',
    ({ world, bot, body, gone }) => {
      if (Array.isArray(body.allowed_updates)) bot.allowed = allowedIn(body);
      return poll(world, bot, body, gone);
    },
  ],
  ['getFile', getFile],
  ['answerCallbackQuery', answerTap],
  ['setMessageReaction', setReaction],
  [
    'sendChatAction',
    ({ world, bot, body }) => {
      world.telegram.typing.set(`${bot.token}/${String(body.chat_id)}`, world.time.now() + 5000);
      return done(true);
    },
  ],
]);

/** The Bot API and the place of its files, of which the twin is one at TELEGRAM_API_URL; null for any other path. */
export async function serveTelegram(world: World, call: Call): Promise<Answer | null> {
  const [, isFile, token = '', rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(call.url.pathname) ?? [];
  if (rest === '') return null;
  const bot = world.telegram.bots.get(decodeURIComponent(token));
  if (isFile) return bot ? fileAt(world, rest) : { status: 404, body: 'Not Found' };
  if (!bot) return /^\d+:/.test(decodeURIComponent(token)) ? no(401, 'Unauthorized') : no(404, 'Not Found');
  const { body, files } = await bodyOf(call);
  const answer = await obey({ world, bot, body, gone: call.gone ?? (() => undefined) }, rest, files);
  world.telegram.calls.push({ method: rest, body, status: answer === 'hang' ? 'hang' : answer.status });
  return answer;
}

/** First what was ordered, then whether the bot asks too much, then the method itself. */
async function obey(asked: Asked, method: string, files: ReadonlyMap<string, File>): Promise<Reply | 'hang'> {
  const { world, bot, body } = asked;
  const order = SENDS.has(method) ? bot.orders.shift() : undefined;
  if (order?.taken) send(world, bot, method, body, files);
  if (order?.retryAfter) bot.quietUntil = world.time.now() + order.retryAfter * 1000;
  if (order) return order.status === 'hang' ? 'hang' : no(order.status, order.description, patience(order.retryAfter));
  const quiet = Math.ceil((bot.quietUntil - world.time.now()) / 1000);
  if (SENDS.has(method) && quiet > 0) return no(429, `Too Many Requests: retry after ${quiet}`, patience(quiet));
  if (SENDS.has(method)) return send(world, bot, method, body, files);
  return METHODS.get(method)?.(asked) ?? no(404, 'Not Found');
}

const patience = (retry_after: number | null): object | undefined => (retry_after === null ? undefined : { retry_after });

/** A webhook is https on the ports that Telegram knows; this machine is taken as it is. */
async function setWebhook({ world, bot, body }: Asked): Promise<Reply> {
  const [url, secret] = [textOf(body.url), textOf(body.secret_token)];
  if (secret !== '' && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) return no(400, 'Bad Request: secret token contains unallowed characters');
  if (url !== '' && !/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)\b)/.test(url))
    return no(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
  bot.webhook = url === '' ? null : { url, secret };
  bot.allowed = allowedIn(body);
  bot.lastError = null;
  // Told once the answer is away.
  if (bot.webhook) world.time.after(0, () => bringAll(world, bot));
  return done(true);
}

/** Not said = as before; an empty list = all but reactions. */
function allowedIn({ allowed_updates }: Json): readonly string[] | null {
  const named = listOf(allowed_updates).filter((one): one is string => typeof one === 'string');
  return named.length > 0 ? named : null;
}

const infoOf = ({ webhook, pending, allowed, lastError }: Bot): object => ({
  url: webhook?.url ?? '',
  has_custom_certificate: false,
  pending_update_count: pending.length,
  max_connections: 40,
  ...(allowed ? { allowed_updates: allowed } : {}),
  ...(lastError ? { last_error_date: Math.floor(lastError.at / 1000), last_error_message: lastError.says } : {}),
});

function getFile({ world, body }: Asked): Reply {
  const id = textOf(body.file_id);
  const file = world.telegram.files.get(id);
  if (!file) return no(400, 'Bad Request: invalid file_id');
  if (file.bytes.length > MOST_FETCHED) return no(400, 'Bad Request: file is too big');
  return done({ file_id: id, file_size: file.bytes.length, file_path: `documents/${id}` });
}

/** As Telegram gives out all files: without a word on what they are. */
function fileAt({ telegram }: World, path: string): Answer {
  const file = telegram.files.get(path.replace(/^documents\//, ''));
  return file
    ? { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: file.bytes }
    : { status: 404, body: 'Not Found' };
}

function answerTap({ world, body }: Asked): Reply {
  const id = textOf(body.callback_query_id);
  if (!world.telegram.taps.has(id)) return no(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
  world.telegram.taps.set(id, 'answered');
  return done(true);
}

function setReaction({ world, bot, body }: Asked): Reply {
  const said = world.telegram.said.find(
    (one) => one.bot === bot.token && String(one.person) === String(body.chat_id) && one.message.message_id === Number(body.message_id),
  );
  if (!said) return no(400, 'Bad Request: message to react not found');
  const [first] = listOf(body.reaction).filter(isObject);
  if (first && /\ufe0f/.test(textOf(first.emoji))) return no(400, 'Bad Request: REACTION_INVALID');
  said.reaction = first ? textOf(first.emoji) : null;
  return done(true);
}

/** Words as JSON, or with files in a form. */
async function bodyOf({ headers, bytes, url }: Call): Promise<{ body: Json; files: Map<string, File> }> {
  const type = headers['content-type'] ?? '';
  const files = new Map<string, File>();
  if (!type.startsWith('multipart/')) return { body: jsonOf(bytes) ?? Object.fromEntries(url.searchParams), files };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') body[name] = value;
    else files.set(name, { bytes: Buffer.from(await value.arrayBuffer()), mime: value.type, fileName: value.name || null });
  }
  return { body, files };
}

function jsonOf(bytes: Buffer): Json | null {
  try {
    return bytes.length === 0 ? null : objectOf(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
