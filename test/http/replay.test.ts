import { runKey } from '../../src/timers/errands';
import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import { aChannel, aText } from './support/whatsapp';

describe.each(databases())('other settings over HTTP, on $name,', (on) => {
  let server: AServer;
  let channel: string;
  beforeAll(async () => {
    server = await aServer({ on });
    channel = await aChannel(server.admin);
    await server.tell(channel, aText('15551234567', 'hello'));
    await server.tell(channel, aText('15551234568', 'hello'));
    server.clock.forward(60 * 60_000);
  });
  afterAll(() => server.close());

  const patch = { timers: { closeUnassignedAfter: 'PT30M' } };
  const day = () => new Date(server.clock.now()).toISOString().slice(0, 10);

  it('are planned: which open tickets they would move, a page at a time', async () => {
    const first = await server.admin.post('/settings/plan?limit=1', { patch });
    expect([first.status, first.body]).toEqual([
      200,
      {
        open: 2,
        tickets: 2,
        redated: 0,
        moves: [{ from: 'pending', to: 'closed', kind: 'unassigned', tickets: 2, movesAt: null }],
        data: [
          expect.objectContaining({
            number: expect.any(Number),
            contactName: 'Cus Tomer',
            channel: { id: channel, kind: 'whatsapp_cloud', name: 'Front desk' },
            from: 'pending',
            to: 'closed',
            kind: 'unassigned',
          }),
        ],
        nextCursor: expect.any(String),
      },
    ]);
    const second = await server.admin.post(`/settings/plan?limit=1&cursor=${first.body.nextCursor}`, { patch });
    expect(second.body).toMatchObject({ data: [{ to: 'closed' }], nextCursor: null, tickets: null, moves: null });
    expect(second.body.data[0].id).not.toBe(first.body.data[0].id);
    expect((await server.admin.post('/settings/plan?cursor=x', { patch })).status).toBe(422);
    expect((await server.admin.get('/settings')).body.timers.closeUnassignedAfter).toBeNull();
  });

  it('are planned for one channel: what it would do otherwise', async () => {
    const plan = (body: object) => server.admin.post('/settings/plan', body);
    const other = await aChannel(server.admin, { phoneNumberId: '20000002' });
    const all = await plan({ channelId: channel, overrides: patch });
    expect([all.status, all.body]).toMatchObject([200, { open: 2, tickets: 2, data: [{ channel: { id: channel } }, {}] }]);
    expect((await plan({ channelId: other, overrides: patch })).body).toMatchObject({ open: 0, tickets: 0, moves: [], data: [] });
    await server.admin.patch(`/channels/${channel}`, { overrides: { timers: { closeUnassignedAfter: 'P7D' } } });
    expect((await plan({ patch })).body).toMatchObject({ open: 2, tickets: 0 });
    expect((await plan({ channelId: channel, overrides: patch })).body).toMatchObject({ tickets: 2 });
    await server.admin.patch(`/channels/${channel}`, { overrides: {} });
    await server.admin.delete(`/channels/${other}`);
    const wrong = [{}, { channelId: channel }, { overrides: patch }, { patch, channelId: channel, overrides: patch }];
    const noChannels = ['fax', other].map((channelId) => ({ channelId, overrides: patch }));
    const refused = await Promise.all([...wrong, ...noChannels].map(plan));
    expect(refused.map(({ status, body }) => [status, body.errors[0].path])).toEqual([
      ...wrong.map(() => [422, 'patch']),
      ...noChannels.map(() => [422, 'channelId']),
    ]);
  });

  it('are replayed over a period, in the background', async () => {
    const asked = await server.admin.post('/replays', { from: day(), to: day(), patch });
    expect([asked.status, asked.body]).toMatchObject([202, { state: 'queued', result: null, patch, by: { name: 'Admin' } }]);
    await runKey(server.desk, 'replays');
    const { body } = await server.admin.get(`/replays/${asked.body.id}`);
    expect(body).toMatchObject({
      state: 'ready',
      result: {
        before: { tickets: 2, closed: 0, closedByThemselves: 0, queuedSeconds: 7200, waitingSeconds: 7200 },
        after: { tickets: 2, closed: 2, closedByThemselves: 2, closedBy: { unassignable: 2 } },
        differ: 2,
        unclear: 0,
      },
    });
    const { body: list } = await server.admin.get(`/replays/${asked.body.id}/tickets?limit=1`);
    expect(list).toMatchObject({
      data: [
        {
          contactName: 'Cus Tomer',
          estimated: false,
          before: { status: 'pending', closes: 0, queuedSeconds: 3600 },
          after: { status: 'closed', closes: 1, closeCause: 'unassignable' },
        },
      ],
      nextCursor: expect.any(String),
    });
  });

  it('are not replayed any more once that is cancelled, also in the middle', async () => {
    const cancel = (id: string) => server.admin.post(`/replays/${id}/cancel`);
    const asking = async () => (await server.admin.post('/replays', { from: day(), to: day(), patch })).body.id;
    const waiting = await asking();
    expect((await cancel(waiting)).body).toMatchObject({ state: 'cancelled', result: null, finishedAt: expect.any(String) });
    expect((await cancel(waiting)).status).toBe(200);
    await runKey(server.desk, 'replays');
    expect((await server.admin.get(`/replays/${waiting}`)).body.state).toBe('cancelled');

    // First it reads how long is usual, then it replays.
    for (const last of [1, 2]) {
      const going = await asking();
      const { store } = server.desk;
      let looks = 0;
      const walkChats: typeof store.reads.walkChats = async (...asked) => {
        server.clock.forward(1_000);
        if (++looks === last) expect((await cancel(going)).status).toBe(200);
        return store.reads.walkChats(...asked);
      };
      await runKey({ ...server.desk, store: { ...store, reads: { ...store.reads, walkChats } } }, 'replays');
      expect(looks).toBe(last);
      expect((await server.admin.get(`/replays/${going}`)).body).toMatchObject({ state: 'cancelled', result: null });
      expect((await server.admin.get(`/replays/${going}/tickets`)).body.data).toEqual([]);
    }
    expect(await server.store.reads.errandsOf('replays', 1)).toEqual([]);

    const made = await asking();
    await runKey(server.desk, 'replays');
    expect((await cancel(made)).body).toMatchObject({ status: 409, code: 'replay_over', state: 'ready' });
    expect((await server.admin.post('/replays/nobody/cancel')).status).toBe(404);
  });

  it('are refused when they, or the period, are wrong', async () => {
    const wrong = { timers: { idleAfter: 'P1M' } };
    expect((await server.admin.post('/replays', { from: day(), to: day(), patch: wrong })).status).toBe(422);
    expect((await server.admin.post('/settings/plan', { patch: wrong })).status).toBe(422);
    for (const period of [
      { from: 'today', to: day() },
      { from: day(), to: '2020-01-01' },
      { from: '2199-01-01', to: '2199-01-02' },
    ])
      expect((await server.admin.post('/replays', { ...period, patch })).status).toBe(422);
    expect((await server.admin.get('/replays/nobody')).status).toBe(404);
  });

  it('have versions: when they were changed, by whom and what', async () => {
    await server.admin.patch('/settings', { timers: { idleAfter: 'PT10M' } });
    server.clock.forward(1_000);
    await server.admin.patch('/settings', { timers: { idleAfter: 'PT20M' }, routing: { capacity: 7 } });
    const first = await server.admin.get('/settings/versions?limit=1');
    expect(first.body.data).toEqual([
      {
        at: new Date(server.clock.now()).toISOString(),
        by: { id: server.admin.id, name: 'Admin' },
        changes: [
          { path: 'timers.idleAfter', from: 'PT10M', to: 'PT20M' },
          { path: 'routing.capacity', from: 5, to: 7 },
        ],
      },
    ]);
    const second = await server.admin.get(`/settings/versions?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({
      data: [{ changes: [{ path: 'timers.idleAfter', from: 'PT30M', to: 'PT10M' }] }],
      nextCursor: null,
    });
  });
});
