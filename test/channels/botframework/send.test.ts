import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchMedia } from '../../../channels/botframework/fetch-media';
import { send } from '../../../channels/botframework/send';
import type { Content, Outbound, OutboundFile } from '../../../src/ports/channel';
import { anAnswer } from '../support/meta';
import { aProvider, type Behaviour, type Request } from '../support/provider';
import { ANA, ROUTE } from './activities';
import { APP, aside } from './tokens';

const CONFIG = { appId: APP, appPassword: 'app_password_example', tenantId: '00000000-0000-4000-8000-000000000001' };
const WEB = { ...ROUTE, serviceUrl: 'https://webchat.botframework.com/', channelId: 'webchat', conversation: 'conv/1|x' };
const TAKEN: Behaviour = { status: 200, body: { id: 'srv-1' } };
const fixture = (name: string) => JSON.parse(readFileSync(join(__dirname, 'fixtures', `${name}.json`), 'utf8'));

async function sent(message: Partial<Outbound>, behaviour: Behaviour = TAKEN, config: Record<string, string> = CONFIG) {
  const logIns: Request[] = [];
  const { outside, requests, close } = await aProvider(behaviour, 500, (request) => {
    if (request.url?.endsWith('/token')) logIns.push(request);
    return aside(request);
  });
  const became = await send(config, anAnswer({ to: { id: ANA, display: ANA }, route: WEB, ...message }), outside).catch(
    (failure: unknown) => failure,
  );
  await close();
  return { became, requests, logIns, body: requests[0]?.body as Record<string, never> | undefined };
}

const file = (more: Partial<OutboundFile> = {}): OutboundFile => ({
  type: 'image',
  mime: 'image/png',
  bytes: 3,
  fileName: 'a.png',
  providerId: null,
  link: null,
  open: async () => (await import('node:stream')).Readable.from([Buffer.from('abc')]),
  ...more,
});
const image = { type: 'image', mediaId: 'm', mime: 'image/png', bytes: 3, state: 'ready' } as const satisfies Content;

describe('a message to the connector', () => {
  it('is what the service’s own library would send', async () => {
    const { method, path, body: expected } = fixture('api_outbound_expected_reply');
    const reference = fixture('api_conversation_reference_stored');
    const { bot, user, channelId, serviceUrl, conversation } = { ...reference, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    const route = { bot, user, channelId, serviceUrl, conversation: conversation.id };
    const { requests } = await sent({
      content: { type: 'text', text: expected.text },
      replyTo: `webchat|${conversation.id}|bf-pub-1`,
      route,
    });
    expect(requests).toMatchObject([{ method, url: `/amer${path}`, body: { ...expected, serviceUrl } }]);
  });

  it('goes to its conversation, whatever signs that has, by the app’s token', async () => {
    const { requests, logIns, became } = await sent({});
    expect(requests).toMatchObject([
      { url: '/v3/conversations/conv%2F1%7Cx/activities', headers: { authorization: 'Bearer a.token.for.the.connector' } },
    ]);
    expect(Object.fromEntries(new URLSearchParams(logIns[0]?.bytes.toString()))).toMatchObject({
      grant_type: 'client_credentials',
      client_id: APP,
    });
    expect(logIns[0]?.url).toBe(`/${CONFIG.tenantId}/oauth2/v2.0/token`);
    expect(became).toEqual({ providerMessageId: 'webchat|conv%2F1%7Cx|srv-1' });
  });

  it('of a multi-tenant app is sent with a token of the service’s directory', async () => {
    const { logIns } = await sent({}, TAKEN, { appId: APP, appPassword: 'x' });
    expect(logIns[0]?.url).toBe('/botframework.com/oauth2/v2.0/token');
  });

  it('never leaves for a host that is not the service’s', async () => {
    for (const serviceUrl of [
      'https://evil.example/',
      'https://evil.trafficmanager.net/',
      'https://botframework.com.evil.example/',
      'http://webchat.botframework.com/',
      'https://a@webchat.botframework.com/',
      'no address',
    ]) {
      const { became, requests, logIns } = await sent({ route: { ...WEB, serviceUrl } });
      expect(became).toMatchObject({ verdict: 'never', problem: { code: 'recipient_invalid' } });
      expect([requests, logIns]).toEqual([[], []]);
    }
  });

  it('has choices as buttons on cards, which carry their ids where nobody reads them', async () => {
    const buttons = Array.from({ length: 7 }, (_, at) => ({ id: `id-${at}`, title: `Choice ${at}` }));
    const content: Content = { type: 'buttons', text: 'Which?', buttons };
    const cards = (await sent({ content })).body?.attachments as unknown as { content: { buttons: Record<string, unknown>[] } }[];
    expect(cards.map((card) => card.content.buttons.length)).toEqual([6, 1]);
    expect(cards[0]?.content.buttons[0]).toMatchObject({ type: 'messageBack', title: 'Choice 0', value: { relaydesk: { id: 'id-0' } } });
    const elsewhere = (await sent({ content, route: { ...WEB, channelId: 'telegram' } })).body?.attachments as unknown as typeof cards;
    expect(elsewhere[0]?.content.buttons[0]).toEqual({ type: 'imBack', title: 'Choice 0', value: 'Choice 0' });
  });

  it('has files by their link, small ones inside of it where there is none, and never too large ones', async () => {
    const attachment = async (given: Partial<OutboundFile>, more: Partial<Outbound> = {}) =>
      (await sent({ content: image, file: file(given), ...more })).body?.attachments;
    expect(await attachment({ link: 'https://desk.example/f' })).toEqual([
      { contentType: 'image/png', contentUrl: 'https://desk.example/f', name: 'a.png' },
    ]);
    expect(await attachment({})).toEqual([{ contentType: 'image/png', contentUrl: 'data:image/png;base64,YWJj', name: 'a.png' }]);
    expect((await sent({ content: image, file: file({ bytes: 500_000 }) })).became).toMatchObject({
      verdict: 'never',
      problem: { code: 'media_problem' },
    });
    const paper = { ...image, type: 'document' } as const;
    const inTeams = await attachment({ type: 'document', link: 'https://desk.example/f' }, { content: paper, route: ROUTE });
    expect(inTeams).toMatchObject([{ content: { title: 'a.png', buttons: [{ type: 'openUrl', value: 'https://desk.example/f' }] } }]);
    expect((await sent({ content: paper, file: file({ type: 'document' }), route: ROUTE })).became).toMatchObject({
      problem: { code: 'media_problem' },
    });
  });

  it('to somebody in Teams who never wrote goes into a conversation that is made for it', async () => {
    const { requests, became } = await sent({ route: null }, { status: 201, body: { id: 'a:made' } });
    expect(requests).toMatchObject([
      {
        url: '/teams/v3/conversations',
        body: { members: [{ id: ANA }], tenantId: CONFIG.tenantId, bot: { id: `28:${APP}` }, isGroup: false },
      },
      { url: '/teams/v3/conversations/a%3Amade/activities', body: { text: 'Your parcel leaves today' } },
    ]);
    expect(became).toEqual({ providerMessageId: 'msteams|a%3Amade|a%3Amade' });
    expect((await sent({ route: null }, TAKEN, { appId: APP, appPassword: 'x' })).became).toMatchObject({
      verdict: 'never',
      problem: { code: 'recipient_invalid' },
    });
    // Nothing was said yet: it is surely not sent.
    expect((await sent({ route: null }, { status: 502, body: '' })).became).toMatchObject({ verdict: 'later' });
  });

  // biome-ignore format: a table is read in columns
  it.each<[number, string | null, object]>([
    [403, 'BotNotInConversationRoster', { verdict: 'never',   problem: { code: 'recipient_unavailable' } }],
    [403, 'ConversationBlockedByUser',  { verdict: 'never',   problem: { code: 'recipient_unavailable' } }],
    [403, 'SomethingNew',               { verdict: 'never',   problem: { code: 'unknown' } }],
    [403, null,                         { verdict: 'later',   problem: { code: 'auth' }, options: { pauses: true } }],
    [401, null,                         { verdict: 'later',   problem: { code: 'auth' }, options: { pauses: true } }],
    [404, 'ConversationNotFound',       { verdict: 'never',   problem: { code: 'recipient_unavailable', reason: 'conversation_gone', advice: 'await_customer' } }],
    [400, 'BadSyntax',                  { verdict: 'never',   problem: { code: 'content_invalid' } }],
    [413, 'MessageSizeTooBig',          { verdict: 'never',   problem: { code: 'content_invalid' } }],
    [429, 'Throttled',                  { verdict: 'later',   problem: { code: 'rate_limited' }, options: { scope: 'recipient', retryAfter: 2000 } }],
    [503, 'ServiceUnavailable',         { verdict: 'unknown', problem: { code: 'ambiguous' } }],
    [504, null,                         { verdict: 'unknown', problem: { code: 'ambiguous' } }],
  ])('that is answered %p %p has an end of its own', async (status, code, end) => {
    const { became, requests } = await sent({}, { status, body: code === null ? {} : { error: { code, message: 'No' } } });
    expect(became).toMatchObject(end);
    expect(requests).toHaveLength(status === 401 ? 2 : 1);
  });

  it('knows the recorded refusal', async () => {
    const { http_status: status, body } = fixture('api_connector_error_403_not_in_roster');
    expect((await sent({}, { status, body })).became).toMatchObject({
      verdict: 'never',
      problem: { providerCode: 'BotNotInConversationRoster' },
    });
  });
});

it('gives the app’s token only to the service when it fetches a file', async () => {
  const seen: [string, object][] = [];
  const { outside, close } = await aProvider(TAKEN, 500, aside);
  const open = async (url: string, { headers }: { headers: object }) => {
    seen.push([url, headers]);
    return { status: 200, mime: null, bytes: null, body: (await import('node:stream')).Readable.from([]) };
  };
  const watched = { ...outside, open };
  const fetched = (url: string) => fetchMedia(CONFIG, { id: null, url, sha256: null }, watched);
  await fetched('https://smba.trafficmanager.net/amer/v3/attachments/1/views/original');
  await fetched('https://files.example.test/a.png');
  await close();
  expect(seen).toMatchObject([
    [`${outside.botFrameworkUrl}/amer/v3/attachments/1/views/original`, { authorization: 'Bearer a.token.for.the.connector' }],
    ['https://files.example.test/a.png', {}],
  ]);
  expect(seen[1]?.[1]).not.toHaveProperty('authorization');
});
