import { tmpdir } from 'node:os';
import { instagram } from '../../channels/instagram';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { handTime, openTwin, type Twin } from '../../emulator';
import { transact } from '../../src/actions/transact';
import { readConfig } from '../../src/config';
import { doctor } from '../../src/doctor';
import type { Announcement } from '../../src/domain/events';
import { runKey } from '../../src/timers/errands';
import { SWEEPS, sweep } from '../../src/timers/sweeps';
import { databases } from '../support/database';
import { type AServer, aServer, PASSWORD } from './support/a-server';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 22, 9);

let count = 0;

/** An account of the twin, as an admin would connect it. */
const aConfig = () => ({
  phoneNumberId: `2000000000001${++count}`,
  businessAccountId: `1000000000001${count}`,
  accessToken: `EAAtwin${count}`,
  appSecret: `twin-app-secret-${count}`,
  verifyToken: `twin-verify-${count}`,
});

describe.each(databases())('how a channel is, on $name', (on) => {
  let server: AServer;
  let twin: Twin;
  let channel: string;
  let config: ReturnType<typeof aConfig>;
  let announced: Announcement[];

  beforeAll(async () => {
    twin = await openTwin({ seed: 'health', time: handTime(START) });
    server = await aServer({ on, outside: { fetch, graphUrl: twin.url } });
    server.desk.bus.listen((more) => void announced.push(...more.filter(({ name }) => name === 'channel.health_changed')));
  });
  beforeEach(async () => {
    announced = [];
    config = aConfig();
    await server.admin.logIn('admin@example.com', PASSWORD);
    channel = await aChannel(server.admin, config);
    const { phoneNumberId: id, businessAccountId: businessId, accessToken, ...secrets } = config;
    await twin.act('account', { id, kind: 'whatsapp', name: 'Casa Lumen', businessId, token: accessToken, ...secrets });
    await twin.act('webhook', { account: id, url: `${server.url}/webhooks/${channel}` });
  });
  afterEach(() => server.admin.delete(`/channels/${channel}`));
  afterAll(async () => {
    await server.close();
    await twin.close();
  });

  const health = async (id = channel) => (await server.admin.get(`/channels/${id}/health`)).body;
  const codes = async (id = channel) => (await health(id)).problems.map(({ code }: { code: string }) => code);
  const check = async (id = channel) => (await server.admin.post(`/channels/${id}/test`, {})).body;
  const now = () => new Date(server.clock.now()).toISOString();
  const forward = async (ms: number) => {
    server.clock.forward(ms);
    await twin.advance(ms);
  };
  /** What a minute does: a sweep, and the errands that are due. */
  const minute = async () => {
    await forward(MINUTE);
    for (const one of SWEEPS.filter(({ name }) => name === 'health')) await sweep(server.desk, one);
    for (const key of await server.store.reads.dueKeys(server.clock.now(), 100)) await runKey(server.desk, key);
  };
  const says = async (text: string) => {
    await twin.act('say', { account: config.phoneNumberId, customer: 'ana', text });
    await twin.advance(0);
  };
  const standing = (over: object) => twin.act('account', { id: config.phoneNumberId, standing: over });

  it('is unknown at first, and good once the network was asked, which happens by itself', async () => {
    const fresh = { ...(await health()), facts: null };
    expect(fresh).toMatchObject({ state: 'unknown', checkedAt: null, problems: [], history: [] });
    await minute();
    expect(await health()).toMatchObject({
      state: 'good',
      checkedAt: now(),
      problems: [],
      facts: {
        accountName: 'Casa Lumen',
        token: { valid: true, expiresAt: null, missing: [] },
        quality: { rating: 'green', limit: 'TIER_1K' },
        subscribed: true,
        otherApps: [],
        webhook: { handshakeAt: expect.any(String) },
      },
    });
    expect(announced).toEqual([{ name: 'channel.health_changed', id: channel }]);
    const { data } = (await server.admin.get('/channel-health')).body;
    expect(data).toEqual([{ channelId: channel, state: 'good', since: now(), checkedAt: now(), problems: [] }]);
    await minute();
    expect((await health()).checkedAt).not.toBe(now());
  });

  it('is for admins, of channels that there are', async () => {
    const ana = await server.agent('Ana');
    expect((await ana.get(`/channels/${channel}/health`)).status).toBe(403);
    expect((await ana.post(`/channels/${channel}/test`, {})).status).toBe(403);
    expect((await server.admin.post('/channels/nobody/test', {})).status).toBe(404);
  });

  it('turns bad within a sweep when the token expires in mid-traffic, and good with a new one', async () => {
    await minute();
    await says('hello');
    await standing({ tokenEndsAt: server.clock.now() });
    const [ticket] = (await server.admin.get('/tickets')).body.data;
    await server.admin.put('/me/presence', { presence: 'online' });
    const answer = { content: { type: 'text', text: 'Hi' } };
    expect((await server.admin.post(`/tickets/${ticket.id}/messages`, answer, { 'idempotency-key': 'hi' })).status).toBe(201);
    await minute();
    await minute();
    expect(await health()).toMatchObject({ state: 'bad', since: expect.any(String), facts: { queue: { waiting: 1 } } });
    expect(await codes()).toEqual(['token_invalid', 'paused']);
    expect((await health()).problems[0]).toMatchObject({ severity: 'bad', says: expect.stringContaining('Session has expired') });
    await twin.act('account', { id: config.phoneNumberId, token: 'EAAtwinNewToken' });
    await standing({ tokenEndsAt: null });
    await server.admin.patch(`/channels/${channel}`, { config: { accessToken: 'EAAtwinNewToken' } });
    await minute();
    await minute();
    expect(await health()).toMatchObject({
      state: 'good',
      problems: [],
      facts: { lastEventAt: expect.any(String), queue: { waiting: 0 } },
    });
    expect((await health()).facts.lastSentAt).not.toBeNull();
    expect((await health()).history.map(({ state }: { state: string }) => state)).toEqual(['good', 'bad', 'good']);
  });

  it('knows when a token will end, without asking again', async () => {
    const endsAt = server.clock.now() + 8 * DAY;
    await standing({ tokenEndsAt: endsAt });
    await says('hello');
    await check();
    expect(await codes()).toEqual([]);
    await forward(DAY + HOUR);
    await server.admin.logIn('admin@example.com', PASSWORD);
    expect((await check()).problems).toMatchObject([
      { code: 'token_expiring', severity: 'warning', facts: { expiresAt: new Date(endsAt).toISOString() } },
    ]);
    expect((await health()).state).toBe('good');
  });

  it('tells a token that lacks a permission, IDs of somebody else, an app that is not subscribed, and other apps', async () => {
    await standing({ scopes: ['whatsapp_business_messaging'], otherApps: [{ id: '42', name: 'Another inbox' }] });
    await server.admin.patch(`/channels/${channel}`, { name: 'Store line' });
    expect((await check()).problems).toMatchObject([
      { code: 'scopes_missing', says: expect.stringContaining('whatsapp_business_management') },
      { code: 'other_apps', facts: { apps: [{ id: '42', name: 'Another inbox' }] } },
    ]);
    const config = readConfig(
      { DATA_DIR: tmpdir(), DATABASE_URL: server.databaseUrl, SECRET_KEY: 'a key of a test that is long enough' },
      false,
    );
    const found = (await doctor(config)).filter(({ name, says }) => name === 'channel' && says.startsWith('Store line'));
    expect(found).toEqual([
      { name: 'channel', state: 'ok', says: `Store line (whatsapp_cloud): new, its network answered at ${now()}` },
      { name: 'channel', state: 'BAD', says: expect.stringMatching(/lacks whatsapp_business_management\. Make an access token/) },
      { name: 'channel', state: 'warn', says: expect.stringContaining('Another inbox') },
    ]);
    const measured = (await server.stranger.get('//metrics')).body;
    expect(measured).toContain('relaydesk_channels{kind="whatsapp_cloud",health="bad"} 1');
    await standing({ scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'], subscribed: false });
    expect((await check()).problems.map(({ code }: { code: string }) => code)).toEqual(['not_subscribed', 'other_apps']);
    await server.admin.patch(`/channels/${channel}`, { config: { phoneNumberId: '299999999999999' } });
    expect((await check()).problems).toMatchObject([{ code: 'wrong_account', says: expect.stringContaining('phone number ID') }]);
  });

  it('says that the network can’t be asked, and keeps what it knew', async () => {
    await check();
    const { url } = twin;
    Object.assign(server.desk.outside, { graphUrl: 'http://127.0.0.1:9' });
    expect(await check()).toMatchObject({ state: 'good', facts: { accountName: 'Casa Lumen', check: { failedSince: now() } } });
    server.clock.forward(HOUR);
    expect((await check()).problems).toMatchObject([{ code: 'unreachable', says: expect.not.stringContaining('EAA') }]);
    Object.assign(server.desk.outside, { graphUrl: url });
    expect(await check()).toMatchObject({ state: 'good', problems: [] });
  });

  it('keeps what the network says of the account until it takes it back, or an admin has seen to it', async () => {
    await check();
    const news = async (field: string, value: object) => {
      await twin.act('news', { account: config.phoneNumberId, field, value });
      await twin.advance(0);
      await minute();
    };
    const limited = { display_phone_number: '15550100001', event: 'FLAGGED', max_daily_conversations_per_business: 'TIER_250' };
    await news('phone_number_quality_update', limited);
    expect(await codes()).toEqual(['account_alarm', 'quality_low']);
    expect((await health()).facts.quality).toMatchObject({ rating: 'red', limit: 'TIER_250' });
    await news('phone_number_quality_update', { ...limited, event: 'UNFLAGGED' });
    expect(await codes()).toEqual([]);
    await news('account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } });
    expect((await health()).problems).toMatchObject([{ code: 'account_alarm', says: expect.stringContaining('SCAM') }]);
    const seenTo = await server.admin.post(`/channels/${channel}/health/seen-to`, {});
    expect([seenTo.status, seenTo.body.state, seenTo.body.facts.alarms]).toEqual([200, 'good', []]);

    // The account has two numbers: what is said of it concerns both, and what is said of one is asked for anew.
    const second = await aChannel(server.admin, { ...config, phoneNumberId: `1${config.phoneNumberId}` });
    await news('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: [] });
    await minute();
    expect([await codes(), await codes(second)]).toEqual([['account_alarm'], ['wrong_account', 'account_alarm']]);
    await server.admin.post(`/channels/${channel}/health/seen-to`, {});
    await standing({ quality: 'RED' });
    await news('phone_number_quality_update', limited);
    await minute();
    expect([await codes(), await codes(second)]).toEqual([['quality_low'], ['wrong_account', 'account_alarm']]);
    await server.admin.delete(`/channels/${second}`);
  });

  it('says whose app secret signs, and that two channels have each other’s URL', async () => {
    const second = await aChannel(server.admin, { phoneNumberId: '106540352242922', appSecret: 'the-secret-of-another-app' });
    await server.tell(channel, aText('15551110001', 'hello'), 'the-secret-of-another-app');
    for (let time = 0; time < 2; time++) await server.tell(channel, aText('15551110001', 'hello'), 'nobody’s');
    await check();
    expect((await health()).problems).toMatchObject([
      { code: 'foreign_secret', facts: { channelId: second, count: 1 } },
      { code: 'signature_failures', facts: { inARow: 3 } },
    ]);
    await says('signed right');
    await check();
    expect(await codes()).toEqual([]);

    await server.admin.patch(`/channels/${second}`, { config: { appSecret: config.appSecret } });
    await server.tell(second, aText('15551110001', 'by the other', { number: config.phoneNumberId }), config.appSecret);
    await check();
    expect([await codes(), (await health()).facts.otherUrl]).toEqual([[], { channelId: second, count: 1, lastAt: now(), swapped: false }]);
    // One app has one URL: what was shaken there holds for all of its channels.
    expect((await health(second)).facts.webhook.handshakeAt).not.toBeNull();
    await server.tell(channel, aText('15551110001', 'by this one'), config.appSecret);
    await check(second);
    await check();
    expect(await codes()).toEqual(['swapped_urls']);
    expect((await health(second)).problems.map(({ code }: { code: string }) => code)).toContain('swapped_urls');
  });

  it('notices receipts and answers of messages that it does not know, after the hour in which they may come early', async () => {
    const status = (id: string) => ({ id, status: 'delivered', timestamp: String(server.clock.now() / 1000), recipient_id: '15550100101' });
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550100001', phone_number_id: config.phoneNumberId },
      statuses: ['wamid.A', 'wamid.B', 'wamid.C'].map(status),
    };
    const payload = {
      object: 'whatsapp_business_account',
      entry: [{ id: config.businessAccountId, changes: [{ field: 'messages', value }] }],
    };
    expect(await server.tell(channel, payload, config.appSecret)).toBe(200);
    expect((await check()).problems).toEqual([]);
    await forward(HOUR + MINUTE);
    expect(await check()).toMatchObject({ state: 'good', problems: [{ code: 'gaps' }], facts: { gaps: { statuses: 3, replies: 0 } } });
    await standing({ otherApps: [{ id: '42', name: 'Another inbox' }] });
    expect((await check()).problems).toMatchObject([{ code: 'other_apps' }]);
  });

  it('is alarmed by a silence that is against the channel’s own rhythm', async () => {
    const busy = Array.from({ length: 5 * 7 * 24 }, (_, hour) => server.clock.now() - (hour + 4) * HOUR + MINUTE);
    const row = { channelId: channel, account: null, kind: 'message', outcome: 'applied', reason: null, ticketId: null } as const;
    await transact(server.desk, async (tx, ledger) => {
      for (const heardAt of busy.reverse().flatMap((at) => Array.from({ length: 8 }, () => at)))
        ledger.addWebhookEvent({ ...row, id: server.desk.newId(), raw: null, heardAt, replayedAt: null });
      const known = ledger.house.channels.find(({ id }) => id === channel);
      if (known) await tx.saveChannel({ ...known, createdAt: START - 60 * DAY });
    });
    await minute();
    expect((await health()).problems).toEqual([]);
    for (let time = 0; time < 11; time++) await minute();
    expect((await health()).problems).toMatchObject([{ code: 'silence', facts: { hours: 3, usual: 24, weeks: 4 } }]);
    await says('here I am');
    await minute();
    expect(await health()).toMatchObject({ state: 'good', problems: [] });
  });
});

it('tells no token and no number that the network quotes when it looks at the token', async () => {
  const message = 'Error validating access token EAAshort of +1 555 010 0101';
  const outside = {
    fetch: async () => Response.json({ data: { is_valid: false, error: { message } } }),
    open: () => Promise.reject(new Error('no link is opened')),
    graphUrl: null,
    telegramUrl: null,
    botFrameworkUrl: null,
    call: async () => Promise.reject(new Error('nobody')),
    graphVersion: 'v25.0',
    timeout: 2000,
    now: () => START,
  };
  const facts = await whatsappCloud.check?.({ ...aConfig(), accessToken: 'EAAshort' }, outside, START);
  expect(facts?.token).toMatchObject({ valid: false, detail: 'Error validating access token … of …01' });
});

it('tells the account ID of Instagram from the app-scoped one, and from somebody else’s', async () => {
  const twin = await openTwin({ seed: 'health', time: handTime(START) });
  const outside = {
    fetch,
    open: async () => {
      throw new Error('no link is opened');
    },
    graphUrl: twin.url,
    telegramUrl: null,
    botFrameworkUrl: null,
    call: async () => Promise.reject(new Error('nobody')),
    graphVersion: 'v25.0',
    timeout: 2000,
    now: () => START,
  };
  const facts = (over: Record<string, string>) =>
    instagram.check?.(
      { accountId: '17841400000000001', accessToken: 'IGAAtwinInstagram', appSecret: 'x', login: 'instagram', ...over },
      outside,
      START,
    );
  expect(await facts({})).toMatchObject({ name: 'casa.lumen', wrong: null, token: { valid: true }, subscribed: null, otherApps: null });
  expect(await facts({ accountId: '24100000000000001' })).toMatchObject({ wrong: { do: expect.stringContaining('17841400000000001') } });
  expect(await facts({ accountId: '17841400000000009' })).toMatchObject({ wrong: { says: expect.stringContaining('another account') } });
  expect(await facts({ login: 'facebook' })).toMatchObject({ wrong: null, subscribed: true, otherApps: [], token: { missing: [] } });
  expect(await facts({ accessToken: 'nonsense' })).toMatchObject({ token: { valid: false } });
  expect([{ login: 'instagram' }, { login: 'facebook' }].map((config) => instagram.tokenLife?.(config))).toEqual([60 * DAY, null]);
  await twin.close();
});
