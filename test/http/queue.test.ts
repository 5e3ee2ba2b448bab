import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;
const [FIRST, SECOND, THIRD] = ['15550000001', '15550000002', '15550000003'];

describe('the queue over HTTP', () => {
  let server: AServer;
  let timers: ReturnType<typeof handTimers>;
  let channel: string;
  let ana: Client;

  const writes = async (from: string) => {
    await server.tell(channel, aText(from, 'hello'));
    return (await server.admin.get(`/tickets?q=${from}`)).body.data[0];
  };
  const queueOf = async (client: Client, query = '') => (await client.get(`/tickets/queue${query}`)).body;
  const placesOf = (queue: { data: { place: number; ticket: { id: string } }[] }) =>
    queue.data.map(({ place, ticket }) => [place, ticket.id]);

  beforeEach(async () => {
    timers = handTimers();
    server = await aServer({ later: timers.later });
    channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
  });
  afterEach(() => server.close());

  it('lists who waits by priority, then by how long, with their places and why', async () => {
    const one = await writes(FIRST);
    server.clock.forward(MINUTE);
    const two = await writes(SECOND);
    server.clock.forward(30_500);
    await server.admin.patch(`/tickets/${two.id}`, { priority: 'urgent' });
    const asleep = await writes(THIRD);
    await server.admin.post(`/tickets/${asleep.id}/snooze`, { for: 'PT1H' });
    const queue = await queueOf(ana);
    expect(placesOf(queue)).toEqual([
      [1, two.id],
      [2, one.id],
    ]);
    expect([queue.total, queue.oldestSince, queue.nextCursor]).toEqual([2, one.createdAt, null]);
    expect(queue.data[0]).toMatchObject({
      waitingSince: two.createdAt,
      seconds: 30,
      why: { rule: 'nobody_free', words: 'Nobody is online.' },
    });
    expect(queue.data[0].ticket).toEqual((await ana.get(`/tickets/${two.id}`)).body);
  });

  it('says who was passed over and why', async () => {
    await ana.put('/me/presence', { presence: 'away' });
    await writes(FIRST);
    const { why } = (await queueOf(server.admin)).data[0];
    expect(why.passedOver).toEqual([{ agentId: ana.id, name: 'Ana', why: expect.stringMatching(/^away since \d\d:\d\d$/) }]);
    expect(why.facts).toMatchObject({ priority: 'medium', waitingSince: expect.stringMatching(/Z$/) });
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    expect((await queueOf(server.admin)).data[0].why).toMatchObject({ rule: 'manual', passedOver: [] });
  });

  it('says when work begins', async () => {
    const days = { mon: [{ from: '09:00', to: '17:00' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    await server.admin.patch('/settings', { routing: { hours: { timeZone: 'UTC', days, holidays: [] } } });
    server.clock.forward(Date.UTC(2026, 10, 28, 12) - server.clock.now());
    await writes(FIRST);
    expect((await queueOf(ana)).data[0].why).toMatchObject({
      rule: 'outside_hours',
      words: expect.stringMatching(/^It waits for working hours, which begin .*09:00\.$/),
    });
  });

  it('goes on where the page before ended, also when somebody has left meanwhile', async () => {
    const tickets = [];
    for (const from of [FIRST, SECOND, THIRD]) {
      tickets.push(await writes(from));
      server.clock.forward(MINUTE);
    }
    const page = await queueOf(ana, '?limit=2');
    await server.admin.post(`/tickets/${tickets[0].id}/close`, {});
    expect(placesOf(await queueOf(ana, `?limit=2&cursor=${page.nextCursor}`))).toEqual([[2, tickets[2].id]]);
  });

  it('shows each what they may see, in its true place, and nothing of the rest', async () => {
    const team = (await server.admin.post('/teams', { name: 'Sales' })).body;
    const [one, two] = [await writes(FIRST), await writes(SECOND)];
    await server.admin.post(`/tickets/${one.id}/transfer`, { teamId: team.id });
    await server.admin.patch('/settings', { policy: { agentsSee: 'team' } });
    const seen = await queueOf(ana);
    expect([placesOf(seen), seen.total]).toEqual([[[2, two.id]], 1]);
    expect(JSON.stringify(seen)).not.toContain(one.id);
    expect(placesOf(await queueOf(server.admin, `?team=${team.id}`))).toEqual([[1, one.id]]);
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    expect(await queueOf(ana)).toEqual({ data: [], total: 0, oldestSince: null, nextCursor: null });
  });

  it('is counted with since when the oldest waits', async () => {
    expect((await ana.get('/tickets/counts')).body).toMatchObject({ queue: 0, oldestInQueueSince: null });
    const one = await writes(FIRST);
    server.clock.forward(MINUTE);
    await writes(SECOND);
    expect((await ana.get('/tickets/counts')).body).toMatchObject({ queue: 2, oldestInQueueSince: one.createdAt });
  });

  it('tells who listens that somebody waits too long, and what is due', async () => {
    await server.admin.patch('/settings', { routing: { queueAlarmAfter: 'PT5M' } });
    await server.admin.put('/targets', {
      targets: [{ teamId: null, priority: null, firstAnswer: 'PT20M', nextAnswer: null, resolution: null }],
    });
    const ticket = await writes(FIRST);
    const listener = await listenAs(ana);
    for (const [name, minutes] of [
      ['queue.alarm', 5],
      ['ticket.due_soon', 5],
      ['ticket.overdue', 10],
    ] as const) {
      server.clock.forward(minutes * MINUTE);
      await sweepTickets(server.desk);
      const told = listener.next(name);
      await timers.turnWhenSet(50);
      expect(await told).toMatchObject({ id: ticket.id });
    }
    listener.socket.disconnect();
  });
});

describe('targets over HTTP', () => {
  let server: AServer;
  let channel: string;
  const row = { teamId: null, priority: null, firstAnswer: 'PT1H', nextAnswer: null, resolution: 'P1D' };
  beforeEach(async () => {
    server = await aServer();
    channel = await aChannel(server.admin);
  });
  afterEach(() => server.close());

  it('are kept as a list, for admins', async () => {
    const ana = await server.agent('Ana');
    expect((await server.admin.get('/targets')).body).toEqual({ targets: [] });
    const targets = [row, { ...row, priority: 'urgent', firstAnswer: 'PT15M' }];
    expect(await server.admin.put('/targets', { targets })).toMatchObject({ status: 200, body: { targets } });
    expect((await server.admin.get('/targets')).body).toEqual({ targets });
    expect((await ana.get('/targets')).status).toBe(403);
    expect((await ana.put('/targets', { targets: [] })).status).toBe(403);
  });

  it.each([
    ['two rows for the same', [row, row], 'targets.1'],
    ['a team that is not there', [{ ...row, teamId: 'nobody' }], 'targets.0.teamId'],
    ['a month', [{ ...row, resolution: 'P1M' }], 'targets.0.resolution'],
  ])('refuse %s', async (_, targets, path) => {
    const { status, body } = await server.admin.put('/targets', { targets });
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
    expect((await server.admin.get('/targets')).body).toEqual({ targets: [] });
  });

  it('lose the rows of a team that is deleted', async () => {
    const team = (await server.admin.post('/teams', { name: 'Sales' })).body;
    await server.admin.put('/targets', {
      targets: [
        { ...row, resolution: null },
        { ...row, teamId: team.id, firstAnswer: 'PT1M' },
      ],
    });
    await server.tell(channel, aText(FIRST, 'hello'));
    const { id } = (await server.admin.get('/tickets')).body.data[0];
    await server.admin.post(`/tickets/${id}/transfer`, { teamId: team.id });
    await server.admin.delete(`/teams/${team.id}`);
    expect((await server.admin.get('/targets')).body).toEqual({ targets: [{ ...row, resolution: null }] });
    const left = (await server.admin.get(`/tickets/${id}`)).body;
    expect(left.targets).toMatchObject([{ kind: 'first_answer', dueAt: new Date(Date.parse(left.createdAt) + 60 * MINUTE).toISOString() }]);
  });

  it('stand on the ticket, which can be sorted and filtered by them', async () => {
    await server.admin.put('/targets', { targets: [row] });
    const at = (ms: number) => new Date(server.clock.now() + ms).toISOString();
    const due = { first: at(60 * MINUTE), end: at(24 * 60 * MINUTE) };
    const numbers = async (query: string) =>
      (await server.admin.get(`/tickets?${query}`)).body.data.map(({ contact }: { contact: { address: string } }) => contact.address);
    await server.tell(channel, aText(FIRST, 'hello'));
    const ticket = (await server.admin.get('/tickets')).body.data[0];
    expect(ticket).toMatchObject({
      waitingSince: ticket.createdAt,
      dueAt: due.first,
      targets: [
        { kind: 'first_answer', dueAt: due.first, state: 'running', endedAt: null },
        { kind: 'resolution', dueAt: due.end, state: 'running', endedAt: null },
      ],
    });
    server.clock.forward(50 * MINUTE);
    await server.tell(channel, aText(SECOND, 'hello'));
    expect(await numbers('sort=due')).toEqual([FIRST, SECOND]);
    expect([await numbers('due=soon'), await numbers('due=missed')]).toEqual([[FIRST], []]);
    server.clock.forward(10 * MINUTE);
    expect([await numbers('due=soon'), await numbers('due=missed')]).toEqual([[], [FIRST]]);
    expect((await server.admin.get(`/tickets/${ticket.id}`)).body.targets[0].state).toBe('missed');
    await server.admin.post(`/tickets/${ticket.id}/close`, {});
    const closed = (await server.admin.get(`/tickets/${ticket.id}`)).body;
    expect(closed).toMatchObject({
      dueAt: null,
      waitingSince: null,
      targets: [{ kind: 'resolution', state: 'met', endedAt: closed.closedAt }],
    });
  });
});
