import { metrics } from '../../src/domain/figures/metrics';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const [MARIA, PEDRO] = ['15550000001', '15550000002'];
const WEEK = 'from=2026-11-16&to=2026-11-22&zone=Europe/Madrid';

describe('figures of a period over HTTP', () => {
  let server: AServer;
  let channel: string;
  let ana: Client;
  let teamId: string;

  const get = async (path: string) => (await server.admin.get(`/analytics/${path}`)).body;
  const hears = async (from: string) => {
    await server.tell(channel, aText(from, 'hello'));
    return (await server.admin.get(`/tickets?q=${from}`)).body.data[0].id as string;
  };
  const does = (who: Client, id: string, verb: string, body = {}) => who.post(`/tickets/${id}/${verb}`, body);

  /** Maria is answered after three minutes, closed an hour later, comes back and is closed again; Pedro waits. */
  beforeAll(async () => {
    server = await aServer();
    channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    teamId = (await server.admin.post('/teams', { name: 'Sales' })).body.id;
    await server.admin.patch('/settings', { routing: { strategy: 'manual' }, locale: { timeZone: 'Asia/Kolkata' } });
    const general = { teamId: null, priority: null, firstAnswer: 'PT5M', nextAnswer: null, resolution: null };
    await server.admin.put('/targets', { targets: [general] });
    await ana.put('/me/presence', { presence: 'online' });
    const maria = await hears(MARIA);
    server.clock.forward(3 * MINUTE);
    await does(ana, maria, 'take');
    await does(ana, maria, 'messages', { content: { type: 'text', text: 'good morning' } });
    server.clock.forward(HOUR);
    await does(ana, maria, 'close');
    server.clock.forward(MINUTE);
    await does(server.admin, maria, 'reopen');
    server.clock.forward(2 * HOUR + 500);
    await does(ana, maria, 'transfer', { teamId });
    await does(server.admin, maria, 'close');
    await hears(PEDRO);
  });
  afterAll(() => server.close());

  it('tell counts with causes, durations, tables, and when tickets come, by days of a zone', async () => {
    const week = await get(`summary?${WEEK}&compare=true`);
    expect(week).toMatchObject({
      from: '2026-11-15T23:00:00.000Z',
      to: '2026-11-22T23:00:00.000Z',
      zone: 'Europe/Madrid',
      group: 'day',
      soFar: true,
    });
    expect(week.buckets.map(({ soFar }: { soFar: boolean }) => soFar)).toEqual([false, false, false, false, false, false, true]);
    expect(week.metrics.new_tickets).toEqual({
      total: 2,
      series: [0, 0, 0, 0, 0, 0, 2],
      causes: [{ cause: 'customer_wrote', total: 2, series: [0, 0, 0, 0, 0, 0, 2] }],
    });
    expect(week.metrics).toMatchObject({
      closed_tickets: { total: 2 },
      reopened_tickets: { total: 1 },
      messages_in: { total: 2 },
      messages_out: { total: 1 },
    });
    expect(week.durations.first_response).toMatchObject({ n: 1, sum: 180, median: 180, p90: 180, target: { seconds: 300, within: 1 } });
    expect(week.durations.first_response.histogram).toContainEqual({ to: 300, n: 1 });
    expect(week.durations.resolution).toMatchObject({ n: 2, sum: 3780 + 7200, median: 3780, p90: 7200, target: null });
    expect(week.agents).toEqual([
      expect.objectContaining({
        id: ana.id,
        name: 'Ana',
        removed: false,
        closed: 1,
        reopened: 1,
        messages: 1,
        firstResponse: { n: 1, sum: 180, median: 180, p90: 180 },
      }),
    ]);
    expect(week.teams.map(({ name, new: begun, closed }: { name: string; new: number; closed: number }) => [name, begun, closed])).toEqual([
      [null, 2, 1],
      ['Sales', 0, 1],
    ]);
    expect(week.channels).toEqual([expect.objectContaining({ id: channel, new: 2, closed: 2, messagesIn: 2, messagesOut: 1 })]);
    expect(week.heatmap.tickets[6].slice(9, 15)).toEqual([0, 1, 0, 0, 1, 0]);
    const soFar = new Date(server.clock.now() - 7 * 24 * HOUR).toISOString();
    expect(week.before).toMatchObject({ from: '2026-11-08T23:00:00.000Z', to: soFar, metrics: { new_tickets: { total: 0 } } });
  });

  it('are narrowed by channel, team and agent; what can\u2019t be is absent', async () => {
    const team = await get(`summary?${WEEK}&team=${teamId}`);
    expect(team.metrics).toMatchObject({ new_tickets: { total: 0 }, closed_tickets: { total: 1 } });
    expect(team).toMatchObject({ messages: null, bot: null });
    const none = await get(`summary?${WEEK}&team=none&channel=${channel}`);
    expect(none.metrics).toMatchObject({ new_tickets: { total: 2 }, closed_tickets: { total: 1 } });
    const agent = await get(`summary?${WEEK}&agent=${ana.id}`);
    expect(Object.keys(agent.metrics).sort()).toEqual(['closed_tickets', 'messages', 'messages_in', 'messages_out', 'reopened_tickets']);
    expect(agent.metrics).toMatchObject({ closed_tickets: { total: 1 }, messages: { total: 1 } });
    expect(agent.heatmap).toBeNull();
  });

  it('are in the workspace\u2019s zone, and of the last seven days, unless others are asked for', async () => {
    const day = await get('summary?from=2026-11-22&to=2026-11-22&group=hour');
    expect([day.zone, day.from, day.buckets.length]).toEqual(['Asia/Kolkata', '2026-11-21T18:30:00.000Z', 24]);
    const lately = await get('summary');
    expect([lately.from, lately.to]).toEqual(['2026-11-15T18:30:00.000Z', '2026-11-22T18:30:00.000Z']);
  });

  it('lead to what they are made of, as many as they say', async () => {
    const { metrics: counts, durations } = await get(`summary?${WEEK}`);
    const behind = async (query: string) => {
      const all: Record<string, unknown>[] = [];
      for (let cursor = ''; ; ) {
        const page = await get(`tickets?${WEEK}&${query}&limit=1${cursor && `&cursor=${cursor}`}`);
        all.push(...page.data);
        cursor = page.nextCursor;
        if (cursor === null) return all;
      }
    };
    for (const id of ['new_tickets', 'closed_tickets', 'reopened_tickets'])
      expect(await behind(`metric=${id}`)).toHaveLength(counts[id].total);
    const lasted = await behind('metric=resolution');
    expect(lasted.map(({ value }) => value)).toEqual([7200, 3780]);
    expect(lasted).toHaveLength(durations.resolution.n);
    expect(lasted[0]).toMatchObject({
      cause: 'closed_by_person',
      contact: { name: 'Cus Tomer', address: expect.stringContaining(MARIA.slice(-4)) },
      agent: null,
      ticket: { status: 'closed', stage: 'closed', channelId: channel },
    });
    expect(await behind('metric=closed_tickets&cause=auto_closed')).toEqual([]);
    expect(await behind(`metric=closed_tickets&agent=${ana.id}`)).toHaveLength(1);
    expect(await behind('metric=hand_offs')).toEqual([]);
    expect(await behind('metric=bot_talks')).toEqual([]);
  });

  it('say what each of them means', async () => {
    const { data } = await get('metrics');
    expect(data.map(({ id }: { id: string }) => id)).toEqual(metrics.map(({ id }) => id));
    expect(data).toContainEqual(
      expect.objectContaining({
        id: 'first_response',
        unit: 'seconds',
        when: 'period',
        businessHours: true,
        bounds: [60, 120, 300, 600, 1200, 3600],
      }),
    );
  });

  it.each([
    ['from', 'from=2026-02-30&to=2026-03-01'],
    ['to', 'from=2026-03-02&to=2026-03-01'],
    ['zone', 'from=2026-03-01&to=2026-03-01&zone=Mars/Olympus'],
    ['group', 'from=2026-03-01&to=2026-03-01&group=year'],
    ['group', 'from=2020-01-01&to=2026-03-01&group=hour'],
    ['colour', 'from=2026-03-01&to=2026-03-01&colour=red'],
  ])('refuse a wrong %s: %s', async (path, query) => {
    const { status, body } = await server.admin.get(`/analytics/summary?${query}`);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
  });

  it.each([
    ['metric', `${WEEK}&metric=messages`],
    ['metric', `${WEEK}&metric=queue`],
    ['metric', `${WEEK}&metric=new_tickets&agent=somebody`],
    ['from', 'metric=new_tickets&to=2026-11-22'],
    ['cursor', `${WEEK}&metric=new_tickets&cursor=nonsense`],
  ])('refuse to list what can\u2019t be listed: %s of %s', async (path, query) => {
    const { status, body } = await server.admin.get(`/analytics/tickets?${query}`);
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]]);
  });
});
