import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel } from './support/whatsapp';

const text = (said: string) => ({ type: 'text', text: said });
const CONFIG = {
  rules: [{ when: { keywords: ['hours'] }, reply: [text('Nine to five')], then: 'stay' }],
  fallback: { reply: [text('Pardon?')], handoffAfter: 2 },
};
const BOT = { name: 'Front', kind: 'rules', config: CONFIG };

describe.each(databases().slice(0, 1))('bots over HTTP', (on) => {
  let server: AServer;
  let admin: Client;
  let channel: string;

  beforeAll(async () => {
    server = await aServer({ on });
    admin = server.admin;
    channel = await aChannel(admin);
  });
  afterAll(() => server.close());

  const aBot = async () => (await admin.post('/bots', BOT)).body.id as string;
  const pathsOf = (body: { errors: { path: string }[] }) => body.errors.map(({ path }) => path);

  it('are added, listed, read, changed and deleted', async () => {
    const made = await admin.post('/bots', BOT);
    expect([made.status, made.body]).toEqual([
      201,
      {
        ...BOT,
        id: expect.any(String),
        createdAt: expect.stringMatching(/Z$/),
        updatedAt: expect.stringMatching(/Z$/),
        version: 1,
      },
    ]);
    const one = `/bots/${made.body.id}`;
    expect((await admin.get(one)).body).toEqual(made.body);
    expect((await admin.get('/bots')).body).toEqual({ data: [made.body], nextCursor: null });
    const changed = await admin.patch(one, { name: 'Back', config: { fallback: { handoffAfter: 0 } } }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({
      name: 'Back',
      version: 2,
      config: { ...CONFIG, fallback: { reply: [text('Pardon?')], handoffAfter: 0 } },
    });
    expect((await admin.patch(one, { name: 'Front' }, { 'if-match': '"1"' })).body).toMatchObject({ status: 412, code: 'stale' });
    expect((await admin.delete(one)).status).toBe(204);
    expect([(await admin.get(one)).status, (await admin.delete(one)).status]).toEqual([404, 404]);
    expect((await admin.get('/bots')).body.data).toEqual([]);
  });

  it('are added once for one Idempotency-Key', async () => {
    const add = () => admin.post('/bots', BOT, { 'idempotency-key': 'a bot' });
    const [first, second] = [await add(), await add()];
    expect([second.status, second.body, second.headers.get('idempotent-replayed')]).toEqual([201, first.body, 'true']);
  });

  it.each([
    ['an unknown field', { ...BOT, colour: 'red' }, ['colour']],
    ['a kind that is none', { ...BOT, kind: 'oracle' }, ['kind']],
    ['a name without a letter', { ...BOT, name: ' ' }, ['name']],
    ['a configuration that is no object', { ...BOT, config: [] }, ['config']],
    [
      'a pattern that does not compile',
      { ...BOT, config: { rules: [{ ...CONFIG.rules[0], when: { pattern: '(' } }] } },
      ['config.rules.0.when.pattern'],
    ],
    ['a content that can\u2019t be sent', { ...BOT, config: { rules: [], welcome: [{ type: 'order' }] } }, ['config.welcome.0.type']],
  ])('refuse %s', async (_, body, paths) => {
    const told = await admin.post('/bots', body);
    expect([told.status, told.body.code, pathsOf(told.body)]).toEqual([422, 'invalid', paths]);
  });

  it('take no other kind in a PATCH', async () => {
    const told = await admin.patch(`/bots/${await aBot()}`, { kind: 'rules' });
    expect([told.status, pathsOf(told.body)]).toEqual([422, ['kind']]);
  });

  it('refuse a configuration of boxes in boxes', async () => {
    const deep = `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`;
    expect((await admin.post('/bots', `{"name":"x","kind":"rules","config":${deep}}`)).status).toBe(422);
    expect((await admin.patch(`/bots/${await aBot()}`, `{"config":{"fallback":${deep}}}`)).status).toBe(422);
  });

  it('are tried', async () => {
    const attempt = async (body: object) => (await admin.post(`/bots/${await aBot()}/try`, body)).body;
    expect(await attempt({ text: 'HOURS?' })).toEqual({ says: [text('Nine to five')], handoff: null, matched: [0], failed: null });
    expect(await attempt({ payload: 'hours' })).toMatchObject({ says: [text('Pardon?')], matched: ['fallback'] });
    for (const wrong of [{}, { text: 'a', payload: 'b' }, { text: '' }, { word: 'a' }])
      expect(await attempt(wrong)).toMatchObject({ status: 422 });
    expect((await admin.post('/bots/nobody/try', { text: 'a' })).status).toBe(404);
  });

  it('are given to a channel, which keeps them from being deleted', async () => {
    const botId = await aBot();
    const give = (id: unknown) => admin.patch(`/channels/${channel}`, { botId: id });
    expect((await give(botId)).body.botId).toBe(botId);
    expect((await admin.delete(`/bots/${botId}`)).body).toMatchObject({
      status: 409,
      code: 'in_use',
      channels: [{ id: channel, name: 'Front desk' }],
    });
    expect((await admin.patch(`/channels/${channel}`, { name: 'Front desk' })).body.botId).toBe(botId);
    const unknown = await give('nobody');
    expect([unknown.status, pathsOf(unknown.body)]).toEqual([422, ['botId']]);
    expect((await give(null)).body.botId).toBeNull();
    expect((await admin.delete(`/bots/${botId}`)).status).toBe(204);
  });

  it('are for admins', async () => {
    const ana = await server.agent('Ana');
    const botId = await aBot();
    const told = [
      await ana.get('/bots'),
      await ana.get(`/bots/${botId}`),
      await ana.post('/bots', BOT),
      await ana.patch(`/bots/${botId}`, {}),
      await ana.delete(`/bots/${botId}`),
      await ana.post(`/bots/${botId}/try`, { text: 'hi' }),
    ];
    expect(told.map(({ status }) => status)).toEqual(Array(6).fill(403));
  });
});
