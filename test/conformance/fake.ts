import { type Capabilities, type ChannelKind, type Outbound, type Outside, SendFailure, type Who } from '../../src/ports/channel';

const SHORT = { max: 40, unit: 'bytes' } as const;

/** Little of everything: short words, small pictures, two choices, and nothing that hears. */
const CAPABILITIES: Capabilities = {
  text: SHORT,
  contents: ['text', 'image', 'buttons', 'location'],
  choices: { buttons: { text: SHORT, most: 2, title: 8, id: 8, titlesDiffer: true }, list: null },
  media: { image: { most: 64, mimes: ['image/jpeg'], caption: { max: 5, unit: 'characters' }, fileName: null } },
  contacts: 0,
  template: null,
  replies: true,
  showsFormer: true,
  reactions: [],
  startsChats: true,
};

const failure = (
  verdict: SendFailure['verdict'],
  code: 'transient' | 'ambiguous' | 'auth' | 'content_invalid' | 'media_problem',
  wait?: number,
) =>
  new SendFailure(
    verdict,
    { code, providerCode: null, detail: 'The fake network said no.' },
    wait === undefined ? {} : { retryAfter: wait },
  );

/** A network that takes JSON and files under an id, and tells what it means by HTTP alone. */
export const fake: ChannelKind = {
  kind: 'fake',
  title: 'Fake',
  config: [
    { name: 'name', required: true, secret: false, says: 'What it is called' },
    { name: 'accessToken', required: true, secret: true, says: 'Any word' },
  ],
  accounts: ({ name }) => (name ? [name] : []),
  capabilities: CAPABILITIES,
  window: { freeText: null, humanAgent: null, templates: false },
  address: called,
  send: async (_, message, outside) => ({ providerMessageId: await idFrom(outside, 'send', inWords(message)) }),
  seen: async (_, { providerMessageId }, outside) => void (await post(outside, 'seen', JSON.stringify({ providerMessageId }))),
  upload: async (_, file, outside) => {
    const bytes = Buffer.concat(await (await file.open()).toArray());
    return { providerId: await idFrom(outside, 'files', bytes), keptFor: 1000 };
  },
};

function called(name: string): Who {
  if (!/^[a-z]+$/.test(name)) throw new TypeError('a name in small letters');
  return { keys: [`fake:${name}`], address: { id: name, display: name } };
}

function inWords({ to, content, file, replyTo }: Outbound): string {
  if (content.type === 'image' && !file?.providerId) throw failure('never', 'media_problem');
  const { mediaId: _, ...said } = { mediaId: null, ...content };
  return JSON.stringify({ to: to.id, ...said, file: content.type === 'image' ? file?.providerId : undefined, replyTo });
}

async function idFrom(outside: Outside, path: string, body: string | Buffer): Promise<string> {
  const answer = await post(outside, path, body);
  const said = (await answer.json().catch(() => null)) as { id?: string } | null;
  if (!said?.id) throw failure('unknown', 'ambiguous');
  return said.id;
}

async function post({ fetch, graphUrl, timeout }: Outside, path: string, body: string | Buffer): Promise<Response> {
  const answer = await fetch(`${graphUrl}/${path}`, {
    method: 'POST',
    headers: { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' },
    body: typeof body === 'string' ? body : new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch((error: { cause?: { code?: string } }) => {
    throw error.cause?.code === 'ECONNREFUSED' ? failure('later', 'transient') : failure('unknown', 'ambiguous');
  });
  if (answer.ok) return answer;
  if (answer.status === 429) throw failure('later', 'transient', Number(answer.headers.get('retry-after') ?? 0) * 1000);
  throw answer.status === 401
    ? failure('later', 'auth')
    : answer.status === 400
      ? failure('never', 'content_invalid')
      : failure('unknown', 'ambiguous');
}
