import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import { aChannel, aText } from './support/whatsapp';

describe.each(databases().slice(0, 1))('previews over HTTP', (on) => {
  let server: AServer;
  let channel: string;
  beforeAll(async () => {
    server = await aServer({ on });
    channel = await aChannel(server.admin);
    await server.tell(channel, aText('15551234567', 'hello'));
    server.clock.forward(60 * 60_000);
  });
  afterAll(() => server.close());

  const CHANGE = { timers: { closeUnassignedAfter: 'PT30M' } };

  it('say how many tickets a change moves, and which', async () => {
    const { status, body } = await server.admin.post('/settings/preview', CHANGE);
    expect([status, body]).toEqual([
      200,
      {
        tickets: 1,
        redated: 0,
        moves: [
          {
            kind: 'unassigned',
            tickets: 1,
            movesAt: null,
            examples: [
              {
                id: expect.any(String),
                number: expect.any(Number),
                contactName: 'Cus Tomer',
                channel: { id: channel, kind: 'whatsapp_cloud', name: 'Front desk' },
                dueAt: expect.stringMatching(/Z$/),
              },
            ],
          },
        ],
      },
    ]);
    expect((await server.admin.post(`/channels/${channel}/preview`, { overrides: CHANGE })).body).toEqual(body);
    expect((await server.admin.get('/settings')).body.timers.closeUnassignedAfter).toBeNull();
  });

  it('refuse what a change would refuse, and are for admins', async () => {
    const wrong = await server.admin.post('/settings/preview', { timers: { idleAfter: 'P1M' } });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'timers.idleAfter']);
    expect((await server.admin.post('/channels/nobody/preview', { overrides: {} })).status).toBe(404);
    const ana = await server.agent('Ana');
    expect((await ana.post('/settings/preview', CHANGE)).status).toBe(403);
    expect((await ana.post(`/channels/${channel}/preview`, { overrides: CHANGE })).status).toBe(403);
  });
});
