import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

describe.each(databases())('what the web app starts with, on $name', (on) => {
  let server: AServer;
  let ana: Client;
  let channel: string;

  beforeAll(async () => {
    server = await aServer({ on });
    ana = await server.agent('Ana');
  });
  afterAll(() => server.close());

  it('knows that nothing is connected yet', async () => {
    const { status, body } = await server.admin.get('/workspace');
    expect([status, body.role, body.setUp, body.channels]).toEqual([200, 'admin', { hasRealChannel: false }, []]);
  });

  it('tells an agent who they are, their colleagues, the stages in order, the rules and the time of the desk', async () => {
    const { body } = await ana.get('/workspace');
    expect(body.me).toMatchObject({ id: ana.id, name: 'Ana', presence: 'offline' });
    expect(body.role).toBe('agent');
    const presenceSince = new Date(server.clock.now()).toISOString();
    expect(body.agents).toEqual([
      { id: server.admin.id, name: 'Admin', role: 'admin', presence: 'offline', presenceReason: null, presenceSince, teamIds: [] },
      { id: ana.id, name: 'Ana', role: 'agent', presence: 'offline', presenceReason: null, presenceSince, teamIds: [] },
    ]);
    expect(body.stages.map((stage: { key: string }) => stage.key)).toEqual(['open', 'snoozed', 'closed', 'auto_closed']);
    expect(body.policy).toMatchObject({ agentsMayClose: true, agentsSee: 'all' });
    expect([body.routing, body.timers.idleAfter, body.locale]).toEqual([
      { capacity: 5, queueAlarmAfter: null, warnBefore: 'PT15M' },
      'PT30M',
      { timeZone: 'UTC', language: 'en' },
    ]);
    expect(body.serverTime).toBe(new Date(server.clock.now()).toISOString());
  });

  it('tells what each channel can send and by which timers, and nothing of how it is connected', async () => {
    channel = await aChannel(server.admin);
    await server.admin.patch(`/channels/${channel}`, { overrides: { timers: { idleAfter: 'PT5M' } } });
    const { body } = await ana.get('/workspace');
    expect(body.setUp).toEqual({ hasRealChannel: true });
    const [one] = body.channels;
    expect(one).toMatchObject({ id: channel, kind: 'whatsapp_cloud', name: 'Front desk', state: { status: 'new' } });
    expect(one.capabilities).toMatchObject({ text: { max: 4096, unit: 'characters' }, reactions: 'any', startsChats: true });
    expect(one.capabilities.choices.buttons).toMatchObject({ most: 3, title: 20 });
    expect(one.capabilities.media.image).toEqual({
      most: 5 * 1024 * 1024,
      mimes: ['image/jpeg', 'image/png'],
      caption: { max: 1024, unit: 'characters' },
      fileName: null,
    });
    const [kind] = (await server.admin.get('/channel-kinds')).body.data;
    expect([kind.capabilities, kind.window]).toEqual([one.capabilities, one.window]);
    expect(one.window).toEqual({ freeText: 24 * 60 * 60_000, humanAgent: null, templates: true });
    expect([one.timers.idleAfter, body.timers.idleAfter]).toEqual(['PT5M', 'PT30M']);
    const words = JSON.stringify(body);
    for (const secret of ['EAAtoken', 'verify-me', '106540352242922', 'admin@example.com']) expect(words).not.toContain(secret);
  });

  it('leaves out what was disconnected, removed or deleted', async () => {
    const gone = await server.agent('Gone');
    await server.admin.delete(`/agents/${gone.id}`);
    await server.admin.delete(`/channels/${channel}`);
    const { body } = await ana.get('/workspace');
    expect([body.agents.length, body.channels, body.setUp.hasRealChannel]).toEqual([2, [], false]);
  });

  it('marks a trial\u2019s channel, which is not a real one', async () => {
    const id = await aChannel(server.admin);
    await server.desk.store.atomically(async (tx) => {
      const made = (await tx.house()).channels.find((one) => one.id === id);
      if (made) await tx.saveChannel({ ...made, trialSince: server.clock.now() });
    });
    await server.desk.house.refresh();
    const { body } = await ana.get('/workspace');
    expect([body.channels[0].trial, body.setUp]).toEqual([true, { hasRealChannel: false }]);
  });

  it('tells everybody how much each colleague has to do', async () => {
    const channel = await aChannel(server.admin, { phoneNumberId: '2000001' });
    const { body: before } = await ana.get('/workspace/loads');
    expect(before.data).toEqual([]);
    await ana.put('/me/presence', { presence: 'online' });
    expect(await server.tell(channel, aText('15550009', 'hello', { number: '2000001' }))).toBe(200);
    const { body } = await ana.get('/workspace/loads');
    expect(body.data).toEqual([{ agentId: expect.any(String), load: 1, capacity: 5 }]);
  });

  it('gives admins the networks with the fields of their forms', async () => {
    const { body } = await server.admin.get('/channel-kinds');
    const [kind] = body.data;
    expect([body.data.length, kind.kind, kind.title]).toEqual([1, 'whatsapp_cloud', 'WhatsApp (Cloud API)']);
    expect(kind.config.find((field: { name: string }) => field.name === 'accessToken')).toEqual({
      name: 'accessToken',
      required: true,
      secret: true,
      choices: null,
      made: false,
      list: false,
      pattern: { source: '^[!-~]+$', says: 'one word without spaces' },
      says: expect.any(String),
    });
    expect((await ana.get('/channel-kinds')).status).toBe(403);
  });
});
