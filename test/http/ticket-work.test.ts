import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

describe.each(databases())('work on a ticket, on $name', (on) => {
  let server: AServer;
  let ana: Client;
  let channel: string;
  let ticket: { id: string; chatId: string; contact: { id: string } };

  beforeAll(async () => {
    server = await aServer({ on });
    ana = await server.agent('Ana');
    channel = await aChannel(server.admin);
    await server.tell(channel, aText('15550001', 'hello'));
    ticket = (await ana.get('/tickets')).body.data[0];
  });
  afterAll(() => server.close());

  const change = (fields: unknown, by = ana) => by.patch(`/tickets/${ticket.id}`, { fields });
  const lastEvent = async () => (await ana.get(`/tickets/${ticket.id}/events?limit=200`)).body.data.at(-1);

  describe('has fields of the admin\u2019s own', () => {
    const FIELDS = [
      { name: 'Número de pedido', of: 'ticket', type: 'text' },
      { name: 'Items', of: 'ticket', type: 'number' },
      { name: 'Reason', of: 'ticket', type: 'choice', choices: ['Late', 'Broken'] },
      { name: 'Delivered', of: 'ticket', type: 'date' },
      { name: 'Constructor', of: 'contact', type: 'text' },
    ];

    it('with keys made from their names, which only admins define', async () => {
      expect((await ana.put('/fields', { fields: FIELDS })).status).toBe(403);
      const { status, body } = await server.admin.put('/fields', { fields: FIELDS });
      expect(status).toBe(200);
      expect(body.data.map(({ key }: { key: string }) => key)).toEqual(['numero_de_pedido', 'items', 'reason', 'delivered', 'constructor']);
      expect((await ana.get('/fields')).body).toEqual(body);
    });

    it('that take what is of their type, merged by key, each change told with what was there before', async () => {
      const { status, body } = await change({ numero_de_pedido: 'A-1', items: 2, reason: 'Late', delivered: '2026-11-20' });
      expect([status, body.fields]).toEqual([200, { numero_de_pedido: 'A-1', items: 2, reason: 'Late', delivered: '2026-11-20' }]);
      expect((await change({ items: 3, reason: null })).body.fields).toEqual({
        numero_de_pedido: 'A-1',
        items: 3,
        delivered: '2026-11-20',
      });
      expect(await lastEvent()).toMatchObject({
        type: 'updated',
        cause: 'changed_by_person',
        actor: { name: 'Ana' },
        data: { fields: { from: { items: 2, reason: 'Late' }, to: { items: 3, reason: null } } },
      });
      const before = await lastEvent();
      await change({ items: 3 });
      expect(await lastEvent()).toEqual(before);
    });

    it.each([
      [{ items: '3' }, 'fields.items'],
      [{ numero_de_pedido: 3 }, 'fields.numero_de_pedido'],
      [{ numero_de_pedido: 'x'.repeat(1025) }, 'fields.numero_de_pedido'],
      [{ reason: 'Lost' }, 'fields.reason'],
      [{ delivered: '2026-02-30' }, 'fields.delivered'],
      [{ delivered: 'soon' }, 'fields.delivered'],
      [{ colour: 'red' }, 'fields.colour'],
      [{ constructor: 'x' }, 'fields.constructor'],
    ])('that refuse what is not: %j', async (fields, path) => {
      const { status, body } = await change(fields);
      expect([status, body.errors.map((one: { path: string }) => one.path)]).toEqual([422, [path]]);
    });

    it('of contacts as well', async () => {
      const patch = (fields: unknown) => ana.patch(`/contacts/${ticket.contact.id}`, { fields });
      expect((await ana.get(`/contacts/${ticket.contact.id}`)).body.fields).toEqual({});
      const { status, body } = await patch({ constructor: 'Ada' });
      expect([status, body.fields]).toEqual([200, { constructor: 'Ada' }]);
      expect((await patch({ items: 1 })).status).toBe(422);
      expect((await patch({ constructor: null })).body.fields).toEqual({});
    });

    it('that keep their key and type, can be renamed, and hide their values while they are gone', async () => {
      const kept = (await ana.get('/fields')).body.data;
      const put = (fields: unknown) => server.admin.put('/fields', { fields });
      expect((await put([{ ...kept[1], type: 'text' }])).body.errors).toEqual([
        { path: 'fields.0.type', message: 'stays number: values are there' },
      ]);
      expect((await put([{ ...kept[1], of: 'contact' }])).body.errors[0].path).toBe('fields.0.of');
      expect((await put([{ ...kept[2], choices: [] }])).body.errors[0].path).toBe('fields.0.choices');
      expect((await put([kept[0], { name: 'número DE pedido', of: 'ticket', type: 'text' }])).body.errors[0].path).toBe('fields.1.name');
      expect((await put(Array.from({ length: 51 }, (_, n) => ({ name: `f${n}`, of: 'ticket', type: 'text' })))).status).toBe(422);

      expect((await put([{ ...kept[1], name: 'Pieces' }])).body.data).toEqual([{ ...kept[1], name: 'Pieces' }]);
      expect((await ana.get(`/tickets/${ticket.id}`)).body.fields).toEqual({ items: 3 });
      await put(kept);
      expect((await ana.get(`/tickets/${ticket.id}`)).body.fields).toMatchObject({ numero_de_pedido: 'A-1', delivered: '2026-11-20' });
    });

    it('whose new ones never get another\u2019s values', async () => {
      const kept = (await ana.get('/fields')).body.data;
      const { body } = await server.admin.put('/fields', {
        fields: [...kept.slice(1), { name: 'Numero de pedido', of: 'ticket', type: 'number' }],
      });
      expect(body.data.at(-1).key).toBe('numero_de_pedido_2');
    });
  });

  it('suggests the tags that are in use, the most used first, of what one may see', async () => {
    await server.tell(channel, aText('15550002', 'hello'));
    const [other] = (await ana.get('/tickets')).body.data;
    await ana.patch(`/tickets/${ticket.id}`, { tags: ['vip', 'parcel "big"'] });
    await ana.patch(`/tickets/${other.id}`, { tags: ['vip', 'refund'] });
    const tags = async (q = '', by = ana) => (await by.get(`/tags?q=${q}`)).body.data;
    expect(await tags()).toEqual([
      { tag: 'vip', tickets: 2 },
      { tag: 'parcel "big"', tickets: 1 },
      { tag: 'refund', tickets: 1 },
    ]);
    expect(await tags('FUN')).toEqual([{ tag: 'refund', tickets: 1 }]);
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    expect(await tags()).toEqual([]);
    expect(await tags('', server.admin)).toHaveLength(3);
    await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
  });

  it('counts the tickets in each stage for who asks', async () => {
    await server.admin.post('/stages', { name: 'Waiting', color: 'sky' });
    await ana.patch(`/tickets/${ticket.id}`, { stage: 'waiting' });
    const usage = async (query: string) =>
      (await ana.get(`/stages${query}`)).body.data.map(({ key, tickets }: { key: string; tickets?: number }) => [key, tickets]);
    expect(await usage('?usage=true')).toEqual([
      ['open', 1],
      ['snoozed', 0],
      ['closed', 0],
      ['auto_closed', 0],
      ['waiting', 1],
    ]);
    expect(await usage('')).toContainEqual(['open', undefined]);
    await server.admin.delete('/stages/waiting');
    expect(await usage('?usage=true')).toContainEqual(['open', 2]);
  });

  describe('of a blocked contact', () => {
    const contact = async () => (await ana.get(`/contacts/${ticket.contact.id}`)).body;
    const tickets = async () => (await ana.get('/tickets')).body.data;

    it('stays as it is: nothing is closed, nothing that they write counts, and the ticket tells who blocked them', async () => {
      const before = (await ana.get(`/tickets/${ticket.id}`)).body;
      expect((await ana.post(`/contacts/${ticket.contact.id}/block`)).body.blocked).toBe(true);
      expect(await lastEvent()).toMatchObject({ type: 'updated', cause: 'contact_blocked', actor: { name: 'Ana' } });
      await server.tell(channel, aText('15550001', 'do you hear me?'));
      const after = (await ana.get(`/tickets/${ticket.id}`)).body;
      expect([after.status, after.unread, after.waiting]).toEqual([before.status, before.unread, before.waiting]);
      const said = (await ana.get(`/chats/${ticket.chatId}/messages`)).body.data;
      expect(said[0].content.text).toBe('do you hear me?');
    });

    it('opens no other and asks no bot once it is closed', async () => {
      const { body: bot } = await server.admin.post('/bots', {
        name: 'Greeter',
        kind: 'rules',
        config: { rules: [{ when: { any: true }, reply: [{ type: 'text', text: 'hello' }], then: 'stay' }] },
      });
      await server.admin.patch(`/channels/${channel}`, { botId: bot.id });
      await ana.post(`/tickets/${ticket.id}/close`);
      const open = (await tickets()).length;
      server.clock.forward(60 * 60_000);
      await server.tell(channel, aText('15550001', 'and now?', { at: server.clock.now() }));
      expect(await tickets()).toHaveLength(open);
      expect(await server.desk.store.reads.dueKeys(server.clock.now(), 50)).not.toContain(ticket.chatId);
      const [last] = (await ana.get(`/chats/${ticket.chatId}/messages`)).body.data;
      expect([last.content.text, last.ticketId]).toEqual(['and now?', null]);
      await server.admin.patch(`/channels/${channel}`, { botId: null });
    });

    it('is blocked once however often it is asked, and unblocked by admins only', async () => {
      const { version } = await contact();
      await ana.post(`/contacts/${ticket.contact.id}/block`);
      expect(await contact()).toMatchObject({ blocked: true, version });
      expect((await ana.post(`/contacts/${ticket.contact.id}/unblock`)).status).toBe(403);
      expect((await ana.post('/contacts/none/block')).status).toBe(404);
      expect((await server.admin.post(`/contacts/${ticket.contact.id}/unblock`)).body.blocked).toBe(false);
      const before = (await tickets()).length;
      await server.tell(channel, aText('15550001', 'thank you', { at: server.clock.now() }));
      expect(await tickets()).toHaveLength(before + 1);
    });
  });
});
