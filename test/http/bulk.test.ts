import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const MANY = 500;

describe.each(databases())('one act on many tickets, on $name', (on) => {
  let server: AServer;
  let ana: Client;
  let luis: Client;
  let channel: string;
  let phones = 15_550_000;

  beforeAll(async () => {
    server = await aServer({ on });
    [ana, luis] = [await server.agent('Ana'), await server.agent('Luis')];
    channel = await aChannel(server.admin);
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    for (const agent of [ana, luis]) await agent.put('/me/presence', { presence: 'online' });
  });
  afterAll(() => server.close());

  /** So many customers write; their tickets. */
  async function tickets(count: number): Promise<string[]> {
    const from = Array.from({ length: count }, () => String(++phones));
    await Promise.all(from.map((phone) => server.tell(channel, aText(phone, 'hello'))));
    const all: { id: string; contact: { address: string } }[] = [];
    for (let cursor = ''; cursor !== null; ) {
      const { data, nextCursor } = (await server.admin.get(`/tickets?limit=200&cursor=${cursor}`)).body;
      all.push(...data);
      cursor = nextCursor;
    }
    return all.filter(({ contact }) => from.includes(contact.address)).map(({ id }) => id);
  }
  const bulk = (by: Client, ticketIds: readonly string[], action: string, body?: unknown, headers = {}) =>
    by.post('/tickets/bulk', { ticketIds, action, body }, headers);
  const oddOnes = (data: readonly { ok: boolean }[]) => data.filter(({ ok }) => !ok);

  it(`closes ${on.name === 'SQLite' ? MANY : 20} of which three may not be, and says of each what happened`, async () => {
    const ids = await tickets(on.name === 'SQLite' ? MANY : 20);
    const [closed, foreign, another] = [ids[7] as string, ids[11] as string, ids[13] as string];
    await server.admin.patch('/settings', { policy: { agentsSee: 'team' } });
    await ana.post(`/tickets/${closed}/close`);
    for (const id of [foreign, another]) await luis.post(`/tickets/${id}/take`);
    const { status, body } = await bulk(ana, ids, 'close');
    expect(status).toBe(200);
    expect(body.data.map(({ ticketId }: { ticketId: string }) => ticketId)).toEqual(ids);
    expect(oddOnes(body.data)).toEqual([
      { ticketId: closed, ok: false, code: 'illegal_transition', detail: expect.stringContaining('closed') },
      { ticketId: foreign, ok: false, code: 'not_found', detail: 'There is no such ticket.' },
      { ticketId: another, ok: false, code: 'not_found', detail: 'There is no such ticket.' },
    ]);
    expect(body.data[0].ticket).toMatchObject({ status: 'closed', stage: { key: 'closed', name: 'Closed' } });
    const one = (await ana.get(`/tickets/${ids[0]}`)).body;
    expect(body.data[0].ticket.version).toBe(one.version);
    const left = (await server.admin.get('/tickets?status=pending,active&limit=200')).body.data;
    expect(left.map(({ id }: { id: string }) => id).sort()).toEqual([foreign, another].sort());
    await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
  });

  it('refuses each for the reason of the single act', async () => {
    const ids = await tickets(2);
    expect(oddOnes((await bulk(ana, ids, 'take')).body.data)).toEqual([]);
    for (const [action, body] of [
      ['release', {}],
      ['snooze', { for: 'PT1H' }],
      ['in-progress', {}],
      ['transfer', { agentId: luis.id }],
    ] as const) {
      const alone = await luis.post(`/tickets/${ids[0]}/${action}`, body);
      const [first] = (await bulk(luis, ids, action, body)).body.data;
      expect([alone.status, first]).toEqual([409, { ticketId: ids[0], ok: false, code: alone.body.code, detail: alone.body.detail }]);
    }
    await server.admin.patch('/settings', { policy: { agentsMayReopen: false } });
    expect((await bulk(ana, ids, 'reopen')).body.data[0].code).toBe('forbidden');
    expect((await bulk(server.admin, ids, 'assign', { agentId: 'nobody' })).body.data[0].code).toBe('invalid');
  });

  it('gives, wakes, reads and changes as the single acts do', async () => {
    const ids = await tickets(3);
    const done = async (action: string, body?: unknown, by = server.admin) => {
      const { status, body: answer } = await bulk(by, ids, action, body);
      expect([status, oddOnes(answer.data)]).toEqual([200, []]);
      return Promise.all(ids.map(async (id) => (await by.get(`/tickets/${id}`)).body));
    };
    expect((await done('read')).map(({ unread }) => unread)).toEqual([0, 0, 0]);
    expect((await done('snooze', { untilReply: true })).map(({ stage }) => stage.key)).toEqual(['snoozed', 'snoozed', 'snoozed']);
    expect((await done('wake')).map(({ stage }) => stage.key)).toEqual(['open', 'open', 'open']);
    expect((await done('assign', { agentId: luis.id })).map(({ assignee }) => assignee.id)).toEqual([luis.id, luis.id, luis.id]);
    await server.admin.post('/stages', { name: 'Parts', color: 'moss' });
    await server.admin.patch(`/tickets/${ids[1]}`, { tags: ['old', 'vip'] });
    const changed = await done('update', { stage: 'parts', priority: 'high', tagsAdd: ['vip', 'new'], tagsRemove: ['old'] });
    expect(changed.map(({ stage, priority, tags }) => [stage.key, priority, tags])).toEqual([
      ['parts', 'high', ['vip', 'new']],
      ['parts', 'high', ['vip', 'new']],
      ['parts', 'high', ['vip', 'new']],
    ]);
    const tooMany = { tagsAdd: Array.from({ length: 49 }, (_, n) => `t${n}`) };
    expect((await bulk(ana, ids, 'update', tooMany)).body.data[0]).toMatchObject({ code: 'invalid' });
  });

  it('takes no more than 500, and for each action what that action takes', async () => {
    const wrong = async (body: unknown) => (await ana.post('/tickets/bulk', body)).body.errors.map((one: { path: string }) => one.path);
    expect(await wrong({ ticketIds: [], action: 'close' })).toEqual(['ticketIds']);
    expect(await wrong({ ticketIds: Array.from({ length: 501 }, (_, n) => `t${n}`), action: 'close' })).toEqual(['ticketIds']);
    expect(await wrong({ ticketIds: ['t'], action: 'erase' })).toEqual(['action']);
    expect(await wrong({ ticketIds: ['t'], action: 'assign' })).toEqual(['body.agentId']);
    expect(await wrong({ ticketIds: ['t'], action: 'take', body: { agentId: 'x' } })).toEqual(['body.agentId']);
  });

  it('is done once for a key, and answers the same again', async () => {
    const ids = await tickets(2);
    const key = { 'idempotency-key': 'bulk-1' };
    const twice = [...ids, ...ids];
    const first = await bulk(ana, twice, 'close', {}, key);
    const again = await bulk(ana, twice, 'close', {}, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true']);
    expect(again.body.data.map(({ ticketId, ok }: { ticketId: string; ok: boolean }) => [ticketId, ok])).toEqual(
      ids.map((id) => [id, true]),
    );
    expect((await bulk(ana, [ids[0] as string], 'close', {}, key)).status).toBe(422);
  });
});
