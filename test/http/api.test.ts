import { createHash } from 'node:crypto';
import { ROUTES } from '../../src/http/routes';
import type { Log } from '../../src/ports/log';
import { runKey } from '../../src/timers/errands';
import { databases, quiet } from '../support/database';
import { type AServer, aServer, PASSWORD } from './support/a-server';
import { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

describe.each(databases())('the API on $name', (on) => {
  let server: AServer;
  let ana: Client;
  let channel: string;
  const logged: { message: string; facts?: Readonly<Record<string, unknown>> }[] = [];
  const log: Log = { ...quiet, error: (message, facts) => void logged.push({ message, facts }) };

  beforeAll(async () => {
    server = await aServer({ on, log });
    ana = await server.agent('Ana');
    channel = await aChannel(server.admin);
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    await ana.put('/me/presence', { presence: 'online' });
  });
  afterAll(() => server.close());
  beforeEach(() => void logged.splice(0));

  let customers = 0;
  async function aTicket(body = 'hello') {
    const phone = `1555${1000000 + ++customers}`;
    expect(await server.tell(channel, aText(phone, body))).toBe(200);
    const { data } = (await server.admin.get('/tickets?limit=1')).body;
    expect(data[0].contact.address).toBe(phone);
    return data[0] as { id: string; number: number; chatId: string; version: number };
  }

  describe('to strangers', () => {
    it.each(ROUTES.filter((route) => route.for !== 'anyone').map((route) => [route.method, route.path] as const))(
      '%s %s is closed',
      async (method, path) => {
        const told = await server.stranger.ask(
          method.toUpperCase(),
          path.replace(/\{\w+\}/g, 'nobody'),
          method === 'get' || method === 'delete' ? undefined : { surprise: 1 },
        );
        expect([told.status, told.body.code]).toEqual([401, 'unauthenticated']);
      },
    );
  });

  describe('to agents', () => {
    it.each(
      ROUTES.filter((route) => route.for === 'admins' && !route.path.includes('{')).map(
        (route) => [route.method, route.path, route] as const,
      ),
    )('%s %s is for admins only, and says so after the body is right', async (method, path, route) => {
      if (route.body?.safeParse({ surprise: 1 }).success === false) {
        expect((await ana.ask(method.toUpperCase(), path, { surprise: 1 })).status).toBe(422);
      }
      if (method === 'get') expect((await ana.get(path)).body.code).toBe('forbidden');
    });
  });

  it('refuses in one order: 404, 422, 403, 412, 409', async () => {
    const ticket = await aTicket();
    const stale = { 'if-match': '"99"' };
    const order = async (id: string, body: unknown, headers = {}) => (await ana.post(`/tickets/${id}/reopen`, body, headers)).body.status;
    expect(await order('nobody', { surprise: 1 }, stale)).toBe(404);
    expect(await order(ticket.id, { surprise: 1 }, stale)).toBe(422);
    expect(await order(ticket.id, {}, stale)).toBe(403);
    expect((await server.admin.post(`/tickets/${ticket.id}/reopen`, {}, stale)).body.code).toBe('stale');
    const { status, body } = await server.admin.post(`/tickets/${ticket.id}/reopen`, {}, { 'if-match': String(ticket.version) });
    expect([status, body.code, body.from, body.action]).toEqual([409, 'illegal_transition', 'pending', 'reopen']);
    expect(body.allowedActions).toContain('close');
  });

  it('says 404 before 422 and 422 before 403 to an agent at an admin\u2019s door', async () => {
    expect((await ana.patch('/channels/nobody', { surprise: 1 })).status).toBe(404);
    expect((await ana.patch(`/channels/${channel}`, { surprise: 1 })).status).toBe(422);
    expect((await ana.patch(`/channels/${channel}`, { name: 'Mine' })).status).toBe(403);
  });

  it('names every wrong field of a body, unknown ones too', async () => {
    const { status, body, headers } = await server.admin.post('/channels', {
      kind: 'whatsapp_cloud',
      name: 'x',
      config: { phoneNumberId: 5 },
      surprise: 1,
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['config.phoneNumberId', 'surprise']);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: '/docs#invalid', status: 422, code: 'invalid', requestId: headers.get('x-request-id') });
  });

  it('refuses what is no JSON, too large, or of another type', async () => {
    expect((await server.admin.post('/stages', '{"name":')).body).toMatchObject({ status: 400, code: 'bad_request' });
    expect((await server.admin.post('/stages', { name: 'x'.repeat(1024 * 1024) })).body).toMatchObject({ status: 413, code: 'too_large' });
    expect((await server.admin.post('/stages', 'name=x', { 'content-type': 'text/plain' })).body).toMatchObject({ status: 415 });
    for (const levels of [150, 4_000, 20_000])
      expect((await server.admin.post('/stages', `{"name":${'['.repeat(levels)}${']'.repeat(levels)}}`)).status).toBe(422);
    expect((await server.admin.post('/stages', `{"name":${'['.repeat(90)}${']'.repeat(90)}}`)).status).toBe(422);
    expect((await server.admin.post('/stages', '"words"')).status).toBe(422);
    expect((await server.admin.ask('POST', '/stages')).status).toBe(422);
    expect(logged).toEqual([]);
  });

  it('answers unknown addresses with a problem, to anybody', async () => {
    for (const path of ['/nope', '/tickets/x/y/z', '//nope', '/tickets/%E0%A4%A']) {
      const { status, body } = await server.stranger.get(path);
      expect([[404, 400].includes(status), typeof body.code]).toEqual([true, 'string']);
    }
  });

  it('keeps the words of a bug to itself, logs it once, and gives its request id', async () => {
    jest.spyOn(server.desk.store.reads, 'agents').mockRejectedValueOnce(new Error('select secrets from places'));
    const { status, body } = await server.admin.get('/agents');
    expect([status, body.code, JSON.stringify(body).includes('secrets')]).toEqual([500, 'internal', false]);
    expect(logged).toEqual([{ message: 'a request failed', facts: expect.objectContaining({ requestId: body.requestId }) }]);
  });

  it('cleans texts on their way in', async () => {
    const { body } = await server.admin.post('/stages', `{"name":"a\\u0000b\\ud800c","color":"sky"}`);
    expect(body.name).toBe('a\u2400b\ufffdc');
  });

  it('sends the headers that keep browsers in check', async () => {
    const { headers } = await server.admin.get('/me');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  describe('lists', () => {
    it('give pages that join without a gap or a double', async () => {
      for (let at = 0; at < 5; at++) await aTicket();
      const numbers: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await server.admin.get(`/tickets?limit=2&cursor=${encodeURIComponent(cursor)}`);
        numbers.push(...body.data.map(({ number }: { number: number }) => number));
        cursor = body.nextCursor;
      }
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
      expect(numbers.length).toBeGreaterThanOrEqual(5);
    });

    it.each([
      'limit=0',
      'limit=201',
      'limit=x',
      'sort=number',
      'status=asleep',
      'status=active,asleep',
      'unread=maybe',
      'cursor=nonsense',
      'colour=red',
    ])('refuse ?%s', async (query) => {
      expect((await server.admin.get(`/tickets?${query}`)).body).toMatchObject({ status: 422, code: 'invalid' });
    });

    it.each(['/agents', '/channels', '/stages', '/contacts', '/bots'])('of %s refuse a cursor that is none of theirs', async (path) => {
      expect((await server.admin.get(`${path}?cursor=nonsense`)).status).toBe(422);
      expect((await server.admin.get(`${path}?limit=200&cursor=`)).body.nextCursor).toBeNull();
    });

    it('filter by many values, repeated or with commas, and by me, none and an id', async () => {
      const mine = await aTicket();
      await ana.post(`/tickets/${mine.id}/take`);
      const ids = async (query: string) => (await ana.get(`/tickets?${query}`)).body.data.map(({ id }: { id: string }) => id);
      for (const query of [
        'assignee=me',
        `assignee=${ana.id}`,
        'status=active,idle',
        'status=idle&status=active',
        `channel=${channel}&assignee=me`,
        'assignee=none,me&status=active',
      ]) {
        expect(await ids(query)).toEqual([mine.id]);
      }
      expect(await ids('assignee=none')).not.toContain(mine.id);
      expect(await ids(`q=%23${mine.number}`)).toEqual([mine.id]);
      await ana.post(`/tickets/${mine.id}/release`);
    });

    it('are counted under the same filters', async () => {
      const { body } = await ana.get('/tickets/counts');
      const all = (await ana.get('/tickets?limit=200')).body.data as { status: string; unread: number }[];
      expect(body).toMatchObject({
        mine: 0,
        open: all.length,
        closed: 0,
        snoozed: 0,
        queue: all.length,
        unassigned: all.length,
        unread: all.reduce((sum, { unread }) => sum + unread, 0),
      });
      expect(body.byStatus).toEqual({ pending: all.length, active: 0, proactive: 0, in_progress: 0, idle: 0, closed: 0 });
      expect((await ana.get('/tickets/counts?channel=other')).body.open).toBe(0);
    });
  });

  describe('an Idempotency-Key', () => {
    const key = (name: string) => ({ 'idempotency-key': name });
    const say = (text: string) => ({ content: { type: 'text', text } });

    it('gives the same message again, once stored', async () => {
      const ticket = await aTicket();
      const first = await ana.post(`/tickets/${ticket.id}/messages`, say('good morning'), key('one'));
      const second = await ana.post(`/tickets/${ticket.id}/messages`, say('good morning'), key('one'));
      expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
      expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([null, 'true']);
      const { data } = (await ana.get(`/tickets/${ticket.id}/messages`)).body;
      expect(data.filter(({ direction }: { direction: string }) => direction === 'out')).toHaveLength(1);
    });

    it('refuses another body, and is another key for another caller and another ticket', async () => {
      const [ticket, other] = [await aTicket(), await aTicket()];
      const note = (client: Client, id: string, text: string) => client.post(`/tickets/${id}/notes`, { text }, key('two'));
      const first = await note(ana, ticket.id, 'a');
      expect((await note(ana, ticket.id, 'b')).body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
      expect((await note(server.admin, ticket.id, 'b')).status).toBe(201);
      expect((await note(ana, other.id, 'a')).body.id).not.toBe(first.body.id);
    });

    it('lets a twin in flight wait for the first', async () => {
      const ticket = await aTicket();
      const told = await Promise.all(
        Array.from({ length: 5 }, () => ana.post(`/tickets/${ticket.id}/notes`, { text: 'twin' }, key('three'))),
      );
      expect(told.map(({ status }) => status)).toEqual(Array(5).fill(201));
      expect(new Set(told.map(({ body }) => body.id)).size).toBe(1);
      expect(told.filter(({ headers }) => headers.get('idempotent-replayed')).length).toBe(4);
    });

    it('repeats no answer of an admin\u2019s to who is none any more', async () => {
      const body = { name: 'Former', email: 'former@example.com', password: PASSWORD, role: 'admin' };
      const former = new Client(server.url, (await server.admin.post('/agents', body)).body.id);
      await former.logIn(body.email, PASSWORD);
      const add = () => former.post('/agents', { name: 'Zed', email: 'zed@example.com', role: 'agent' }, key('hers'));
      expect([(await add()).status, (await add()).status]).toEqual([201, 201]);
      await server.admin.patch(`/agents/${former.id}`, { role: 'agent' });
      await former.logIn(body.email, PASSWORD);
      expect((await add()).body.code).toBe('forbidden');
    });

    it('keeps nothing of a body by which a password in it could be guessed', async () => {
      const body = { name: 'Guessed', email: 'guessed@example.com', password: 'Guess-me-9', role: 'agent' };
      expect((await server.admin.post('/agents', body, key('guess'))).status).toBe(201);
      const row = await server.store.reads.idempotency(server.admin.id, 'POST /api/v1/agents', 'guess');
      expect(row?.bodyHash).toMatch(/^[0-9a-f]{64}$/);
      expect(row?.bodyHash).not.toBe(createHash('sha256').update(JSON.stringify(body)).digest('hex'));
    });

    it('says 409 to a twin that has waited for too long', async () => {
      const ticket = await aTicket();
      const route = `POST /api/v1/tickets/${ticket.id}/notes`;
      const bodyHash = server.desk.vault.mark(JSON.stringify({ text: 'slow' }));
      await server.store.atomically((tx) =>
        tx.claimIdempotency({ caller: ana.id, route, key: 'four', bodyHash, answer: null, createdAt: server.clock.now() }),
      );
      expect((await ana.post(`/tickets/${ticket.id}/notes`, { text: 'slow' }, key('four'))).body).toMatchObject({
        status: 409,
        code: 'in_progress',
      });
      expect((await ana.post(`/tickets/${ticket.id}/notes`, { text: 'other' }, key('four'))).body.code).toBe('idempotency_mismatch');
    });

    it('gives what was made, not made again, to who repeats a call whose answer failed after the commit', async () => {
      const ticket = await aTicket();
      await server.admin.post(`/tickets/${ticket.id}/close`);
      const start = () => ana.post('/tickets', { chatId: ticket.chatId, ...say('hi') }, key('lost'));
      jest.spyOn(server.desk.store.reads, 'ticket').mockRejectedValueOnce(new Error('the line broke'));
      expect((await start()).status).toBe(500);
      const { status, body, headers } = await start();
      expect([status, body.status, body.chatId, headers.get('idempotent-replayed')]).toEqual([201, 'proactive', ticket.chatId, 'true']);
      expect((await start()).body.id).toBe(body.id);
    });

    it.each([
      ['messages', { content: { type: 'text', text: 'after the crash' } }],
      ['notes', { text: 'after the crash' }],
    ])('goes on where a process died: %s that were made are not made again, others are', async (what, body) => {
      const ticket = await aTicket();
      const send = (name: string) => ana.post(`/tickets/${ticket.id}/${what}`, body, key(name));
      const bodyHash = server.desk.vault.mark(JSON.stringify(body));
      const claim = { caller: ana.id, route: `POST /api/v1/tickets/${ticket.id}/${what}`, bodyHash, createdAt: server.clock.now() };
      const made = (await send('done')).body.id;
      await server.store.atomically(async (tx) => {
        await tx.finishIdempotency({ ...claim, key: 'done', answer: { status: 0, body: made } });
        await tx.claimIdempotency({ ...claim, key: 'not done', answer: null });
      });
      expect((await send('not done')).body.code).toBe('in_progress');
      server.clock.forward(60_000);
      const again = await send('done');
      expect([again.status, again.body.id, again.headers.get('idempotent-replayed')]).toEqual([201, made, 'true']);
      const twins = await Promise.all([send('not done'), send('not done'), send('not done')]);
      expect(twins.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
    });

    it('makes the answer anew for everything that it can make', () => {
      const creating = ROUTES.filter(({ method, status, for: whom }) => method === 'post' && status === 201 && whom !== 'anyone');
      expect(creating.filter(({ again }) => again === undefined)).toEqual([]);
    });

    it('keeps refusals that are final, and lets go of those of the moment', async () => {
      const ticket = await aTicket();
      const wide = { type: 'buttons', text: 'Well?', buttons: [{ id: 'a', title: 'x'.repeat(25) }] };
      const invalid = () => ana.post(`/tickets/${ticket.id}/messages`, { content: wide }, key('five'));
      const [first, second] = [await invalid(), await invalid()];
      expect([first.status, second.status, second.headers.get('idempotent-replayed')]).toEqual([422, 422, 'true']);
      expect(second.headers.get('content-type')).toContain('application/problem+json');

      const start = () => ana.post('/tickets', { chatId: ticket.chatId, ...say('hi') }, key('six'));
      expect((await start()).body).toMatchObject({ status: 409, code: 'chat_has_open_ticket', ticketId: ticket.id });
      await server.admin.post(`/tickets/${ticket.id}/close`);
      const started = await start();
      expect([started.status, started.body.status, started.headers.get('idempotent-replayed')]).toEqual([201, 'proactive', null]);
    });

    it('is free again after a day, and at most 255 bytes long', async () => {
      const ticket = await aTicket();
      const note = () => server.admin.post(`/tickets/${ticket.id}/notes`, { text: 'daily' }, key('seven'));
      const first = await note();
      server.clock.forward(24 * 60 * 60 * 1000 - 1);
      expect((await note()).body.id).toBe(first.body.id);
      server.clock.forward(1);
      expect((await note()).body.id).not.toBe(first.body.id);
      expect((await server.admin.post('/stages', { name: 'x', color: 'sky' }, key('k'.repeat(256)))).status).toBe(422);
    });
  });

  it('hides what an agent may not see behind 404, in lists and counts too', async () => {
    const [mine, theirs] = [await aTicket(), await aTicket()];
    const bo = await server.agent('Bo');
    await bo.put('/me/presence', { presence: 'online' });
    await ana.post(`/tickets/${mine.id}/take`);
    await bo.post(`/tickets/${theirs.id}/take`);
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    const contact = (await server.admin.get(`/tickets/${theirs.id}`)).body.contact.id;
    try {
      for (const path of [
        `/tickets/${theirs.id}`,
        `/tickets/${theirs.id}/messages`,
        `/tickets/${theirs.id}/events`,
        `/chats/${theirs.chatId}/messages`,
        `/contacts/${contact}`,
      ]) {
        expect((await ana.get(path)).status).toBe(404);
        expect((await bo.get(path)).status).toBe(200);
      }
      for (const verb of ['close', 'read', 'take', 'notes'])
        expect((await ana.post(`/tickets/${theirs.id}/${verb}`, { surprise: 1 })).status).toBe(404);
      const listed = (await ana.get('/tickets?limit=200')).body.data as { id: string; assignee: { id: string } }[];
      expect(listed.map(({ assignee }) => assignee.id)).toEqual(listed.map(() => ana.id));
      expect(listed.map(({ id }) => id)).toContain(mine.id);
      expect((await ana.get('/tickets/counts')).body).toMatchObject({ open: listed.length, unassigned: 0, closed: 0 });
      expect((await ana.get('/contacts?limit=200')).body.data.map(({ id }: { id: string }) => id)).not.toContain(contact);
      expect((await ana.post(`/tickets/${mine.id}/release`)).body).toMatchObject({ id: mine.id, status: 'pending' });
      expect((await ana.get(`/tickets/${mine.id}`)).status).toBe(404);
    } finally {
      await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
      await bo.put('/me/presence', { presence: 'offline' });
    }
  });

  it('answers in the shapes that it describes', async () => {
    const ticket = await aTicket('hello');
    await ana.post(`/tickets/${ticket.id}/take`);
    await ana.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'hi' } });
    const ids: Record<string, string> = {
      '/tickets': ticket.id,
      '/chats': ticket.chatId,
      '/agents': ana.id,
      '/channels': channel,
      '/contacts': (await ana.get(`/tickets/${ticket.id}`)).body.contact.id,
      '/stages': 'open',
      '/teams': (await server.admin.post('/teams', { name: 'Support' })).body.id,
      '/bots': (await server.admin.post('/bots', { name: 'Front', kind: 'rules', config: { rules: [] } })).body.id,
      '/reports': (
        await server.admin.post('/reports', { type: 'agents', name: 'All', from: '2026-11-01', to: '2026-11-30', format: 'csv' })
      ).body.id,
      '/replays': (await server.admin.post('/replays', { from: '2026-11-01', to: '2026-11-30', patch: {} })).body.id,
    };
    for (const key of ['reports', 'replays']) await runKey(server.desk, key);
    // What is under /trial/ is there while a trial is on; lines are those of networks that hold one; files are bytes.
    const elsewhere = (path: string) => path.startsWith('/trial/') || path.endsWith('/line');
    const described = ROUTES.filter(({ method, path, answer }) => method === 'get' && answer !== null && !elsewhere(path));
    for (const route of described) {
      const path = route.path.replace(/\{\w+\}/, ids[`/${route.path.split('/')[1]}`] ?? '');
      const { status, body } = await server.admin.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, route.answer?.safeParse(body).error?.issues ?? []]).toEqual([path, []]);
    }
  });

  it('tells a ticket as the contract spells it', async () => {
    const ticket = await aTicket('hello');
    const { body } = await ana.get(`/tickets/${ticket.id}`);
    const now = new Date(server.clock.now()).toISOString();
    expect(body).toEqual({
      id: ticket.id,
      number: ticket.number,
      chatId: ticket.chatId,
      previousTicketId: null,
      subject: null,
      status: 'pending',
      statusSince: now,
      stage: { key: 'open', name: 'Open', color: expect.any(String) },
      priority: 'medium',
      tags: [],
      fields: {},
      channel: { id: channel, kind: 'whatsapp_cloud', name: 'Front desk' },
      contact: { id: expect.any(String), name: 'Cus Tomer', address: expect.stringMatching(/^1555\d{7}$/), avatarUrl: null },
      assignee: null,
      lastAssignee: null,
      team: null,
      unread: 1,
      waiting: true,
      waitingSince: now,
      snoozedUntil: null,
      excludeFromClosing: false,
      confirmAskedAt: null,
      closeCause: null,
      timers: [{ kind: 'auto_close', dueAt: new Date(server.clock.now() + 7 * 24 * 60 * 60 * 1000).toISOString() }],
      targets: [],
      dueAt: null,
      lastMessage: { id: expect.any(String), direction: 'in', author: 'customer', type: 'text', text: 'hello', at: now, delivery: null },
      lastCustomerMessageAt: now,
      lastAgentMessageAt: null,
      firstResponseAt: null,
      createdAt: now,
      updatedAt: now,
      closedAt: null,
      heldBy: null,
      replyWindow: expect.objectContaining({ state: expect.any(String) }),
      allowedActions: expect.arrayContaining(['take', 'reply', 'note', 'close']),
      version: expect.any(Number),
    });
  });

  it('tells why each thing happened to a ticket', async () => {
    const ticket = await aTicket();
    await ana.post(`/tickets/${ticket.id}/take`);
    await ana.post(`/tickets/${ticket.id}/close`);
    const { data } = (await ana.get(`/tickets/${ticket.id}/events`)).body;
    const closed = data.find(({ to }: { to: string }) => to === 'closed');
    expect(closed).toMatchObject({
      type: 'status_changed',
      cause: 'closed_by_person',
      actor: { kind: 'agent', id: ana.id, name: 'Ana' },
      from: 'active',
      status: { from: 'active', to: 'closed' },
      stage: { from: 'open', to: 'closed' },
      assignee: { from: { id: ana.id, name: 'Ana' }, to: null },
    });
  });

  it('shows a deleted stage\u2019s tickets as open, and how many they are', async () => {
    const { key } = (await server.admin.post('/stages', { name: 'Waiting for parts', color: 'teal' })).body;
    const ticket = await aTicket();
    expect((await ana.patch(`/tickets/${ticket.id}`, { stage: key })).body).toMatchObject({
      status: 'pending',
      stage: { key, name: 'Waiting for parts', color: 'teal' },
    });
    expect((await server.admin.delete(`/stages/${key}`)).body).toEqual({ tickets: 1 });
    expect((await ana.get(`/tickets/${ticket.id}`)).body.stage.key).toBe('open');
    expect((await server.admin.delete('/stages/closed')).body).toMatchObject({ status: 409, code: 'system_stage' });
    expect((await server.admin.delete(`/stages/${key}`)).status).toBe(404);
    expect((await ana.patch(`/tickets/${ticket.id}`, { stage: 'auto_closed' })).status).toBe(422);
  });

  it('snoozes until a time, for a while or until a reply: one of them', async () => {
    const ticket = await aTicket();
    const snooze = (body: unknown) => ana.post(`/tickets/${ticket.id}/snooze`, body);
    for (const wrong of [{}, { for: 'PT1H', untilReply: true }, { for: 'P1M' }, { until: 'tomorrow' }, { untilReply: false }])
      expect((await snooze(wrong)).status).toBe(422);
    expect((await snooze({ until: new Date(server.clock.now() - 1).toISOString() })).status).toBe(422);
    const until = new Date(server.clock.now() + 7_200_000).toISOString();
    expect((await snooze({ for: 'PT2H' })).body).toMatchObject({ snoozedUntil: until, stage: { key: 'snoozed' } });
    expect((await snooze({ until: until.replace('Z', '+00:00') })).body.snoozedUntil).toBe(until);
    expect((await snooze({ untilReply: true })).body).toMatchObject({ snoozedUntil: null, stage: { key: 'snoozed' } });
  });

  it('changes settings by key, refuses wrong ones with the words of the table, and knows no others', async () => {
    const before = (await server.admin.get('/settings')).body;
    const { body } = await server.admin.patch('/settings', { timers: { idleAfter: null }, texts: { greeting: 'Hello' } });
    expect(body).toEqual({ ...before, timers: { ...before.timers, idleAfter: null }, texts: { ...before.texts, greeting: 'Hello' } });
    const wrong = await server.admin.patch('/settings', { timers: { idleAfter: 'P1M', surprise: 1 }, policy: { agentsSee: 'nobody' } });
    expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'policy.agentsSee',
      'timers.idleAfter',
      'timers.surprise',
    ]);
    await server.admin.patch('/settings', { timers: { idleAfter: 'PT30M' }, texts: { greeting: null } });
  });

  it('masks the secrets of a channel, takes the mask back, and names what to paste', async () => {
    const { body } = await server.admin.get(`/channels/${channel}`);
    expect(JSON.stringify(body)).not.toMatch(/an-app-secret-of-a-test|EAAtoken/);
    expect(body.webhook).toMatchObject({
      url: `${server.url}/webhooks/${channel}`,
      verifyToken: 'verify-me',
      fields: expect.arrayContaining(['messages']),
    });
    const patched = await server.admin.patch(`/channels/${channel}`, {
      config: { appSecret: body.config.appSecret },
      overrides: { timers: { idleAfter: null } },
    });
    expect([patched.status, patched.body.previousSecretUntil, patched.body.overrides]).toEqual([
      200,
      null,
      { timers: { idleAfter: null } },
    ]);
    expect((await server.admin.patch(`/channels/${channel}`, { overrides: {} })).body.overrides).toEqual({});
    expect((await server.admin.patch(`/channels/${channel}`, { name: 'x' }, { 'if-match': '"1"' })).body.code).toBe('stale');
  });

  it('takes both secrets after a rotation until the former is forgotten', async () => {
    const number = '106540352249999';
    const rotated = await aChannel(server.admin, { phoneNumberId: number });
    const { body } = await server.admin.patch(`/channels/${rotated}`, { config: { appSecret: 'the-next-secret-of-a-test' } });
    expect(body.previousSecretUntil).toBe(new Date(server.clock.now() + 7 * 24 * 60 * 60 * 1000).toISOString());
    const text = () => aText('15559990000', 'hello', { number });
    expect(await server.tell(rotated, text())).toBe(200);
    expect(await server.tell(rotated, text(), 'the-next-secret-of-a-test')).toBe(200);
    expect((await server.admin.delete(`/channels/${rotated}/previous-secret`)).status).toBe(204);
    expect(await server.tell(rotated, text())).toBe(401);
    expect(await server.tell(rotated, text(), 'the-next-secret-of-a-test')).toBe(200);
  });

  it('shows what providers told and what was refused, and replays an event without a second effect', async () => {
    const ticket = await aTicket();
    expect(await server.tell(channel, aText('15551110000', 'forged'), 'nobody')).toBe(401);
    expect(await server.tell(channel, aText('15551110000', 'elsewhere', { number: '999999999999999' }))).toBe(200);
    const events = async (outcome: string) => (await server.admin.get(`/channels/${channel}/webhook-events?outcome=${outcome}`)).body;
    expect((await events('unrouted')).data).toMatchObject([{ outcome: 'unrouted', account: '999999999999999' }]);
    expect(await events('rejected')).toMatchObject({
      data: [],
      rejected: { count: expect.any(Number), lastAt: expect.any(String), reason: expect.any(String) },
    });
    const [applied] = (await events('applied')).data;
    const before = (await server.admin.get(`/tickets/${ticket.id}/messages`)).body;
    const replayed = await server.admin.post(`/channels/${channel}/webhook-events/${applied.id}/replay`);
    expect([replayed.status, replayed.body.id]).toEqual([200, applied.id]);
    expect((await server.admin.get(`/tickets/${ticket.id}/messages`)).body).toEqual(before);
    expect((await server.admin.post(`/channels/${channel}/webhook-events/nobody/replay`)).status).toBe(404);
  });

  it('ends the other sessions of who gets a new password', async () => {
    const eva = await server.agent('Eva');
    expect((await eva.get('/me')).status).toBe(200);
    expect((await server.admin.patch(`/agents/${eva.id}`, { password: 'Another-horse-9' })).status).toBe(200);
    expect((await eva.get('/me')).status).toBe(401);
    expect((await server.admin.delete(`/agents/${server.admin.id}`)).body.code).toBe('in_use');
  });
});
