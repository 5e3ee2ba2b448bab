import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;

describe.each(databases())('tokens on $name', (on) => {
  let server: AServer;
  let channel: string;
  const timers = handTimers();

  beforeAll(async () => {
    server = await aServer({ on, later: timers.later });
    channel = await aChannel(server.admin);
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
  });
  afterAll(() => server.close());

  const make = async (over: object = {}) => {
    const told = await server.admin.post('/tokens', { name: 'Shop', role: 'agent', scopes: ['*'], ...over });
    expect(told.status).toBe(201);
    return told.body as { id: string; token: string };
  };
  /** A machine: no cookie, no Origin. */
  const machine = (token: string) => {
    const client = new Client(server.url);
    const ask = client.ask;
    client.ask = (method, path, body, headers = {}) =>
      ask.call(client, method, path, body, { origin: null, authorization: `Bearer ${token}`, ...headers });
    return client;
  };

  let customers = 0;
  async function aTicket() {
    const phone = `1666${1000000 + ++customers}`;
    expect(await server.tell(channel, aText(phone, 'hello'))).toBe(200);
    return (await server.admin.get('/tickets?limit=1')).body.data[0] as { id: string; chatId: string };
  }

  it('are shown once, kept as a hash, and listed without it', async () => {
    const { id, token } = await make({ name: 'Once' });
    expect(token).toMatch(/^rd_[\w-]{43}$/);
    const { body } = await server.admin.get('/tokens');
    expect(body.data[0]).toMatchObject({ id, name: 'Once', role: 'agent', scopes: ['*'], teamIds: [], expiresAt: null, lastUsedAt: null });
    expect(body.data[0].createdBy).toEqual({ id: server.admin.id, name: 'Admin' });
    expect(JSON.stringify(body)).not.toContain(token);
    const row = await server.store.reads.token({ id });
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('are not kept by an Idempotency-Key either', async () => {
    const [key, body] = [{ 'idempotency-key': 'again' }, { name: 'Keyed', role: 'agent', scopes: ['tickets:read'] }];
    const first = await server.admin.post('/tokens', body, key);
    const again = await server.admin.post('/tokens', body, key);
    expect(again.body).toEqual({ ...first.body, token: null });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('say who they are, and need neither a cookie nor an Origin', async () => {
    const { id, token } = await make({ name: 'Who', scopes: ['stages:write', 'stages:read'], role: 'admin' });
    const { body } = await machine(token).get('/me');
    expect(body).toMatchObject({ id, name: 'Who', role: 'admin', presence: 'offline' });
    expect(body.token).toEqual({ scopes: ['stages:read', 'stages:write'], expiresAt: null });
    expect((await machine(token).post('/stages', { name: 'By a machine', color: 'teal' })).status).toBe(201);
    expect((await server.admin.get('/me')).body.token).toBeNull();
  });

  it('win beside a cookie, also when they do not hold', async () => {
    const { id, token } = await make();
    const both = { cookie: server.admin.cookie };
    expect((await machine(token).get('/me', both)).body.id).toBe(id);
    expect((await machine('rd_nobody').get('/me', both)).body).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect((await machine(token).get('/me', { ...both, authorization: 'Basic eA==' })).status).toBe(401);
  });

  it('are told which scope they lack, before anything else is looked at', async () => {
    const { token } = await make({ scopes: ['tickets:read'] });
    const narrow = machine(token);
    expect((await narrow.get('/tickets')).status).toBe(200);
    for (const path of ['/tickets/nobody/close', '/tickets/bulk'])
      expect((await narrow.post(path, { surprise: 1 })).body).toMatchObject({ status: 403, code: 'scope_missing', scope: 'tickets:write' });
    expect((await narrow.put('/me/presence', { presence: 'online' })).body).toMatchObject({ status: 403, code: 'people_only' });
  });

  it('do no more than their role', async () => {
    const { token } = await make({ role: 'agent' });
    expect((await machine(token).get('/agents')).body.code).toBe('forbidden');
  });

  it('end when they are over, and when they are revoked', async () => {
    const brief = await make({ expiresAt: new Date(server.clock.now() + MINUTE).toISOString() });
    const revoked = await make();
    expect((await machine(brief.token).get('/me')).body.token.expiresAt).toBe(new Date(server.clock.now() + MINUTE).toISOString());
    server.clock.forward(MINUTE);
    expect((await machine(brief.token).get('/me')).status).toBe(401);
    expect((await machine(revoked.token).get('/me')).status).toBe(200);
    expect((await server.admin.delete(`/tokens/${revoked.id}`)).status).toBe(204);
    expect((await machine(revoked.token).get('/me')).status).toBe(401);
    expect((await server.admin.delete(`/tokens/${revoked.id}`)).status).toBe(404);
    expect((await server.admin.get('/tokens?limit=200')).body.data.map(({ id }: { id: string }) => id)).not.toContain(revoked.id);
  });

  it('are refused when they are made wrong', async () => {
    const wrong = async (over: object) =>
      (await server.admin.post('/tokens', { name: 'x', role: 'agent', scopes: ['*'], ...over })).body.errors.map(
        ({ path }: { path: string }) => path,
      );
    expect(await wrong({ scopes: ['tickets:burn'] })).toEqual(['scopes.0']);
    expect(await wrong({ scopes: [] })).toEqual(['scopes']);
    expect(await wrong({ teamIds: ['nobody'] })).toEqual(['teamIds']);
    expect(await wrong({ expiresAt: '2020-01-01T00:00:00.000Z' })).toEqual(['expiresAt']);
  });

  it('remember when they were used, give or take five minutes', async () => {
    const { id, token } = await make();
    const usedAt = async () => (await server.store.reads.token({ id }))?.usedAt;
    await machine(token).get('/me');
    const first = await usedAt();
    expect(first).toBe(server.clock.now());
    server.clock.forward(4 * MINUTE);
    await machine(token).get('/me');
    expect(await usedAt()).toBe(first);
    server.clock.forward(MINUTE);
    await machine(token).get('/me');
    expect(await usedAt()).toBe(server.clock.now());
  });

  it('write to a customer without taking the ticket, and can have none', async () => {
    const { id, token } = await make({ name: 'Orders' });
    const [bot, ticket] = [machine(token), await aTicket()];
    const { body: seen } = await bot.get(`/tickets/${ticket.id}`);
    expect(seen).toMatchObject({ status: 'pending', waiting: true });
    expect(seen.allowedActions).toContain('reply');
    expect(seen.allowedActions).not.toContain('take');
    const told = await bot.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'Your order is on its way.' } });
    expect([told.status, told.body.author]).toEqual([201, { kind: 'agent', id, name: 'Orders' }]);
    expect((await server.admin.get(`/tickets/${ticket.id}`)).body).toMatchObject({ status: 'pending', assignee: null, waiting: false });
    expect((await bot.post(`/tickets/${ticket.id}/take`)).body.code).toBe('agent_not_online');
    expect((await server.admin.post(`/tickets/${ticket.id}/assign`, { agentId: id })).body.code).toBe('invalid');
    const events = (await server.admin.get(`/tickets/${ticket.id}/events`)).body.data;
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['created']);
  });

  it('write first: a proactive ticket that nobody has', async () => {
    const { token } = await make();
    const ticket = await aTicket();
    await server.admin.post(`/tickets/${ticket.id}/close`);
    const told = await machine(token).post(
      '/tickets',
      { chatId: ticket.chatId, content: { type: 'text', text: 'Your parcel is here.' } },
      { 'idempotency-key': 'parcel' },
    );
    expect([told.status, told.body.status, told.body.assignee]).toEqual([201, 'proactive', null]);
    const again = await machine(token).post(
      '/tickets',
      { chatId: ticket.chatId, content: { type: 'text', text: 'Your parcel is here.' } },
      { 'idempotency-key': 'parcel' },
    );
    expect([again.status, again.body.id]).toEqual([201, told.body.id]);
  });

  describe('at a socket', () => {
    const listen = (token: string) =>
      listenAs(new Client(server.url), { headers: { authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' } });

    it('hear what they may see, and take live:read', async () => {
      const { token } = await make({ scopes: ['live:read', 'tickets:read'] });
      const heard = await listen(token);
      const narrow = await listen((await make({ role: 'admin', scopes: ['live:read'] })).token);
      const told: string[] = [];
      narrow.socket.onAny((name: string) => void told.push(name));
      heard.socket.onAny((name: string) => void (name.startsWith('message.') && told.push(name)));
      const { id } = await aTicket();
      server.desk.bus.announce([{ name: 'channel.state_changed', id: channel }]);
      await timers.turnWhenSet(50);
      expect((await heard.next('ticket.created')).id).toBe(id);
      await server.admin.put('/me/presence', { presence: 'away' });
      await timers.turnWhenSet(50);
      await narrow.next('agent.presence_changed');
      expect(told).toEqual(['agent.presence_changed']);
      heard.socket.disconnect();
      narrow.socket.disconnect();
      const { token: deaf } = await make({ scopes: ['tickets:read'] });
      await expect(listen(deaf)).rejects.toBeDefined();
      await expect(listen('rd_nobody')).rejects.toBeDefined();
    });

    it('are closed at once when the token is revoked, and within a minute when it is over', async () => {
      const [revoked, brief] = [await make(), await make({ expiresAt: new Date(server.clock.now() + 30_000).toISOString() })];
      const [one, other] = [await listen(revoked.token), await listen(brief.token)];
      await server.admin.delete(`/tokens/${revoked.id}`);
      expect(await one.closed).toBe('io server disconnect');
      server.clock.forward(MINUTE);
      timers.turn(MINUTE);
      expect(await other.closed).toBe('io server disconnect');
    });
  });
});
