import { handClock } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';

const HOUR = 3_600_000;

describe('presence', () => {
  const clock = handClock(Date.UTC(2026, 10, 22, 9));
  let server: AServer;
  let ana: Client;

  beforeAll(async () => {
    server = await aServer({ clock });
    ana = await server.agent('Ana');
    await server.admin.patch('/settings', { locale: { timeZone: 'Asia/Kolkata' } });
  });
  afterAll(() => server.close());

  it('has reasons for being away, which admins list and everybody reads', async () => {
    expect((await ana.get('/away-reasons')).body).toEqual({ data: [] });
    const { body } = await server.admin.put('/away-reasons', { reasons: [{ name: 'Lunch' }, { name: 'Training' }] });
    expect(body.data).toEqual([
      { key: 'lunch', name: 'Lunch' },
      { key: 'training', name: 'Training' },
    ]);
    const changed = await server.admin.put('/away-reasons', {
      reasons: [
        { key: 'training', name: 'Course' },
        { key: 'lunch', name: 'Lunch' },
      ],
    });
    expect((await ana.get('/away-reasons')).body).toEqual(changed.body);
    expect(changed.body.data.map(({ name }: { name: string }) => name)).toEqual(['Course', 'Lunch']);
  });

  it('refuses a list that admins did not make, and one that makes no sense', async () => {
    expect(await ana.put('/away-reasons', { reasons: [] })).toMatchObject({ status: 403 });
    const refused = async (reasons: unknown, path: string) =>
      expect(await server.admin.put('/away-reasons', { reasons })).toMatchObject({
        status: 422,
        body: { errors: [expect.objectContaining({ path })] },
      });
    await refused([{ key: 'nap', name: 'Nap' }], 'reasons.0.key');
    await refused([{ name: 'Tea' }, { name: 'tea' }], 'reasons.1.name');
    await refused(
      Array.from({ length: 21 }, (_, at) => ({ name: `Reason ${at}` })),
      'reasons',
    );
    await refused([{ name: ' ' }], 'reasons.0.name');
  });

  it('is said with a reason of the list by its key, or with any words, and everybody sees it', async () => {
    expect((await ana.put('/me/presence', { presence: 'away', reason: 'lunch' })).body).toMatchObject({
      presence: 'away',
      presenceReason: 'Lunch',
    });
    const { body } = await server.admin.put(`/agents/${ana.id}/presence`, { presence: 'away', reason: 'dentist' });
    expect(body).toMatchObject({ presence: 'away', presenceReason: 'dentist' });
    const { agents } = (await server.admin.get('/workspace')).body;
    expect(agents).toContainEqual(expect.objectContaining({ id: ana.id, presence: 'away', presenceReason: 'dentist' }));
  });

  it('is told day by day, in the zone of the workspace or in another', async () => {
    await ana.put('/me/presence', { presence: 'online' });
    clock.forward(12 * HOUR);
    await ana.put('/me/presence', { presence: 'away', reason: 'lunch' });
    clock.forward(HOUR);
    const { body } = await ana.get('/me/presence?from=2026-11-22');
    expect(body.zone).toBe('Asia/Kolkata');
    expect(body.days.map(({ date }: { date: string }) => date)).toEqual(['2026-11-22', '2026-11-23']);
    expect(body.days[0]).toMatchObject({ from: '2026-11-21T18:30:00.000Z', to: '2026-11-22T18:30:00.000Z' });
    expect(body.days[1]).toMatchObject({
      times: [
        { presence: 'online', reason: null, milliseconds: 2.5 * HOUR },
        { presence: 'away', reason: 'Lunch', milliseconds: HOUR },
      ],
      spells: [
        { presence: 'online', from: '2026-11-22T18:30:00.000Z', to: '2026-11-22T21:00:00.000Z' },
        { presence: 'away', reason: 'Lunch', to: '2026-11-22T22:00:00.000Z' },
      ],
    });
    const inUtc = await server.admin.get(`/agents/${ana.id}/presence?zone=UTC`);
    expect(inUtc.body.days).toHaveLength(7);
    expect(inUtc.body.days.at(-1)).toMatchObject({ date: '2026-11-22', times: [{ presence: 'online', milliseconds: 12 * HOUR }, {}] });
  });

  it('is told to oneself and to admins, of days that there are', async () => {
    expect(await ana.get(`/agents/${server.admin.id}/presence`)).toMatchObject({ status: 403 });
    expect(await server.admin.get('/agents/nobody/presence')).toMatchObject({ status: 404 });
    const refused = async (query: string, path: string) =>
      expect((await ana.get(`/me/presence?${query}`)).body).toMatchObject({ code: 'invalid', errors: [expect.objectContaining({ path })] });
    await refused('zone=Mars/Olympus', 'zone');
    await refused('from=2026-11-31', 'from');
    await refused('from=2026-11-22&to=2026-11-21', 'from');
    await refused('from=2026-01-01&to=2026-11-21', 'from');
  });
});
