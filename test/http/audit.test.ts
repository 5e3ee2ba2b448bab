import { telegram } from '../../channels/telegram';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { ROUTES } from '../../src/http/routes';
import { databases } from '../support/database';
import { APP_SECRET, type AServer, aServer, PASSWORD } from './support/a-server';
import type { Client, Told } from './support/client';
import { aChannel, aText, CONFIG } from './support/whatsapp';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly act: string;
  readonly actor: { readonly id: string; readonly kind: string; readonly name: string };
  readonly address: string | null;
  readonly target: { readonly kind: string; readonly id: string; readonly name: string | null } | null;
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
}

let server: AServer;
let channel: string;

const audit = async (query = ''): Promise<Entry[]> => (await server.admin.get(`/audit?limit=200${query}`)).body.data;
const newest = async (): Promise<Entry> => (await audit())[0] as Entry;
const changed = ({ changes }: Entry) => Object.fromEntries(changes.map(({ path, from, to }) => [path, [from, to]]));

/** What somebody made: its id. */
const made = async (told: Promise<Told>): Promise<string> => {
  const { status, body } = await told;
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.id ?? body.key ?? body.agent.id;
};

let count = 0;
const another = (what: string): string => `${what} ${++count}`;
const anAgent = () =>
  made(server.admin.post('/agents', { name: another('Agent'), email: `agent${count}@example.com`, password: PASSWORD, role: 'agent' }));
const aTeam = () => made(server.admin.post('/teams', { name: another('Team') }));
const aStage = () => made(server.admin.post('/stages', { name: another('Stage'), color: 'teal' }));
const aBot = () => made(server.admin.post('/bots', { name: another('Bot'), kind: 'rules', config: { rules: [] } }));
const aReply = () =>
  made(server.admin.post('/canned-replies', { shortcut: another('c').replace(' ', ''), title: 'Hello', text: 'Hello there' }));
const aToken = () => made(server.admin.post('/tokens', { name: another('Token'), role: 'agent', scopes: ['*'] }));
const REPORT = { type: 'agents', name: 'Agents', from: '2026-11-01', to: '2026-11-30', format: 'csv' };
const SCHEDULE = { type: 'agents', name: 'Agents', period: { days: 7 }, format: 'csv', cron: '0 7 * * 1' };
const aReport = async (): Promise<string> => (await server.admin.post('/reports', REPORT)).body.id;
const aSchedule = () => made(server.admin.post('/report-schedules', SCHEDULE));
const another20 = (): string => `2${String(++count).padStart(14, '0')}`;
const aSecondChannel = () => aChannel(server.admin, { phoneNumberId: another20() });

async function aContact(): Promise<string> {
  await server.tell(channel, aText(`1777${1000000 + ++count}`, 'hello'));
  return (await server.admin.get('/tickets?limit=1')).body.data[0].contact.id;
}

type Example = (admin: Client) => Promise<readonly [path: string, body: unknown, act: string]>;

/** Every call of an admin that changes something, and how its row of the record is named. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  'post /agents': async () => ['/agents', { name: 'New', email: 'new@example.com', role: 'agent' }, 'agent.added'],
  'patch /agents/{id}': async () => [`/agents/${await anAgent()}`, { capacity: 3 }, 'agent.changed'],
  'delete /agents/{id}': async () => [`/agents/${await anAgent()}`, undefined, 'agent.removed'],
  'put /agents/{id}/presence': async () => [`/agents/${await anAgent()}/presence`, { presence: 'away' }, 'agent.changed'],
  'post /agents/{id}/hand-over': async () => [`/agents/${await anAgent()}/hand-over`, { queue: true }, 'agent.hand_over'],
  'post /invites': async () => ['/invites', { name: 'Guest', email: 'guest@example.com', role: 'agent' }, 'agent.added'],
  'post /agents/{id}/invite': async () => {
    const id = await made(server.admin.post('/agents', { name: another('Agent'), email: `agent${count}@example.com`, role: 'agent' }));
    return [`/agents/${id}/invite`, {}, 'agent.invited'];
  },
  'post /agents/{id}/reset-link': async () => [`/agents/${await anAgent()}/reset-link`, {}, 'agent.reset_link_made'],
  'delete /agents/{id}/totp': async () => [`/agents/${await anAgent()}/totp`, undefined, 'agent.two_factor_ended'],
  'post /teams': async () => ['/teams', { name: 'Sales' }, 'team.added'],
  'patch /teams/{id}': async () => [`/teams/${await aTeam()}`, { name: 'Support' }, 'team.changed'],
  'delete /teams/{id}': async () => [`/teams/${await aTeam()}`, undefined, 'team.removed'],
  'put /routing-rules': async () => [
    '/routing-rules',
    { rules: [{ name: 'Bills', when: { words: ['bill'] }, then: { priority: 'high' } }] },
    'rules.changed',
  ],
  'put /targets': async () => [
    '/targets',
    { targets: [{ teamId: null, priority: 'urgent', firstAnswer: 'PT15M', nextAnswer: null, resolution: null }] },
    'targets.changed',
  ],
  'put /fields': async () => ['/fields', { fields: [{ name: 'Order', of: 'ticket', type: 'text' }] }, 'fields.changed'],
  'put /away-reasons': async () => ['/away-reasons', { reasons: [{ name: 'Lunch' }] }, 'away_reasons.changed'],
  'post /stages': async () => ['/stages', { name: 'Waiting for parts', color: 'teal' }, 'stage.added'],
  'put /stages/order': async () => {
    const keys = (await server.admin.get('/stages')).body.data.map(({ key }: { key: string }) => key);
    return ['/stages/order', { keys: keys.reverse() }, 'stage.changed'];
  },
  'patch /stages/{key}': async () => [`/stages/${await aStage()}`, { color: 'rose' }, 'stage.changed'],
  'delete /stages/{key}': async () => [`/stages/${await aStage()}`, undefined, 'stage.removed'],
  'post /channels': async () => [
    '/channels',
    {
      kind: 'whatsapp_cloud',
      name: 'Shop',
      config: { phoneNumberId: another20(), businessAccountId: '102290129340398', accessToken: 'EAAtoken', appSecret: APP_SECRET },
    },
    'channel.added',
  ],
  'patch /channels/{id}': async () => [`/channels/${channel}`, { overrides: { timers: { idleAfter: 'PT1H' } } }, 'channel.changed'],
  'delete /channels/{id}': async () => [`/channels/${await aSecondChannel()}`, undefined, 'channel.removed'],
  'delete /channels/{id}/previous-secret': async () => {
    const id = await aSecondChannel();
    await server.admin.patch(`/channels/${id}`, { config: { appSecret: 'another-secret' } });
    return [`/channels/${id}/previous-secret`, undefined, 'channel.changed'];
  },
  'post /channels/{id}/health/seen-to': async () => {
    const value = { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } };
    const entry = [{ id: CONFIG.businessAccountId, changes: [{ field: 'account_update', value }] }];
    await server.tell(channel, { object: 'whatsapp_business_account', entry });
    return [`/channels/${channel}/health/seen-to`, {}, 'channel.alarms_seen_to'];
  },
  'post /channels/{id}/line': async () => {
    const config = { botToken: `${++count}:a-token-of-a-test`, mode: 'polling' };
    const id = await made(server.admin.post('/channels', { kind: 'telegram', name: 'Bot', config }));
    return [`/channels/${id}/line`, { type: 'restart' }, 'channel.line_asked'];
  },
  'post /bots': async () => ['/bots', { name: 'Greeter', kind: 'rules', config: { rules: [] } }, 'bot.added'],
  'patch /bots/{id}': async () => [`/bots/${await aBot()}`, { name: 'Porter' }, 'bot.changed'],
  'delete /bots/{id}': async () => [`/bots/${await aBot()}`, undefined, 'bot.removed'],
  'patch /settings': async () => ['/settings', { timers: { idleAfter: 'PT10M' } }, 'settings.changed'],
  'post /canned-replies': async () => ['/canned-replies', { shortcut: 'bye', title: 'Bye', text: 'Good bye' }, 'canned_reply.added'],
  'patch /canned-replies/{id}': async () => [`/canned-replies/${await aReply()}`, { text: 'Hi' }, 'canned_reply.changed'],
  'delete /canned-replies/{id}': async () => [`/canned-replies/${await aReply()}`, undefined, 'canned_reply.removed'],
  'post /contacts/{id}/block': async () => [`/contacts/${await aContact()}/block`, {}, 'contact.blocked'],
  'post /contacts/{id}/unblock': async () => {
    const id = await aContact();
    await server.admin.post(`/contacts/${id}/block`, {});
    return [`/contacts/${id}/unblock`, {}, 'contact.unblocked'];
  },
  'post /contacts/{id}/merge': async () => [`/contacts/${await aContact()}/merge`, { contactId: await aContact() }, 'contact.merged'],
  'post /contacts/{id}/unmerge': async () => {
    const [id, contactId] = [await aContact(), await aContact()];
    const { body } = await server.admin.post(`/contacts/${id}/merge`, { contactId });
    return [`/contacts/${id}/unmerge`, { mergeId: body.merges[0].id }, 'contact.parted'];
  },
  'post /contacts/{id}/duplicates/{otherId}/dismiss': async () => [
    `/contacts/${await aContact()}/duplicates/${await aContact()}/dismiss`,
    undefined,
    'contact.kept_apart',
  ],
  'post /reports': async () => ['/reports', REPORT, 'report.added'],
  'post /reports/{id}/again': async () => {
    const id = await aReport();
    await server.admin.post(`/reports/${id}/cancel`);
    return [`/reports/${id}/again`, {}, 'report.again'];
  },
  'post /reports/{id}/cancel': async () => [`/reports/${await aReport()}/cancel`, {}, 'report.cancel'],
  'delete /reports/{id}': async () => [`/reports/${await aReport()}`, undefined, 'report.removed'],
  'post /report-schedules': async () => ['/report-schedules', SCHEDULE, 'report_schedule.added'],
  'patch /report-schedules/{id}': async () => [`/report-schedules/${await aSchedule()}`, { paused: true }, 'report_schedule.changed'],
  'delete /report-schedules/{id}': async () => [`/report-schedules/${await aSchedule()}`, undefined, 'report_schedule.removed'],
  'post /tokens': async () => ['/tokens', { name: 'Shop', role: 'agent', scopes: ['*'] }, 'token.added'],
  'delete /tokens/{id}': async () => [`/tokens/${await aToken()}`, undefined, 'token.removed'],
  'put /me/password': async () => ['/me/password', { current: PASSWORD, next: PASSWORD }, 'agent.password_changed'],
};

/** Calls of admins that leave no row by themselves, and why. */
const SILENT: Readonly<Record<string, string>> = {
  'post /settings/preview': 'changes nothing',
  'post /settings/plan': 'changes nothing',
  'post /replays': 'only reads the record; its result is kept for some days',
  'post /replays/{id}/cancel': 'stops what only reads',
  'post /channels/{id}/preview': 'changes nothing',
  'post /channels/{id}/test': 'asks the network; what it says is in the channel’s health',
  'post /bots/{id}/try': 'changes nothing',
  'post /reports/check': 'changes nothing',
  'post /channels/{id}/templates/preview': 'changes nothing',
  'post /channels/{id}/templates/sync': 'reads what the network has',
  'post /routing-rules/try': 'changes nothing',
  'post /channels/{id}/webhook-events/{eventId}/replay': 'hears again what a network told; the event itself says when',
  'post /trial': 'test/trial/start.test.ts',
  'delete /trial': 'test/trial/start.test.ts',
  'post /trial/phone/say': 'what the trial\u2019s customer does',
  'post /trial/phone/tap': 'what the trial\u2019s customer does',
  'post /trial/phone/react': 'what the trial\u2019s customer does',
  'put /trial/weather': 'weather of the trial\u2019s phone, which is kept nowhere',
};

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string => `${method} ${path}`;

describe.each(databases())('the record on $name', (on) => {
  beforeAll(async () => {
    server = await aServer({ on, kinds: [whatsappCloud, telegram] });
    channel = await aChannel(server.admin);
  });
  afterAll(() => server.close());

  it('knows of every call of an admin that changes something', () => {
    const writes = ROUTES.filter((route) => route.for === 'admins' && route.method !== 'get').map(nameOf);
    const known = [...Object.keys(EXAMPLES), ...Object.keys(SILENT)];
    expect(writes.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !ROUTES.map(nameOf).includes(name))).toEqual([]);
  });

  it.each(Object.keys(EXAMPLES))('has one row of %s', async (name) => {
    const [path, body, act] = await (EXAMPLES[name] as Example)(server.admin);
    const before = (await audit()).map(({ id }) => id);
    const [method = ''] = name.split(' ');
    const told = await server.admin.ask(method.toUpperCase(), path, body);
    expect([told.status < 300, told.body]).toEqual([true, told.body]);
    const rows = (await audit()).filter(({ id }) => !before.includes(id));
    expect(rows.map((row) => row.act)).toEqual([act]);
    expect(rows[0]).toMatchObject({ actor: { kind: 'admin', id: server.admin.id, name: 'Admin' }, address: '127.0.0.1' });
    expect(rows[0]?.target?.id).toMatch(/./);
  });

  it('says what was before and after', async () => {
    await server.admin.patch('/settings', { timers: { idleAfter: 'PT20M' }, routing: { capacity: 9 } });
    const { act, target, changes } = await newest();
    expect([act, target?.kind]).toEqual(['settings.changed', 'settings']);
    expect(changes).toEqual([
      { path: 'timers.idleAfter', from: expect.any(String), to: 'PT20M' },
      { path: 'routing.capacity', from: 5, to: 9 },
    ]);
    const team = await aTeam();
    const agent = await anAgent();
    await server.admin.patch(`/teams/${team}`, { agentIds: [agent], name: 'Repairs' });
    const row = await newest();
    expect([row.act, row.target?.name]).toEqual(['team.changed', 'Repairs']);
    expect(changed(row).name).toEqual([expect.stringMatching(/^Team/), 'Repairs']);
    expect(Object.entries(changed(row)).find(([path]) => path.startsWith('agent'))?.[1]).toEqual([[], [team]]);
  });

  it('says when a token ends as the API says it', async () => {
    const expiresAt = new Date(server.clock.now() + 86_400_000).toISOString();
    await server.admin.post('/tokens', { name: 'Shop', role: 'agent', scopes: ['tickets:read'], expiresAt });
    expect(changed(await newest())).toEqual({ role: [null, 'agent'], scopes: [null, ['tickets:read']], expiresAt: [null, expiresAt] });
  });

  it('holds no secret', async () => {
    const id = await anAgent();
    await server.admin.patch(`/agents/${id}`, { password: 'Another-horse-7', name: 'Renamed' });
    expect(changed(await newest())).toEqual({ password: [null, 'changed'], name: [expect.any(String), 'Renamed'] });
    await server.admin.patch(`/channels/${channel}`, {
      config: { appSecret: 'a-new-app-secret', accessToken: 'EAAnew', verifyToken: 'word' },
    });
    expect(changed(await newest())).toEqual({
      'config.appSecret': ['set', 'changed'],
      'config.accessToken': ['set', 'changed'],
      'config.verifyToken': ['set', 'changed'],
      previousSecret: [null, 'set'],
    });
    const { body } = await server.admin.post('/tokens', { name: 'x', role: 'agent', scopes: ['*'] });
    const all = JSON.stringify(await audit());
    for (const secret of ['Another-horse-7', 'a-new-app-secret', 'EAAnew', APP_SECRET, PASSWORD, body.token, 'hash of'])
      expect(all).not.toContain(secret);
  });

  it('has no word of a customer', async () => {
    await server.tell(channel, aText('15557654321', 'my secret diagnosis'));
    const [{ id, contact }] = (await server.admin.get('/tickets?limit=1')).body.data;
    await server.admin.post(`/tickets/${id}/close`);
    await server.admin.post(`/contacts/${contact.id}/block`);
    const row = await newest();
    expect([row.act, row.target]).toEqual(['contact.blocked', { kind: 'contact', id: contact.id, name: null }]);
    const all = JSON.stringify(await audit());
    for (const word of ['my secret diagnosis', 'Cus Tomer', '15557654321']) expect(all).not.toContain(word);
  });

  it('has no row of what was refused, nor of agents', async () => {
    const ana = await server.agent('Ana');
    const before = (await newest()).id;
    expect((await server.admin.patch('/settings', { timers: { idleAfter: 'PT0S' } })).status).toBe(422);
    expect((await server.admin.post('/stages', { name: 'Open', color: 'teal' })).status).toBe(409);
    await ana.put('/me/presence', { presence: 'online' });
    await server.admin.put('/me/presence', { presence: 'online' });
    expect((await newest()).id).toBe(before);
  });

  it('tells when admins came and went', async () => {
    const told = await server.stranger.post('/session', { email: 'admin@example.com', password: PASSWORD });
    expect(await newest()).toMatchObject({ act: 'session.began', actor: { id: server.admin.id }, address: '127.0.0.1' });
    const [cookie = ''] = told.headers.getSetCookie();
    await server.stranger.delete('/session', { cookie: cookie.split(';')[0] ?? '' });
    expect(await newest()).toMatchObject({ act: 'session.ended', actor: { id: server.admin.id } });
  });

  it('names the token that acted', async () => {
    const { body } = await server.admin.post('/tokens', { name: 'Deployer', role: 'admin', scopes: ['settings:write'] });
    const headers = { cookie: null, origin: null, authorization: `Bearer ${body.token}` };
    expect((await server.admin.patch('/settings', { routing: { capacity: 4 } }, headers)).status).toBe(200);
    expect(await newest()).toMatchObject({ act: 'settings.changed', actor: { kind: 'admin', id: body.id, name: 'Deployer' } });
  });

  it('is found by who, what, which and when, page by page, newest first', async () => {
    const all = await audit();
    expect(all.map(({ id }) => id)).toEqual([...all.map(({ id }) => id)].sort().reverse());
    const [token] = all.filter(({ actor }) => actor.name === 'Deployer');
    expect((await audit(`&actor=${token?.actor.id}`)).map(({ id }) => id)).toEqual([token?.id]);
    const acts = await audit('&act=team.added,team.changed');
    expect(acts.length).toBeGreaterThan(1);
    for (const { act } of acts) expect(['team.added', 'team.changed']).toContain(act);
    const target = acts[0]?.target?.id ?? '';
    for (const row of await audit(`&target=${target}`)) expect(row.target?.id).toBe(target);
    server.clock.forward(60_000);
    const from = new Date(server.clock.now()).toISOString();
    await server.admin.patch('/settings', { routing: { capacity: 6 } });
    expect((await audit(`&from=${from}`)).map(({ act }) => act)).toEqual(['settings.changed']);
    expect((await audit(`&to=${from}`)).length).toBe(Math.min(200, all.length));
    const first = (await server.admin.get('/audit?limit=2')).body;
    const second = (await server.admin.get(`/audit?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.data, ...second.data].map(({ id }: Entry) => id)).toEqual((await audit()).slice(0, 4).map(({ id }) => id));
  });
});
