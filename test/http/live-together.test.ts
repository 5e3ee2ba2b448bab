import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { type Listener, listenAs } from './support/listener';
import { aChannel, aText } from './support/whatsapp';

const TICK = 50;
const LAPSE = 6_000;

describe('agents who look at the same ticket', () => {
  const open: Listener[] = [];
  let timers: ReturnType<typeof handTimers>;
  let server: AServer;
  let ana: Client;
  let luis: Client;
  let id: string;

  const listen = async (client: Client): Promise<Listener> => {
    const listener = await listenAs(client);
    open.push(listener);
    return listener;
  };
  const here = (listener: Listener, said: object) => listener.socket.timeout(5000).emitWithAck('here', said);
  /** What this socket heard of who is there, once it has heard everything. */
  const heard = async (listener: Listener) => {
    await listener.caughtUp();
    return listener.of('ticket.viewers').map(({ viewers }) => viewers);
  };
  const is = (who: Client, name: string, typing: 'reply' | 'note' | null = null) => ({ id: who.id, name, typing });

  beforeEach(async () => {
    timers = handTimers();
    server = await aServer({ later: timers.later });
    const channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    luis = await server.agent('Luis');
    await ana.put('/me/presence', { presence: 'online' });
    await server.tell(channel, aText('15570001', 'hello'));
    id = (await server.admin.get('/tickets')).body.data[0].id;
    await server.admin.post(`/tickets/${id}/assign`, { agentId: ana.id });
  });
  afterEach(async () => {
    for (const { socket } of open.splice(0)) socket.disconnect();
    await server.close();
  });

  it('hear who else is there, who writes what, and when they stop', async () => {
    const [hers, his] = [await listen(ana), await listen(luis)];
    expect(await here(hers, { ticketId: id })).toEqual({ ok: true });
    await here(his, { ticketId: id });
    expect(await heard(hers)).toEqual([[], [is(luis, 'Luis')]]);
    expect(await heard(his)).toEqual([[is(ana, 'Ana')]]);
    hers.forget();
    await here(his, { ticketId: id, typing: true });
    await here(his, { ticketId: id, typing: true });
    await here(his, { ticketId: id, typing: true, note: true });
    await here(his, { ticketId: id, typing: false });
    expect(await heard(hers)).toEqual([[is(luis, 'Luis', 'reply')], [is(luis, 'Luis', 'note')], [is(luis, 'Luis')]]);
    expect(hers.of('ticket.viewers')[0].ticketId).toBe(id);
  });

  it('hear that typing lapses without a beat', async () => {
    const [hers, his] = [await listen(ana), await listen(luis)];
    await here(hers, { ticketId: id });
    await here(his, { ticketId: id, typing: true });
    hers.forget();
    timers.turn(LAPSE - 1);
    await here(his, { ticketId: id, typing: true });
    timers.turn(LAPSE - 1);
    expect(await heard(hers)).toEqual([]);
    timers.turn(1);
    expect((await hers.next('ticket.viewers')).viewers).toEqual([is(luis, 'Luis')]);
  });

  it('hear of an agent once, however many screens they have, until the last is gone', async () => {
    const [hers, one, two] = [await listen(ana), await listen(luis), await listen(luis)];
    await here(hers, { ticketId: id });
    await here(one, { ticketId: id });
    await here(two, { ticketId: id, typing: true });
    expect(await heard(hers)).toEqual([[], [is(luis, 'Luis')], [is(luis, 'Luis', 'reply')]]);
    expect(await heard(one)).toEqual([[is(ana, 'Ana')]]);
    hers.forget();
    await here(two, { ticketId: null });
    expect(await heard(hers)).toEqual([[is(luis, 'Luis')]]);
    hers.forget();
    one.socket.disconnect();
    expect((await hers.next('ticket.viewers')).viewers).toEqual([]);
  });

  it('hear nothing of those who look elsewhere', async () => {
    const [hers, his] = [await listen(ana), await listen(luis)];
    await here(hers, { ticketId: id });
    await his.caughtUp();
    expect(his.of('ticket.viewers')).toEqual([]);
    expect(await here(his, { ticketId: 'nowhere' })).toEqual({ ok: false, code: 'not_found' });
    expect(await here(his, { ticket: id })).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('are only those who may see it, and no longer than that', async () => {
    const [hers, his] = [await listen(ana), await listen(luis)];
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    await here(hers, { ticketId: id });
    expect(await here(his, { ticketId: id, typing: true })).toEqual({ ok: false, code: 'not_found' });
    expect([await heard(hers), await heard(his)]).toEqual([[[]], []]);

    await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
    await here(his, { ticketId: id });
    expect(await heard(hers)).toEqual([[], [is(luis, 'Luis')]]);
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    his.forget();
    hers.forget();
    await server.admin.patch(`/tickets/${id}`, { priority: 'high' });
    await timers.turnWhenSet(TICK);
    expect((await hers.next('ticket.viewers')).viewers).toEqual([]);
    await here(hers, { ticketId: id, typing: true });
    expect(await heard(his)).toEqual([]);
  });

  it('are told at once on their other screens what they have begun to write', async () => {
    const [one, two, his] = [await listen(ana), await listen(ana), await listen(luis)];
    const kept = await ana.put(`/tickets/${id}/draft`, { text: 'I am loo', socket: one.socket.id });
    expect(await two.next('draft.changed')).toEqual({ ticketId: id, ...kept.body });
    await one.caughtUp();
    await his.caughtUp();
    expect([one.of('draft.changed'), his.of('draft.changed')]).toEqual([[], []]);
    two.forget();
    await ana.post(`/tickets/${id}/messages`, { content: { type: 'text', text: 'I am loo' } });
    expect(await two.next('draft.changed')).toEqual({ ticketId: id, reply: null, note: null });
  });

  it('are told of a note that names them, and only they', async () => {
    const [hers, his] = [await listen(ana), await listen(luis)];
    await his.watch({ counts: true });
    await ana.post(`/tickets/${id}/notes`, { text: '@Luis look', mentions: [luis.id] });
    const told = await his.next('mention.created');
    expect(told).toEqual((await luis.get('/mentions')).body.data[0]);
    expect((await his.next('tickets.counts')).mentions).toBe(1);
    await hers.caughtUp();
    expect(hers.of('mention.created')).toEqual([]);
    his.forget();
    await luis.post('/mentions/seen', { messageIds: [told.messageId] });
    await timers.turnWhenSet(30_000);
    expect((await his.next('tickets.counts')).mentions).toBe(0);
  });
});
