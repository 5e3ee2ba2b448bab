import { transact } from '../../src/actions/transact';
import { attempting, received, unsure } from '../../src/domain/delivery';
import type { Delivery } from '../../src/domain/message';
import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

describe.each(databases())('talking by the API, on $name', (on) => {
  let server: AServer;
  let ana: Client;
  let luis: Client;
  let ticket: { id: string; chatId: string };
  let asked: { id: string; rev: number };

  beforeAll(async () => {
    server = await aServer({ on });
    ana = await server.agent('Ana');
    luis = await server.agent('Luis');
    await ana.put('/me/presence', { presence: 'online' });
    const channel = await aChannel(server.admin);
    expect(await server.tell(channel, aText('15550001', 'hello'))).toBe(200);
    ticket = (await ana.get('/tickets')).body.data[0];
    asked = (await ana.get(`/tickets/${ticket.id}/messages`)).body.data[0];
    await luis.put('/me/presence', { presence: 'online' });
  });
  afterAll(() => server.close());

  const write = (content: unknown, headers = {}) => ana.post(`/tickets/${ticket.id}/messages`, { content, replyTo: asked.id }, headers);

  it('answers the first of several messages, again too', async () => {
    const text = `${'x'.repeat(4000)} ${'y'.repeat(4000)}`;
    const key = { 'idempotency-key': 'long' };
    const { status, body } = await write({ type: 'text', text }, key);
    expect([status, body.content.text, body.replyTo]).toEqual([201, 'x'.repeat(4000), asked.id]);
    expect((await write({ type: 'text', text }, key)).body).toEqual(body);
    expect((await ana.get(`/tickets/${ticket.id}/messages`)).body.data).toHaveLength(3);
    expect((await write({ type: 'text', text: 'x'.repeat(65_537) })).status).toBe(422);
  });

  it('names the limit of the network that a choice hits, and where', async () => {
    const buttons = [
      { id: 'a', title: 'Yes' },
      { id: 'b', title: 'x'.repeat(25) },
    ];
    expect((await write({ type: 'buttons', text: 'Well?', buttons })).body).toMatchObject({
      status: 422,
      errors: [{ path: 'content.buttons.1.title', message: 'WhatsApp (Cloud API) takes at most 24 characters here; there are 25.' }],
    });
    expect((await write({ type: 'buttons', text: 'Well?', buttons: [{ id: 'a', title: 'Yes' }] })).status).toBe(201);
  });

  it('puts a reaction to a message and takes it back', async () => {
    const react = (by: Client, emoji: unknown, id = asked.id) => by.put(`/messages/${id}/reaction`, { emoji });
    const { status, body } = await react(ana, '👍');
    expect([status, body.reactions]).toEqual([200, [{ by: 'business', emoji: '👍', at: expect.any(String) }]]);
    expect(body.rev).toBeGreaterThan(asked.rev);
    expect((await react(ana, null)).body.reactions).toEqual([]);
    expect((await react(ana, '👍', 'nothing')).status).toBe(404);
    expect((await react(ana, 'yes')).body).toMatchObject({ status: 422, errors: [{ path: 'emoji' }] });
    expect((await react(ana, undefined)).status).toBe(422);
    expect((await react(luis, '👍')).body).toMatchObject({ status: 409, code: 'assigned_to_other' });
  });

  it('has a message sent again that failed, and one decided of which nobody knew', async () => {
    const { body: sent } = await write({ type: 'text', text: 'It leaves today.' });
    const error = { code: 'media_problem', providerCode: '131053', detail: 'no', retryable: true, advice: 'try_again' } as const;
    const becomes = (change: (delivery: Delivery) => Delivery) =>
      transact(server.desk, async (tx, ledger) => {
        ledger.take(await tx.hold([ticket.chatId]));
        const [message] = await tx.messages([sent.id]);
        ledger.takeMessages([message!]);
        ledger.changeMessage({ ...message!, delivery: change(message!.delivery!) });
      });
    const again = (by: Client, body = {}, id = sent.id) => by.post(`/messages/${id}/retry`, body);
    const settle = (by: Client, body: object = { sent: true }) => by.post(`/messages/${sent.id}/settle`, body);
    expect((await again(ana)).body).toMatchObject({ status: 409, code: 'delivery_known', delivery: 'queued' });
    await becomes((delivery) => received(attempting(delivery, 1), 'failed', 2, error));
    expect((await again(ana, {}, 'nothing')).status).toBe(404);
    expect((await again(ana, { surprise: 1 })).status).toBe(422);
    expect((await again(luis)).body).toMatchObject({ status: 409, code: 'assigned_to_other' });
    expect((await again(ana)).body).toMatchObject({
      id: sent.id,
      delivery: {
        status: 'queued',
        nextAttemptAt: null,
        twice: false,
        history: [{ attempt: 1, outcome: 'failed', error: { reason: null, advice: 'try_again' } }],
      },
    });
    await becomes((delivery) => unsure(attempting(delivery, 3), null, 4));
    expect((await again(ana)).body).toMatchObject({ status: 409, code: 'may_have_been_sent' });
    expect((await settle(ana, { sent: false })).status).toBe(422);
    expect((await settle(ana)).body).toMatchObject({
      delivery: { status: 'sent', history: [{}, {}, { outcome: 'decided', by: { name: 'Ana' } }] },
    });
    expect((await settle(ana)).body).toMatchObject({ status: 409, code: 'delivery_known' });
    expect((await ana.get(`/tickets/${ticket.id}`)).body.lastMessage).toMatchObject({ id: sent.id, delivery: 'sent' });
  });

  it('shows typing, and says nothing', async () => {
    expect(await ana.post(`/tickets/${ticket.id}/typing`)).toMatchObject({ status: 204, body: '' });
    expect((await luis.post(`/tickets/${ticket.id}/typing`)).body).toMatchObject({ status: 409, code: 'assigned_to_other' });
    expect((await ana.post('/tickets/nothing/typing')).status).toBe(404);
  });

  it('hides messages with the tickets that somebody may not see', async () => {
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    expect((await luis.put(`/messages/${asked.id}/reaction`, { emoji: 'no' })).status).toBe(404);
    expect((await luis.post(`/tickets/${ticket.id}/typing`, { surprise: 1 })).status).toBe(404);
  });
});
