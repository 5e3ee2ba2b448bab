import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { type Listener, listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const MARIA = '15550001';
const PEDRO = '15550002';
const TICK = 50;
const REST = 30_000;

const HOURS = {
  timeZone: 'Europe/Lisbon',
  days: { mon: [{ from: '09:00', to: '17:30' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  holidays: [{ date: '2026-12-25', name: 'Christmas', spans: [] }],
};

describe.each(databases().slice(0, 1))('teams over HTTP', (on) => {
  let timers: ReturnType<typeof handTimers>;
  let server: AServer;
  let admin: Client;
  let ana: Client;
  let luis: Client;
  let channel: string;
  const open: Listener[] = [];

  beforeEach(async () => {
    timers = handTimers();
    server = await aServer({ on, later: timers.later });
    admin = server.admin;
    channel = await aChannel(admin);
    [ana, luis] = [await server.agent('Ana'), await server.agent('Luis')];
  });
  afterEach(async () => {
    for (const { socket } of open.splice(0)) socket.disconnect();
    await server.close();
  });

  const aTeam = async (name: string, ...members: Client[]) =>
    (await admin.post('/teams', { name, agentIds: members.map(({ id }) => id) })).body.id as string;
  const writes = async (from: string, text = 'hello') => {
    expect(await server.tell(channel, aText(from, text))).toBe(200);
    return (await admin.get(`/tickets?q=${from}`)).body.data[0];
  };
  const listen = async (client: Client) => {
    const listener = await listenAs(client);
    open.push(listener);
    return listener;
  };

  it('are added, listed, read, changed and deleted by admins', async () => {
    const made = await admin.post('/teams', { name: ' Support ', hours: HOURS, agentIds: [ana.id] });
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.any(String),
        name: 'Support',
        hours: HOURS,
        open: false,
        agentIds: [ana.id],
        openTickets: 0,
        channelIds: [],
        createdAt: expect.stringMatching(/Z$/),
        updatedAt: expect.stringMatching(/Z$/),
        version: 1,
      },
    ]);
    const one = `/teams/${made.body.id}`;
    expect((await admin.get(one)).body).toEqual(made.body);
    expect((await admin.get('/teams')).body).toEqual({ data: [made.body], nextCursor: null });
    const changed = await admin.patch(one, { hours: null, agentIds: [luis.id] }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ name: 'Support', hours: null, open: true, agentIds: [luis.id], version: 2 });
    expect((await admin.patch(one, { name: 'x' }, { 'if-match': '"1"' })).body).toMatchObject({ status: 412, code: 'stale' });
    expect((await admin.get(`/agents/${luis.id}`)).body.teamIds).toEqual([made.body.id]);
    expect((await admin.delete(one)).status).toBe(204);
    expect([(await admin.get(one)).status, (await admin.get('/teams')).body.data]).toEqual([404, []]);
    expect((await admin.get(`/agents/${luis.id}`)).body.teamIds).toEqual([]);
  });

  it('are not the business of agents, who find names, hours and members in the workspace', async () => {
    const support = await aTeam('Support', ana);
    await admin.patch(`/teams/${support}`, { hours: HOURS });
    expect([(await ana.get('/teams')).status, (await ana.get(`/teams/${support}`)).status]).toEqual([403, 403]);
    expect((await ana.post('/teams', { name: 'Mine' })).status).toBe(403);
    const { body } = await ana.get('/workspace');
    expect(body.teams).toEqual([{ id: support, name: 'Support', open: false }]);
    expect(body.agents.find(({ id }: { id: string }) => id === ana.id).teamIds).toEqual([support]);
  });

  it('refuse what is wrong with them by its path', async () => {
    const paths = async (body: unknown) => (await admin.post('/teams', body)).body.errors.map(({ path }: { path: string }) => path);
    expect(await paths({ name: ' ' })).toEqual(['name']);
    expect(await paths({ name: 'A', agentIds: [ana.id, 'nobody'] })).toEqual(['agentIds.1']);
    expect(await paths({ name: 'A', hours: { ...HOURS, timeZone: 'Mars' } })).toEqual(['hours']);
    expect((await admin.post('/agents', { name: 'B', email: 'b@example.com', role: 'agent', teamIds: ['no'] })).body.errors).toMatchObject([
      { path: 'teamIds.0' },
    ]);
    expect((await admin.patch(`/channels/${channel}`, { teamId: 'no' })).body.errors).toMatchObject([{ path: 'teamId' }]);
  });

  it('of a channel are those of its tickets: shown, filtered, counted; and the channel holds them', async () => {
    const support = await aTeam('Support', ana);
    expect((await admin.patch(`/channels/${channel}`, { teamId: support })).body.teamId).toBe(support);
    const theirs = await writes(MARIA);
    expect(theirs.team).toEqual({ id: support, name: 'Support' });
    await admin.patch(`/channels/${channel}`, { teamId: null });
    const nobodys = await writes(PEDRO);
    const ids = async (query: string) => (await ana.get(`/tickets?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect([await ids(`team=${support}`), await ids('team=none'), await ids(`team=none,${support}&sort=-lastMessageAt`)]).toEqual([
      [theirs.id],
      [nobodys.id],
      [nobodys.id, theirs.id],
    ]);
    expect((await ana.get('/tickets/counts')).body.byTeam).toEqual([{ teamId: support, open: 1, queue: 1 }]);
    expect((await admin.get(`/teams/${support}`)).body).toMatchObject({ openTickets: 1, channelIds: [] });
    await admin.patch(`/channels/${channel}`, { teamId: support });
    expect((await admin.delete(`/teams/${support}`)).body).toMatchObject({ status: 409, code: 'in_use', using: [{ id: channel }] });
    const view = await ana.post('/views', { name: 'Theirs', query: { team: [support] } });
    expect((await ana.get('/views/counts')).body[view.body.id]).toBe(1);
  });

  it('are what members see under agentsSee team, from the moment on that they join, on their sockets too', async () => {
    await admin.patch('/settings', { policy: { agentsSee: 'team' } });
    const support = await aTeam('Support', ana);
    await admin.patch(`/channels/${channel}`, { teamId: support });
    const ticket = await writes(MARIA);
    expect([(await ana.get(`/tickets/${ticket.id}`)).status, (await luis.get(`/tickets/${ticket.id}`)).status]).toEqual([200, 404]);
    const [hers, his] = [await listen(ana), await listen(luis)];
    await admin.patch(`/teams/${support}`, { agentIds: [luis.id] });
    await timers.turnWhenSet(TICK);
    expect((await his.next('agent.presence_changed')).teamIds).toBeDefined();
    await writes(MARIA, 'still there?');
    await timers.turnWhenSet(TICK);
    expect((await his.next('message.created')).content.text).toBe('still there?');
    expect(hers.of('message.created')).toEqual([]);
    expect([(await ana.get(`/tickets/${ticket.id}`)).status, (await luis.get(`/tickets/${ticket.id}`)).status]).toEqual([404, 200]);
  });

  it('make a list that a socket watches, and counts that it is told', async () => {
    const support = await aTeam('Support');
    const hers = await listen(ana);
    await hers.watch({ lists: [{ team: [support] }], counts: true });
    await writes(PEDRO);
    await timers.turnWhenSet(TICK);
    expect((await hers.next('tickets.counts')).byTeam).toEqual([]);
    hers.forget();
    await admin.patch(`/channels/${channel}`, { teamId: support });
    const ticket = await writes(MARIA);
    await timers.turnWhenSet(TICK);
    expect((await hers.next('ticket.created')).id).toBe(ticket.id);
    expect(hers.of('ticket.created')).toHaveLength(1);
    await timers.turnWhenSet(REST);
    expect((await hers.next('tickets.counts')).byTeam).toEqual([{ teamId: support, open: 1, queue: 1 }]);
  });

  it('are sent tickets with a note, to exactly one of a team and an agent', async () => {
    const support = await aTeam('Support');
    await ana.put('/me/presence', { presence: 'online' });
    const ticket = await writes(MARIA);
    const transfer = (body: unknown) => ana.post(`/tickets/${ticket.id}/transfer`, body);
    expect((await transfer({ note: 'x' })).status).toBe(422);
    expect((await transfer({ agentId: luis.id, teamId: support })).status).toBe(422);
    expect((await transfer({ teamId: 'no' })).body.errors).toMatchObject([{ path: 'teamId' }]);
    const sent = await transfer({ teamId: support, note: 'Needs a part' });
    expect(sent.body).toMatchObject({ status: 'pending', team: { id: support, name: 'Support' }, assignee: null });
    const { data } = (await ana.get(`/tickets/${ticket.id}/messages`)).body;
    expect(data[0]).toMatchObject({ direction: 'note', content: { text: 'Needs a part' } });
    const again = await admin.post(`/tickets/${ticket.id}/close`);
    expect(again.status).toBe(200);
    expect((await admin.post(`/tickets/${ticket.id}/transfer`, { teamId: support })).body).toMatchObject({
      status: 409,
      code: 'illegal_transition',
      from: 'closed',
    });
  });

  it('take over what an agent leaves, and the answer tells what became of each ticket', async () => {
    const support = await aTeam('Support');
    await ana.put('/me/presence', { presence: 'online' });
    const ticket = await writes(MARIA);
    const handOver = (body: unknown) => admin.post(`/agents/${ana.id}/hand-over`, body);
    expect([(await handOver({})).status, (await handOver({ queue: true, teamId: support })).status]).toEqual([422, 422]);
    expect((await handOver({ agentId: luis.id })).body).toMatchObject({ status: 409, code: 'agent_not_online' });
    expect((await handOver({ teamId: support })).body).toEqual({
      data: [{ ticketId: ticket.id, number: ticket.number, status: 'pending', outcome: 'queued' }],
    });
    expect((await handOver({ queue: true })).body).toEqual({ data: [] });
    expect((await admin.post('/agents/nobody/hand-over', { queue: true })).status).toBe(404);
    expect((await luis.post(`/agents/${ana.id}/hand-over`, { queue: true })).status).toBe(403);
  });

  it('are found by routing rules, which are saved as a whole and tried before', async () => {
    const support = await aTeam('Support');
    const rules = [{ name: 'Refunds', when: { words: ['refund'] }, then: { teamId: support, priority: 'high' } }];
    const ticket = await writes(MARIA, 'a refund, please');
    await writes(PEDRO);
    const tried = (await admin.post('/routing-rules/try', { rules })).body;
    expect(tried).toMatchObject({
      tickets: 2,
      unmatched: 1,
      differing: 1,
      rules: [{ name: 'Refunds', tickets: 1, differing: 1 }],
      data: [
        { rule: null, conditions: [], team: null, differs: false },
        {
          ticket: { id: ticket.id, number: ticket.number, contact: 'Cus Tomer', team: null },
          rule: { name: 'Refunds' },
          conditions: ['words'],
          team: { id: support, name: 'Support' },
          closes: false,
          differs: true,
        },
      ],
    });
    expect(tried.teams).toEqual(
      expect.arrayContaining([
        { team: { id: support, name: 'Support' }, tickets: 1 },
        { team: null, tickets: 1 },
      ]),
    );
    expect((await admin.get('/routing-rules')).body.data).toEqual([]);
    const saved = (await admin.put('/routing-rules', { rules })).body.data;
    expect(saved).toEqual([{ ...rules[0], id: expect.any(String), on: true }]);
    expect((await admin.get('/routing-rules')).body.data).toEqual(saved);
    expect((await writes('15550003', 'REFUND')).team).toEqual({ id: support, name: 'Support' });
    expect([(await ana.get('/routing-rules')).status, (await ana.put('/routing-rules', { rules: [] })).status]).toEqual([403, 403]);
    const many = Array.from({ length: 51 }, () => rules[0]);
    expect((await admin.put('/routing-rules', { rules: many })).body.errors).toMatchObject([{ path: 'rules' }]);
    expect((await admin.put('/routing-rules', { rules: [{ name: 'x', then: { teamId: 'no' } }] })).body.errors).toMatchObject([
      { path: 'rules.0.then.teamId' },
    ]);
  });
});
