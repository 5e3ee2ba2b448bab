import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handTime, openTwin, type Twin } from '../../emulator';
import { START, type Wire } from './support';

const APP = '00000000-0000-4000-8000-0000000b07f0';

describe('the Bot Framework’s side of the twin', () => {
  let twin: Twin;
  let told: { readonly authorization: string | undefined; readonly body: Wire }[];
  let close: () => void;

  beforeAll(async () => {
    told = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      told.push({ authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    close = () => server.close();
    twin = await openTwin({ seed: 'bots', time: handTime(START) });
    await twin.act('bot', { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages` });
  });
  afterAll(async () => {
    close();
    await twin.close();
  });

  const logIn = async (secret = 'twin-app-password', tenant = 'botframework.com') => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: APP, client_secret: secret });
    const response = await fetch(`${twin.url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Wire };
  };
  const post = async (path: string, activity: object, token?: string) => {
    const bearer = token ?? (await logIn()).body.access_token;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    const response = await fetch(`${twin.url}${path}`, { method: 'POST', headers, body: JSON.stringify(activity) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const into = (id: string) => `/amer/v3/conversations/${encodeURIComponent(id)}/activities`;
  const conversation = async (customer: string, channel = 'webchat') =>
    (await twin.act('bot-say', { customer, channel, text: 'Hello' })).conversation as string;

  it('says that both came before somebody speaks, and signs what it says', async () => {
    await conversation('ana');
    expect(told.map(({ body }) => [body.type, body.membersAdded?.[0].id, body.text])).toEqual([
      ['conversationUpdate', `${APP}@twin`, undefined],
      ['conversationUpdate', 'dl_ana', undefined],
      ['message', undefined, 'Hello'],
    ]);
    expect(told.every(({ authorization }) => /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(authorization ?? ''))).toBe(true);
    const keys = await fetch(`${twin.url}/v1/.well-known/openidconfiguration`).then((response) => response.json() as Wire);
    expect(await fetch(keys.jwks_uri).then((response) => response.json())).toMatchObject({
      keys: [{ kty: 'RSA', endorsements: expect.arrayContaining(['webchat']) }],
    });
  });

  it('gives a token to an app that knows its password, in its own directory', async () => {
    expect(await logIn()).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } });
    expect(await logIn('wrong')).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(await logIn(undefined, 'another-tenant')).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } });
  });

  it('takes activities with and without the one that they answer, under an escaped id', async () => {
    const id = await conversation('carla');
    const said = { type: 'message', text: 'Hi' };
    expect(JSON.parse((await post(into(id), said)).text)).toEqual({ id: `${id}|0000002` });
    expect((await post(`${into(id)}/${encodeURIComponent(`${id}|0000001`)}`, said)).status).toBe(200);
    expect((await post(into(await conversation('carla', 'msteams')), said)).status).toBe(201);
  });

  it('refuses as the connector does', async () => {
    const [web, teams] = [await conversation('dana'), await conversation('dana', 'msteams')];
    const said = { type: 'message', text: 'Hi' };
    const ends = async (...calls: Promise<{ status: number; text: string }>[]) =>
      (await Promise.all(calls)).map(({ status, text }) => `${status} ${JSON.parse(text).error?.code}`);
    expect(
      await ends(
        post(into(web), said, 'no-token'),
        post(into('nobody'), said),
        post(into(web), {}),
        post(into(web), { ...said, text: 'x'.repeat(256 * 1024) }),
        post(into(teams), { type: 'event', name: 'handoff.status' }),
        post('/amer/v3/conversations', { members: [{ id: '29:nobody' }] }),
      ),
    ).toEqual([
      '401 undefined',
      '404 ConversationNotFound',
      '400 BadSyntax',
      '413 MessageSizeTooBig',
      '400 BadArgument',
      '403 BotNotInConversationRoster',
    ]);
    await twin.act('bot-leave', { customer: 'dana', state: 'blocked' });
    expect(await ends(post(into(web), said))).toEqual(['403 ConversationBlockedByUser']);
  });

  it('ends calls as it was ordered, and says which it took all the same', async () => {
    const id = await conversation('emil');
    await twin.act('bot-order', { with: 'bad-gateway-taken' });
    await twin.act('bot-order', { with: 'too-many' });
    expect((await post(into(id), { type: 'message', text: 'taken' })).status).toBe(502);
    const refused = await post(into(id), { type: 'message', text: 'not taken' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    const { conversations } = (await fetch(`${twin.url}/twin/bots`, { headers: { authorization: `Bearer ${twin.bearer}` } }).then(
      (response) => response.json(),
    )) as Wire;
    expect(conversations.find((one: Wire) => one.id === id).shown).toEqual(['Hello', 'taken']);
  });
});
