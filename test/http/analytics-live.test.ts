import { sweepFigures } from '../../src/actions/figures/catch-up';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;
const [MARIA, PEDRO, LUCIA] = ['15550000001', '15550000002', '15550000003'] as const;

describe('how the desk stands now, over HTTP', () => {
  let server: AServer;
  let channel: string;
  let ana: Client;

  const hears = async (from: string) => {
    await server.tell(channel, aText(from, 'hello'));
    return (await server.admin.get(`/tickets?q=${from}`)).body.data[0];
  };
  const stages = async (query = '') => (await server.admin.get(`/analytics/stages${query}`)).body;
  const named = <T extends { key?: string; status?: string }>(rows: readonly T[], name: string) =>
    rows.find(({ key, status }) => (key ?? status) === name);

  beforeAll(async () => {
    server = await aServer();
    channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    await ana.put('/me/presence', { presence: 'online' });
  });
  afterAll(() => server.close());

  it('is told by stage, status, channel, team and agent, also of what is not counted yet', async () => {
    const { key } = (await server.admin.post('/stages', { name: 'Parts', color: 'clay' })).body;
    const first = await hears(MARIA);
    await ana.post(`/tickets/${first.id}/take`, {});
    await server.admin.patch(`/tickets/${first.id}`, { stage: key });
    await sweepFigures(server.desk);
    server.clock.forward(10 * MINUTE);
    await hears(PEDRO);
    const third = await hears(LUCIA);
    await server.admin.post(`/tickets/${third.id}/close`, {});
    server.clock.forward(5 * MINUTE + 400);

    const now = await stages();
    expect(now.at).toBe(new Date(server.clock.now()).toISOString());
    expect(named(now.stages, key)).toEqual({
      key,
      name: 'Parts',
      color: 'clay',
      tickets: 1,
      seconds: 900,
      medianSeconds: 900,
      p90Seconds: 900,
    });
    expect(named(now.stages, 'open')).toMatchObject({ tickets: 1, seconds: 300, medianSeconds: 300 });
    expect(named(now.stages, 'closed')).toMatchObject({ tickets: 1, seconds: 300, medianSeconds: null });
    expect(named(now.statuses, 'active')).toMatchObject({ tickets: 1, seconds: 900, medianSeconds: 900 });
    expect(now.channels).toMatchObject([{ id: channel, kind: 'whatsapp_cloud', tickets: 3, open: 2 }]);
    expect(now.teams).toEqual([{ id: null, name: null, tickets: 3, open: 2 }]);
    expect(now.agents).toEqual([
      { id: ana.id, name: 'Ana', presence: 'online', open: 1 },
      { id: null, name: null, presence: null, open: 1 },
    ]);
    expect(named((await stages(`?agent=none&channel=${channel}`)).stages, 'open')).toMatchObject({ tickets: 1, medianSeconds: 300 });
    expect((await stages('?channel=of-nobody')).statuses.every(({ tickets }: { tickets: number }) => tickets === 0)).toBe(true);

    expect((await server.admin.get('/analytics/live')).body).toEqual({
      at: now.at,
      open: 2,
      queue: { tickets: 1, oldestSeconds: 300 },
      windowsClosing: { tickets: 0, withinSeconds: 7200 },
      agents: { online: 1, away: 0, offline: 1 },
    });
    server.clock.forward(23 * 60 * MINUTE);
    expect((await server.admin.get('/analytics/live')).body.windowsClosing.tickets).toBe(2);

    await server.admin.delete(`/stages/${key}`);
    const merged = await stages();
    expect(named(merged.stages, key)).toBeUndefined();
    expect(named(merged.stages, 'open')).toMatchObject({ tickets: 2, medianSeconds: 300 + 23 * 3600, p90Seconds: 900 + 23 * 3600 });
  });

  it('is for admins, of a moment that is one', async () => {
    expect((await ana.get('/analytics/stages')).status).toBe(403);
    expect((await ana.get('/analytics/live')).status).toBe(403);
    expect((await server.admin.get('/analytics/stages?at=yesterday')).status).toBe(422);
  });
});
