import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const paths = ({ body }: { body: { errors: { path: string }[] } }) => body.errors.map(({ path }) => path);

describe.each(databases())('what people keep for themselves, on $name,', (on) => {
  let server: AServer;
  let admin: Client;
  let ana: Client;
  let luis: Client;
  beforeAll(async () => {
    server = await aServer({ on });
    admin = server.admin;
    [ana, luis] = [await server.agent('Ana'), await server.agent('Luis')];
  });
  afterAll(() => server.close());

  describe('preferences', () => {
    const DEFAULTS = {
      theme: 'system',
      language: null,
      timeZone: null,
      sendWith: 'mod_enter',
      sounds: false,
      desktopNotifications: 'none',
      pushNotifications: false,
    };

    it('are the defaults until chosen, one person\u2019s own, and merge by key', async () => {
      expect((await ana.get('/me/preferences')).body).toEqual(DEFAULTS);
      const first = { theme: 'dark', timeZone: 'Europe/Lisbon', sounds: true };
      expect((await ana.patch('/me/preferences', first)).body).toEqual({ ...DEFAULTS, ...first });
      const second = { timeZone: null, language: 'pt-BR', sendWith: 'enter' };
      expect((await ana.patch('/me/preferences', second)).body).toEqual({ ...DEFAULTS, ...first, ...second });
      expect((await ana.get('/me/preferences')).body).toEqual({ ...DEFAULTS, ...first, ...second });
      expect((await luis.get('/me/preferences')).body).toEqual(DEFAULTS);
    });

    it.each([
      ['theme', { theme: 'blue' }],
      ['language', { language: 'de' }],
      ['timeZone', { timeZone: 'Mars/Olympus' }],
      ['sounds', { sounds: 'loud' }],
      ['desktopNotifications', { desktopNotifications: true }],
      ['surprise', { surprise: 1 }],
    ])('refuse a wrong %s', async (path, patch) => {
      const told = await ana.patch('/me/preferences', patch);
      expect([told.status, paths(told)]).toEqual([422, [path]]);
    });
  });

  describe('browsers to push to', () => {
    const ENDPOINT = 'https://push.example.com/send/abc';
    const BODY = { endpoint: ENDPOINT, keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } };
    const kept = async (who: Client) =>
      (await server.desk.store.reads.pushSubscriptions([who.id], server.clock.now())).map(({ endpoint }) => endpoint);

    it('are told the desk\u2019s key, come and go', async () => {
      const { publicKey } = (await ana.get('/me/push')).body;
      expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65);
      expect((await luis.get('/me/push')).body).toEqual({ publicKey });
      expect((await ana.post('/me/push-subscriptions', BODY)).status).toBe(204);
      expect((await ana.post('/me/push-subscriptions', BODY)).status).toBe(204);
      expect(await kept(ana)).toEqual([ENDPOINT]);
      expect((await luis.ask('DELETE', '/me/push-subscriptions', { endpoint: ENDPOINT })).status).toBe(204);
      expect(await kept(ana)).toEqual([ENDPOINT]);
      expect((await ana.ask('DELETE', '/me/push-subscriptions', { endpoint: ENDPOINT })).status).toBe(204);
      expect(await kept(ana)).toEqual([]);
    });

    it('are forgotten with the sessions that a new password ends', async () => {
      const mia = await server.agent('Mia');
      await mia.post('/me/push-subscriptions', BODY);
      await admin.patch(`/agents/${mia.id}`, { password: 'Another-horse-9' });
      await mia.logIn('mia@example.com', 'Another-horse-9');
      expect(await kept(mia)).toEqual([]);
    });

    it('are rung at while their person is logged in anywhere', async () => {
      const noa = await server.agent('Noa');
      await noa.post('/me/push-subscriptions', BODY);
      expect(await kept(noa)).toEqual([ENDPOINT]);
      await noa.delete('/session');
      expect(await kept(noa)).toEqual([]);
      await noa.logIn('noa@example.com', 'Correct-horse-9');
      expect(await kept(noa)).toEqual([ENDPOINT]);
    });

    it.each([
      ['endpoint', { ...BODY, endpoint: 'http://push.example.com/abc' }],
      ['endpoint', { ...BODY, endpoint: 'push' }],
      ['keys.p256dh', { ...BODY, keys: { ...BODY.keys, p256dh: 'short' } }],
      ['keys.auth', { ...BODY, keys: { ...BODY.keys, auth: 'short' } }],
      ['expirationTime', { ...BODY, expirationTime: null }],
    ])('refuse a wrong %s', async (path, body) => {
      const told = await ana.post('/me/push-subscriptions', body);
      expect([told.status, paths(told)]).toEqual([422, [path]]);
    });
  });

  describe('canned replies', () => {
    const REPLY = { shortcut: 'Hours', title: 'Opening hours', text: 'Hi {{contact.firstName}}, nine to five. {{agent.name}}' };

    it('are added, found, changed and deleted', async () => {
      const made = await admin.post('/canned-replies', REPLY);
      expect([made.status, made.body]).toEqual([
        201,
        { ...REPLY, id: expect.any(String), createdAt: expect.any(String), updatedAt: expect.any(String), version: 1 },
      ]);
      const one = `/canned-replies/${made.body.id}`;
      await admin.post('/canned-replies', { ...REPLY, shortcut: 'bye', title: 'Bye', text: 'Until then' });
      const found = async (q: string) =>
        (await ana.get(`/canned-replies?q=${q}`)).body.data.map(({ shortcut }: { shortcut: string }) => shortcut);
      expect([await found(''), await found('HO'), await found('nine'), await found('nobody')]).toEqual([
        ['bye', 'Hours'],
        ['Hours'],
        ['Hours'],
        [],
      ]);
      const changed = await admin.patch(one, { title: 'Hours' }, { 'if-match': '"1"' });
      expect(changed.body).toMatchObject({ ...REPLY, title: 'Hours', version: 2 });
      expect((await admin.patch(one, { title: 'Late' }, { 'if-match': '"1"' })).body.code).toBe('stale');
      expect((await admin.delete(one)).status).toBe(204);
      expect([(await admin.delete(one)).status, (await admin.patch(one, {})).status]).toEqual([404, 404]);
    });

    it('have shortcuts that differ by more than case', async () => {
      const add = (shortcut: string) => admin.post('/canned-replies', { ...REPLY, shortcut });
      expect((await add('Gr\u00fc\u00dfe')).status).toBe(201);
      const taken = await add('gr\u00dc\u00dfe');
      expect([taken.status, taken.body.code]).toEqual([409, 'already_exists']);
      const other = (await add('other')).body;
      expect((await admin.patch(`/canned-replies/${other.id}`, { shortcut: 'GR\u00dc\u00dfE' })).body.code).toBe('already_exists');
      expect((await admin.patch(`/canned-replies/${other.id}`, { shortcut: 'OTHER' })).body.shortcut).toBe('OTHER');
    });

    it('refuse what is no word and what is no variable, by its name', async () => {
      expect(paths(await admin.post('/canned-replies', { ...REPLY, shortcut: 'two words' }))).toEqual(['shortcut']);
      expect(paths(await admin.post('/canned-replies', { ...REPLY, shortcut: '/slash' }))).toEqual(['shortcut']);
      const unknown = await admin.post('/canned-replies', { ...REPLY, text: 'Hi {{contact.nick}}' });
      expect(unknown.body.errors).toEqual([{ path: 'text', message: '{{contact.nick}} is no variable' }]);
      expect(paths(await admin.post('/canned-replies', { ...REPLY, text: 'x'.repeat(4097) }))).toEqual(['text']);
    });

    it('are added once for one Idempotency-Key', async () => {
      const add = () => admin.post('/canned-replies', { ...REPLY, shortcut: 'once' }, { 'idempotency-key': 'a reply' });
      const [first, second] = [await add(), await add()];
      expect([second.body, second.headers.get('idempotent-replayed')]).toEqual([first.body, 'true']);
    });

    it('are for agents to read, and for admins to change', async () => {
      const { id } = (await admin.post('/canned-replies', { ...REPLY, shortcut: 'mine' })).body;
      const told = [
        await ana.post('/canned-replies', REPLY),
        await ana.patch(`/canned-replies/${id}`, {}),
        await ana.delete(`/canned-replies/${id}`),
      ];
      expect(told.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await ana.get('/canned-replies')).status).toBe(200);
    });
  });

  describe('saved views', () => {
    const QUERY = { status: ['pending'], assignee: ['none'], unread: true, sort: 'waiting' };
    const names = async (who: Client) => (await who.get('/views')).body.data.map(({ name }: { name: string }) => name);

    it('are a person\u2019s own, or an admin\u2019s for everybody', async () => {
      const mine = await ana.post('/views', { name: 'New ones', query: QUERY });
      expect([mine.status, mine.body]).toEqual([
        201,
        {
          ...{ id: expect.any(String), name: 'New ones', query: QUERY, shared: false, own: true, position: 1, version: 1 },
          ...{ createdAt: expect.any(String), updatedAt: expect.any(String) },
        },
      ]);
      const shared = (await admin.post('/views', { name: 'Urgent', query: { priority: ['urgent'] }, shared: true })).body;
      expect([await names(ana), await names(luis), await names(admin)]).toEqual([['New ones', 'Urgent'], ['Urgent'], ['Urgent']]);
      expect((await luis.patch(`/views/${mine.body.id}`, { name: 'x' })).status).toBe(404);
      expect((await admin.delete(`/views/${mine.body.id}`)).status).toBe(404);
      expect((await ana.patch(`/views/${shared.id}`, { name: 'x' })).status).toBe(403);
      expect((await ana.delete(`/views/${shared.id}`)).status).toBe(403);
      expect((await ana.patch(`/views/${mine.body.id}`, { shared: true })).status).toBe(403);
      expect((await ana.post('/views', { name: 'x', query: {}, shared: true })).status).toBe(403);
      const changed = await ana.patch(`/views/${mine.body.id}`, { query: { q: 'Prado' } }, { 'if-match': '1' });
      expect(changed.body).toMatchObject({ name: 'New ones', query: { q: 'Prado' }, version: 2 });
      expect((await ana.patch(`/views/${mine.body.id}`, { name: 'x' }, { 'if-match': '1' })).body.code).toBe('stale');
      expect((await ana.delete(`/views/${mine.body.id}`)).status).toBe(204);
      expect((await admin.delete(`/views/${shared.id}`)).status).toBe(204);
      expect(await names(ana)).toEqual([]);
    });

    it('stay with their owner when an admin takes them back from everybody', async () => {
      const eva = await server.agent('Eva');
      const { id } = (await eva.post('/views', { name: 'Eva\u2019s', query: {} })).body;
      await admin.patch(`/agents/${eva.id}`, { role: 'admin' });
      await eva.logIn('eva@example.com', 'Correct-horse-9');
      expect((await eva.patch(`/views/${id}`, { shared: true })).body.shared).toBe(true);
      expect((await admin.patch(`/views/${id}`, { shared: false })).body).toMatchObject({ shared: false, own: false });
      expect([await names(eva), await names(admin)]).toEqual([['Eva\u2019s'], []]);
    });

    it('stand in the order of who looks', async () => {
      const add = async (who: Client, name: string, shared = false) => (await who.post('/views', { name, query: {}, shared })).body.id;
      const [all, a, b] = [await add(admin, 'All', true), await add(luis, 'A'), await add(luis, 'B')];
      expect(await names(luis)).toEqual(['All', 'A', 'B']);
      const ordered = await luis.put('/views/order', { ids: [b, all, a] });
      expect(ordered.body.data.map(({ name, position }: { name: string; position: number }) => [name, position])).toEqual([
        ['B', 1],
        ['All', 2],
        ['A', 3],
      ]);
      await add(luis, 'C');
      expect([await names(luis), await names(admin)]).toEqual([['B', 'All', 'A', 'C'], ['All']]);
      expect(paths(await luis.put('/views/order', { ids: [b, all, a] }))).toEqual(['ids']);
      expect(paths(await luis.put('/views/order', { ids: [b, b, all, a] }))).toEqual(['ids']);
    });

    it('count their tickets as who looks sees them', async () => {
      const channel = await aChannel(admin);
      await admin.patch('/settings', { routing: { strategy: 'manual' } });
      for (const phone of ['15550001', '15550002', '15550003']) await server.tell(channel, aText(phone, 'hello'));
      const [ticket] = (await admin.get('/tickets')).body.data;
      await ana.put('/me/presence', { presence: 'online' });
      await admin.post(`/tickets/${ticket.id}/assign`, { agentId: ana.id });
      await admin.patch(`/tickets/${ticket.id}`, { tags: ['vip'] });
      const view = async (query: object) => (await admin.post('/views', { name: 'x', query, shared: true })).body.id as string;
      const views = [
        await view({ assignee: ['me'] }),
        await view({ assignee: ['none'], status: ['pending'], sort: 'waiting' }),
        await view({ tag: ['vip'] }),
        await view({ q: '15550002', channel: [channel] }),
        await view({ status: ['closed'] }),
        await view({}),
      ];
      const counts = async (who: Client) => {
        const { body } = await who.get('/views/counts');
        return views.map((id) => body[id]);
      };
      expect(await counts(ana)).toEqual([1, 2, 1, 1, 0, 3]);
      expect(await counts(luis)).toEqual([0, 2, 1, 1, 0, 3]);
      await admin.patch('/settings', { policy: { agentsSee: 'own' } });
      expect(await counts(luis)).toEqual([0, 0, 0, 0, 0, 0]);
      await admin.patch('/settings', { policy: { agentsSee: 'all' } });
    });

    it('are counted no further than asked', async () => {
      const { reads } = server.desk.store;
      expect(await reads.countTickets({ seenBy: null }, '-number', 2)).toBe(2);
      expect(await reads.countTickets({ seenBy: null, unread: true }, '-lastMessageAt', 2)).toBe(2);
    });

    it('refuse filters that the list does not have, and more than fifty', async () => {
      expect(paths(await ana.post('/views', { name: 'x', query: { colour: 'red' } }))).toEqual(['query.colour']);
      expect(paths(await ana.post('/views', { name: 'x', query: { status: ['asleep'] } }))).toEqual(['query.status.0']);
      expect(paths(await ana.post('/views', { name: ' ', query: {} }))).toEqual(['name']);
      for (let n = 0; n < 50; n++) expect((await ana.post('/views', { name: `${n}`, query: {} })).status).toBe(201);
      expect(paths(await ana.post('/views', { name: 'one more', query: {} }))).toEqual(['name']);
    });
  });
});
