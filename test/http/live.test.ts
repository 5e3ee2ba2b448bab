import { once } from 'node:events';
import { freshHealth } from '../../src/actions/health/judge-channel';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { type Listener, listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const TICK = 50;
/** Longer than counting rests, however long it took. */
const REST = 30_000;
/** How often a changed workspace is looked for. */
const HOUSE = 5_000;
let customers = 0;
const newCustomer = () => `1555${String(++customers).padStart(6, '0')}`;

describe('a socket', () => {
  const open: Listener[] = [];
  let timers: ReturnType<typeof handTimers>;
  let server: AServer;
  let channel: string;
  let ana: Client;
  let luis: Client;

  const listen = async (client: Client): Promise<Listener> => {
    const listener = await listenAs(client);
    open.push(listener);
    return listener;
  };
  const writes = async (from: string, text = 'hello') => expect(await server.tell(channel, aText(from, text))).toBe(200);
  const ticketOf = async (from: string) => (await server.admin.get(`/tickets?q=${from}`)).body.data[0];
  const sees = (agentsSee: string) => server.admin.patch('/settings', { policy: { agentsSee } });

  beforeEach(async () => {
    timers = handTimers();
    server = await aServer({ later: timers.later });
    channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    luis = await server.agent('Luis');
    await writes(newCustomer());
  });
  afterEach(async () => {
    for (const { socket } of open.splice(0)) socket.disconnect();
    await server.close();
  });

  it('tells of a new ticket and its first message, as the API has them', async () => {
    const [hers, admins] = [await listen(ana), await listen(server.admin)];
    const from = newCustomer();
    await writes(from);
    await timers.turnWhenSet(TICK);
    const message = await hers.next('message.created');
    const ticket = await ticketOf(from);
    const mine = (await ana.get(`/tickets/${ticket.id}`)).body;
    expect(hers.of('ticket.created')).toEqual([mine]);
    expect(hers.of('ticket.updated')).toEqual([mine]);
    expect([message]).toEqual((await ana.get(`/tickets/${ticket.id}/messages`)).body.data);
    await admins.next('message.created');
    expect(admins.of('ticket.created')).toEqual([ticket]);
    expect(ticket.allowedActions).not.toEqual(mine.allowedActions);
  });

  it('tells all that happened since the last round once, as it is now', async () => {
    const [hers, reads] = [await listen(ana), jest.spyOn(server.store.reads, 'ticketsByIds')];
    const from = newCustomer();
    for (const text of ['one', 'two', 'three']) await writes(from, text);
    const { id } = await ticketOf(from);
    await server.admin.patch(`/tickets/${id}`, { priority: 'high' });
    await server.admin.patch(`/tickets/${id}`, { priority: 'urgent' });
    await timers.turnWhenSet(TICK);
    await hers.next('message.created');
    await hers.caughtUp();
    expect(hers.of('ticket.updated')).toEqual([expect.objectContaining({ id, unread: 3, priority: 'urgent' })]);
    expect(hers.of('message.created').map(({ content }) => content.text)).toEqual(['one', 'two', 'three']);
    expect(reads.mock.calls).toEqual([[[id]]]);
    reads.mockRestore();
  });

  it('shows two agents an assignment, each with what they may do', async () => {
    const from = newCustomer();
    await writes(from);
    const { id } = await ticketOf(from);
    const [hers, his] = [await listen(ana), await listen(luis)];
    await ana.put('/me/presence', { presence: 'online' });
    await server.admin.post(`/tickets/${id}/assign`, { agentId: ana.id });
    await timers.turnWhenSet(TICK);
    for (const [listener, client] of [
      [hers, ana],
      [his, luis],
    ] as const) {
      expect(await listener.next('ticket.assigned')).toEqual((await client.get(`/tickets/${id}`)).body);
      expect(await listener.next('ticket.status_changed')).toMatchObject({ id, status: 'active', assignee: { id: ana.id, name: 'Ana' } });
    }
    expect(hers.of('ticket.assigned')[0].allowedActions).not.toEqual(his.of('ticket.assigned')[0].allowedActions);
  });

  it('tells everybody who came or went, and admins alone how a channel does', async () => {
    const [hers, admins] = [await listen(ana), await listen(server.admin)];
    await luis.put('/me/presence', { presence: 'away', reason: 'lunch' });
    const { data } = (await server.admin.get('/channels')).body;
    server.desk.bus.announce([{ name: 'channel.state_changed', id: channel }]);
    await timers.turnWhenSet(TICK);
    const { id, name, kind, state } = data[0];
    expect(await admins.next('channel.state_changed')).toEqual({ id, name, kind, state });
    await server.store.atomically((tx) => tx.saveHealth(freshHealth(channel, 0)));
    server.desk.bus.announce([{ name: 'channel.health_changed', id: channel }]);
    await timers.turnWhenSet(TICK);
    const health = { channelId: channel, state: 'unknown', since: new Date(0).toISOString(), checkedAt: null, problems: [] };
    expect(await admins.next('channel.health_changed')).toEqual({ id, name, kind, health });
    const asked = { type: 'agents', name: 'Week', from: '2026-11-16', to: '2026-11-22', format: 'csv' };
    const report = (await server.admin.post('/reports', asked)).body;
    server.desk.bus.announce([{ name: 'report.ready', id: report.id }]);
    await timers.turnWhenSet(TICK);
    expect([await admins.next('report.changed'), await admins.next('report.ready')]).toEqual([report, report]);
    await hers.caughtUp();
    const { presenceSince } = (await luis.get('/me')).body;
    expect(hers.heard.filter((one) => one.name !== 'hello' && !one.name.startsWith('ticket.'))).toEqual([
      {
        name: 'agent.presence_changed',
        payload: { id: luis.id, name: 'Luis', presence: 'away', presenceReason: 'lunch', presenceSince, teamIds: [] },
      },
    ]);
  });

  describe('when agents see only their own', () => {
    let id: string;
    let from: string;

    beforeEach(async () => {
      from = newCustomer();
      await ana.put('/me/presence', { presence: 'online' });
      await luis.put('/me/presence', { presence: 'online' });
      await writes(from);
      ({ id } = await ticketOf(from));
      await server.admin.post(`/tickets/${id}/assign`, { agentId: ana.id });
      await sees('own');
    });

    it('tells nothing of a ticket, nor its messages, to who may not see it', async () => {
      const [hers, his, admins] = [await listen(ana), await listen(luis), await listen(server.admin)];
      await writes(from, 'a secret');
      await timers.turnWhenSet(TICK);
      await admins.next('message.created');
      await Promise.all([hers.caughtUp(), his.caughtUp()]);
      expect(hers.names()).toEqual(['ticket.updated', 'message.created']);
      expect(his.names()).toEqual([]);
    });

    it('tells who loses a ticket that it is gone, and nothing else of it', async () => {
      const [hers, his] = [await listen(ana), await listen(luis)];
      await server.admin.post(`/tickets/${id}/assign`, { agentId: luis.id });
      await timers.turnWhenSet(TICK);
      expect(await his.next('ticket.assigned')).toMatchObject({ id, assignee: { id: luis.id } });
      await hers.caughtUp();
      expect(hers.heard.slice(1)).toEqual([{ name: 'ticket.updated', payload: { id, gone: true } }]);
    });

    it('says so to a socket that watches a list which the ticket was in', async () => {
      const hers = await listen(ana);
      await hers.watch({ lists: [{ assignee: 'me' }] });
      await server.admin.post(`/tickets/${id}/assign`, { agentId: luis.id });
      await timers.turnWhenSet(TICK);
      expect(await hers.next('ticket.updated')).toEqual({ id, gone: true });
    });
  });

  describe('that watches', () => {
    it('hears of tickets that come into its lists, change there, and leave them', async () => {
      const [hers, admins] = [await listen(ana), await listen(server.admin)];
      expect(await hers.watch({ lists: [{ assignee: 'none', status: ['pending'], channel: [channel], stage: ['open'] }] })).toEqual({
        ok: true,
      });
      const round = async (act: () => Promise<unknown>) => {
        for (const one of [hers, admins]) one.forget();
        await act();
        await timers.turnWhenSet(TICK);
        await admins.next('ticket.updated');
        await hers.caughtUp();
        return hers.names();
      };
      const from = newCustomer();
      expect(await round(() => writes(from))).toEqual(['ticket.created', 'ticket.updated']);
      const { id } = await ticketOf(from);
      expect(await round(() => server.admin.patch(`/tickets/${id}`, { priority: 'high' }))).toEqual(['ticket.updated']);
      expect(await round(() => server.admin.post(`/tickets/${id}/close`))).toEqual(
        expect.arrayContaining(['ticket.updated', 'ticket.status_changed']),
      );
      expect(await round(() => server.admin.patch(`/tickets/${id}`, { priority: 'low' }))).toEqual([]);
    });

    it('hears of its tickets, the messages of its chats, and under the names it asked for', async () => {
      const [one, other] = [newCustomer(), newCustomer()];
      for (const from of [one, other]) await writes(from);
      const [mine, another] = [await ticketOf(one), await ticketOf(other)];
      const [hers, admins] = [await listen(ana), await listen(server.admin)];
      await hers.watch({ tickets: [mine.id], chats: [another.chatId], events: ['ticket.updated', 'message.created'] });
      for (const from of [one, other]) await writes(from, 'again');
      await server.admin.post(`/tickets/${mine.id}/close`);
      await timers.turnWhenSet(TICK);
      await admins.next('message.created');
      await hers.caughtUp();
      expect(hers.names()).toEqual(['ticket.updated', 'message.created']);
      expect(hers.of('ticket.updated')[0].id).toBe(mine.id);
      expect(hers.of('message.created')[0].chatId).toBe(another.chatId);
    });

    it('keeps what it watched when it asks for what is not to be had', async () => {
      const [hers, admins] = [await listen(ana), await listen(server.admin)];
      await hers.watch({ lists: [{ assignee: 'me' }] });
      expect(await hers.watch({ lists: [{ status: ['lost'] }], tickets: Array(201).fill('x'), surprise: 1 })).toEqual({
        ok: false,
        code: 'invalid',
        errors: expect.arrayContaining([
          { path: 'lists.0.status.0', message: expect.any(String) },
          { path: 'tickets', message: expect.any(String) },
          { path: 'surprise', message: 'unknown field' },
        ]),
      });
      hers.socket.emit('watch');
      await writes(newCustomer());
      await timers.turnWhenSet(TICK);
      await admins.next('ticket.created');
      await hers.caughtUp();
      expect(hers.names()).toEqual([]);
    });
  });

  it('counts for who asked, at most once a second, and only what has changed', async () => {
    const from = newCustomer();
    await writes(from);
    const [hers, his] = [await listen(ana), await listen(luis)];
    await hers.watch({ counts: true });

    const { id } = await ticketOf(from);
    await server.admin.patch(`/tickets/${id}`, { priority: 'high' });
    await timers.turnWhenSet(TICK);
    expect(await hers.next('tickets.counts')).toEqual((await ana.get('/tickets/counts')).body);
    hers.forget();

    await writes(newCustomer());
    await timers.turnWhenSet(TICK);
    await his.next('message.created');
    await hers.caughtUp();
    expect(hers.of('tickets.counts')).toEqual([]);
    timers.turn(REST);
    expect(await hers.next('tickets.counts')).toEqual((await ana.get('/tickets/counts')).body);
    expect(his.of('tickets.counts')).toEqual([]);
  });

  it.each(['own', 'team'])('counts for an agent who sees %s what the API counts, in one read for all who see the same', async (what) => {
    const [hers, hers2, his, admins] = [await listen(ana), await listen(ana), await listen(luis), await listen(server.admin)];
    await sees(what);
    for (const one of [hers, hers2, his, admins]) await one.watch({ counts: true });
    const from = newCustomer();
    const reads = jest.spyOn(server.store.reads, 'ticketCounts');
    await writes(from);
    await timers.turnWhenSet(TICK);
    for (const [listener, client] of [
      [hers, ana],
      [hers2, ana],
      [his, luis],
      [admins, server.admin],
    ] as const)
      expect(await listener.next('tickets.counts')).toEqual((await client.get('/tickets/counts')).body);
    expect(reads).toHaveBeenCalledTimes((what === 'own' ? 1 : 3) + 4);
    reads.mockRestore();
  });

  it('tells everybody once that the workspace is another one, and nothing while it stands', async () => {
    const hers = await listen(ana);
    await timers.turnWhenSet(HOUSE);
    await hers.next('workspace.changed');
    hers.forget();
    await server.admin.post('/stages', { name: 'Waiting for parts', color: 'moss' });
    await server.admin.post('/teams', { name: 'Returns', agentIds: [] });
    await timers.turnWhenSet(HOUSE);
    expect(await hers.next('workspace.changed')).toEqual({ version: expect.any(Number) });
    await timers.turnWhenSet(HOUSE);
    await hers.caughtUp();
    expect(hers.of('workspace.changed')).toHaveLength(1);
  });

  it('tells of a colleague who is new, has a new name, or is gone', async () => {
    const hers = await listen(ana);
    const rosa = await server.agent('Rosa');
    await timers.turnWhenSet(TICK);
    expect(await hers.next('agent.presence_changed')).toMatchObject({ id: rosa.id, name: 'Rosa' });
    hers.forget();
    await server.admin.patch(`/agents/${rosa.id}`, { name: 'Rosa Lima' });
    await timers.turnWhenSet(TICK);
    expect(await hers.next('agent.presence_changed')).toMatchObject({ id: rosa.id, name: 'Rosa Lima' });
    hers.forget();
    await server.admin.delete(`/agents/${rosa.id}`);
    await timers.turnWhenSet(TICK);
    await hers.next('workspace.changed');
  });

  it('tells of somebody who took their invitation, under the name that they chose', async () => {
    const hers = await listen(ana);
    const { url } = (await server.admin.post('/invites', { name: 'Rosa', email: 'rosa@example.com', role: 'agent' })).body;
    await timers.turnWhenSet(TICK);
    await hers.next('agent.presence_changed');
    hers.forget();
    await server.stranger.post('/invites/redeem', { token: url.split('#')[1], password: 'Another-horse-7', name: 'Rosa Lima' });
    await timers.turnWhenSet(TICK);
    expect(await hers.next('agent.presence_changed')).toMatchObject({ name: 'Rosa Lima' });
  });

  it('knows who has the web app open', async () => {
    expect(server.isWatching(ana.id)).toBe(false);
    const { socket } = await listen(ana);
    expect([server.isWatching(ana.id), server.isWatching(luis.id)]).toEqual([true, false]);
    const gone = new Promise<unknown>((resolve) => socket.once('disconnect', resolve));
    await ana.delete('/session');
    await gone;
    expect(server.isWatching(ana.id)).toBe(false);
  });

  it('says nothing to anybody when nobody listens', async () => {
    const reads = jest.spyOn(server.store.reads, 'ticketsByIds');
    await writes(newCustomer());
    timers.turn(TICK);
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
  });
});

it('lets sockets come back to a server that was stopped and started', async () => {
  const timers = handTimers();
  const first = await aServer({ later: timers.later });
  const listener = await listenAs(first.admin, { reconnection: true });
  const port = Number(new URL(first.url).port);
  const began = performance.now();
  const stopped = once(listener.socket as never, 'disconnect');
  await first.close();
  expect(await stopped).toEqual(['transport close', expect.anything()]);
  expect(performance.now() - began).toBeLessThan(3000);

  const second = await aServer({ config: { port }, later: timers.later });
  listener.socket.io.opts.extraHeaders = { origin: second.url, cookie: second.admin.cookie };
  await once(listener.socket as never, 'connect');
  await second.admin.put('/me/presence', { presence: 'online' });
  await timers.turnWhenSet(TICK);
  expect(await listener.next('agent.presence_changed')).toMatchObject({ id: second.admin.id, presence: 'online' });
  listener.socket.disconnect();
  await second.close();
});
