import type { Announcement } from '../../src/domain/events';
import { databases } from '../support/database';
import { APP_SECRET, type AServer, aServer, PASSWORD } from './support/a-server';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;

describe.each(databases())('how a webhook is doing, on $name', (on) => {
  let server: AServer;
  let channel: string;
  let announced: Announcement[];

  beforeEach(async () => {
    server = await aServer({ on });
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    channel = await aChannel(server.admin);
    announced = [];
    server.desk.bus.listen((more) => void announced.push(...more.filter(({ name }) => name === 'channel.state_changed')));
  });
  afterEach(() => server.close());

  const facts = async () => (await server.admin.get(`/channels/${channel}/webhook`)).body;
  const now = () => new Date(server.clock.now()).toISOString();
  const shake = async (token: string) =>
    (await fetch(`${server.url}/webhooks/${channel}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=7`)).status;

  it('waits for the provider at first', async () => {
    expect(await facts()).toEqual({
      handshakeAt: null,
      handshakeFailures: { count: 0, lastAt: null },
      firstEvent: null,
      lastEvent: null,
      perMinute: Array(60).fill(0),
      counts: { applied: 0, ignored: 0, failed: 0, unrouted: 0 },
      rejected: [],
      fieldsSeen: [],
      previousSecret: null,
    });
  });

  it('is for admins, of channels that there are', async () => {
    const ana = await server.agent('Ana');
    expect((await ana.get(`/channels/${channel}/webhook`)).status).toBe(403);
    expect((await server.admin.get('/channels/nobody/webhook')).status).toBe(404);
  });

  it('keeps handshakes without another version of the configuration, and tells screens of them', async () => {
    const before = await server.store.reads.houseVersion();
    expect(await shake('wrong')).toBe(403);
    expect(await shake('wrong')).toBe(403);
    server.clock.forward(1000);
    expect(await shake('verify-me')).toBe(200);
    expect(await facts()).toMatchObject({ handshakeAt: now(), handshakeFailures: { count: 2 } });
    expect(announced).toEqual([1, 2, 3].map(() => ({ name: 'channel.state_changed', id: channel })));
    expect(await server.store.reads.houseVersion()).toBe(before);
  });

  it('knows the first and the last event, counts them by outcome and by minute, and which fields deliver', async () => {
    await server.tell(channel, aText('15551110001', 'hello'));
    const first = now();
    expect(announced).toContainEqual({ name: 'channel.state_changed', id: channel });
    announced.splice(0);
    server.clock.forward(59 * MINUTE);
    await server.tell(channel, aText('15551110001', 'hello', { id: 'wamid.twice' }));
    await server.tell(channel, aText('15551110001', 'hello', { id: 'wamid.twice' }));
    await server.tell(channel, aText('15551110001', 'elsewhere', { number: '999999999999999' }));
    const told = await facts();
    expect(told.firstEvent).toEqual({ at: first, kind: 'message' });
    expect(told.lastEvent).toEqual({ at: now(), kind: 'message', outcome: 'unrouted' });
    expect(told.counts).toEqual({ applied: 2, ignored: 1, failed: 0, unrouted: 1 });
    expect([told.perMinute[0], told.perMinute[59], told.perMinute.length]).toEqual([1, 3, 60]);
    expect(told.fieldsSeen).toEqual([{ field: 'messages', lastAt: now() }]);
    expect(announced).toEqual([]);
    server.clock.forward(MINUTE);
    expect((await facts()).perMinute).toEqual([...Array(58).fill(0), 3, 0]);
  });

  it('groups what it refuses by reason, with who sent the last', async () => {
    await server.tell(channel, aText('15551110001', 'forged'), 'nobody');
    await server.tell(channel, aText('15551110001', 'forged'), 'nobody');
    server.clock.forward(1000);
    await fetch(`${server.url}/webhooks/${channel}`, { method: 'POST', body: '{}' });
    const from = expect.stringContaining('127.0.0.1');
    expect((await facts()).rejected).toEqual([
      { code: 'no_signature', reason: 'no signature', count: 1, lastAt: now(), from },
      { code: 'unknown_secret', reason: 'signed with a secret that the desk does not know', count: 2, lastAt: expect.any(String), from },
    ]);
    const { rejected } = (await server.admin.get(`/channels/${channel}/webhook-events?outcome=rejected`)).body;
    expect(rejected).toEqual({ count: 3, lastAt: now(), reason: 'no signature' });
  });

  it('knows until when the former secret is taken, and when it was last used', async () => {
    await server.admin.patch(`/channels/${channel}`, { config: { appSecret: 'a-new-secret' } });
    await server.tell(channel, aText('15551110001', 'new'), 'a-new-secret');
    const until = new Date(server.clock.now() + 7 * 24 * 60 * MINUTE).toISOString();
    expect((await facts()).previousSecret).toEqual({ until, lastUsedAt: null });
    server.clock.forward(MINUTE);
    await server.tell(channel, aText('15551110001', 'old'), APP_SECRET);
    expect((await facts()).previousSecret).toEqual({ until, lastUsedAt: now() });
    server.clock.forward(8 * 24 * 60 * MINUTE);
    await server.admin.logIn('admin@example.com', PASSWORD);
    expect((await facts()).previousSecret).toBeNull();
  });

  it('names the ticket that an event was about', async () => {
    await server.tell(channel, aText('15551110001', 'hello'));
    const [ticket] = (await server.admin.get('/tickets')).body.data;
    const [event] = (await server.admin.get(`/channels/${channel}/webhook-events`)).body.data;
    expect(event.ticket).toEqual({ id: ticket.id, number: ticket.number });
    await server.tell(channel, aText('15551110001', 'elsewhere', { number: '999999999999999' }));
    const [stray] = (await server.admin.get(`/channels/${channel}/webhook-events`)).body.data;
    expect(stray.ticket).toBeNull();
  });
});
