import { databases } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

let customers = 0;
const newCustomer = () => `1556${String(++customers).padStart(6, '0')}`;
const text = (words: string) => ({ type: 'text', text: words });

describe.each(databases())('two people on one ticket, on $name', (kind) => {
  let server: AServer;
  let channel: string;
  let ana: Client;
  let luis: Client;
  let id: string;

  const aTicket = async (): Promise<string> => {
    const from = newCustomer();
    await server.tell(channel, aText(from, 'hello'));
    return (await server.admin.get(`/tickets?q=${from}`)).body.data[0].id;
  };
  const newestSeq = async (): Promise<number> => {
    const { data } = (await server.admin.get(`/tickets/${id}/messages`)).body;
    return Math.max(...data.map(({ seq }: { seq: number }) => seq));
  };
  const answer = (who: Client, words: string, more: object = {}) => who.post(`/tickets/${id}/messages`, { content: text(words), ...more });

  beforeAll(async () => {
    server = await aServer({ on: kind });
    channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    luis = await server.agent('Luis');
    await server.admin.patch('/settings', { policy: { agentsMayTakeOver: true } });
  });
  beforeEach(async () => {
    await server.admin.patch('/settings', { policy: { agentsSee: 'all' } });
    for (const who of [ana, luis, server.admin]) await who.put('/me/presence', { presence: 'online' });
    id = await aTicket();
    await server.admin.post(`/tickets/${id}/assign`, { agentId: ana.id });
  });
  afterAll(() => server.close());

  describe('an answer begun before a colleague’s', () => {
    it('asks first, and says what the colleague wrote', async () => {
      const seen = await newestSeq();
      const newer = (await answer(ana, 'on its way')).body;
      const refused = await answer(server.admin, 'where is it?', { seen });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        code: 'newer_message',
        messageId: newer.id,
        seq: newer.seq,
        author: { id: ana.id, name: 'Ana' },
        at: newer.sentAt,
      });
      expect((await answer(server.admin, 'where is it?', { seen, confirmed: true })).status).toBe(201);
    });

    it('asks nobody who has seen it, who names no seq, or who wrote it', async () => {
      const before = await newestSeq();
      await answer(ana, 'one');
      expect((await answer(ana, 'two', { seen: before })).status).toBe(201);
      expect((await answer(server.admin, 'three')).status).toBe(201);
      expect((await answer(server.admin, 'four', { seen: await newestSeq() })).status).toBe(201);
    });

    it('asks nobody for what the customer wrote, or a note says', async () => {
      const seen = await newestSeq();
      await luis.post(`/tickets/${id}/notes`, { text: 'careful' });
      expect((await answer(ana, 'one', { seen })).status).toBe(201);
    });

    it('comes after every other refusal', async () => {
      const seen = await newestSeq();
      await answer(ana, 'one');
      await ana.post(`/tickets/${id}/close`);
      expect((await answer(server.admin, 'two', { seen })).body.code).toBe('ticket_closed');
    });

    it('lets exactly one through of two at the same instant', async () => {
      const seen = await newestSeq();
      const told = await Promise.all([answer(ana, 'mine', { seen }), answer(server.admin, 'no, mine', { seen })]);
      expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
      const { data } = (await ana.get(`/tickets/${id}/messages`)).body;
      expect(data.filter(({ direction }: { direction: string }) => direction === 'out')).toHaveLength(1);
    });
  });

  describe('a draft', () => {
    const drafts = async (who: Client) => (await who.get(`/tickets/${id}/draft`)).body;

    it('is kept for one agent in one ticket, reply and note apart', async () => {
      expect(await drafts(ana)).toEqual({ reply: null, note: null });
      await ana.put(`/tickets/${id}/draft`, { text: 'I am loo', note: false, replyTo: 'm1' });
      await ana.put(`/tickets/${id}/draft`, { text: 'I am looking', replyTo: 'm1' });
      const told = await ana.put(`/tickets/${id}/draft`, { text: 'he is angry', note: true });
      expect(told.body).toEqual({
        reply: { text: 'I am looking', replyTo: 'm1', updatedAt: expect.any(String) },
        note: { text: 'he is angry', replyTo: null, updatedAt: expect.any(String) },
      });
      expect(await drafts(ana)).toEqual(told.body);
      expect(await drafts(luis)).toEqual({ reply: null, note: null });
      expect((await ana.get('/me/drafts')).body.ticketIds).toContain(id);
      expect((await luis.get('/me/drafts')).body.ticketIds).toEqual([]);
    });

    it('goes with an empty text, and when it is sent', async () => {
      await ana.put(`/tickets/${id}/draft`, { text: 'bye', note: false });
      await ana.put(`/tickets/${id}/draft`, { text: '', note: false });
      expect(await drafts(ana)).toEqual({ reply: null, note: null });

      await ana.put(`/tickets/${id}/draft`, { text: ' soon \n', note: false });
      await ana.put(`/tickets/${id}/draft`, { text: 'angry', note: true });
      await answer(ana, 'something else');
      expect(await drafts(ana)).toMatchObject({ reply: { text: ' soon \n' } });
      await answer(ana, 'soon');
      expect(await drafts(ana)).toMatchObject({ reply: null, note: { text: 'angry' } });
      await ana.post(`/tickets/${id}/notes`, { text: 'angry' });
      expect(await drafts(ana)).toEqual({ reply: null, note: null });
    });

    it('has at most 16,000 characters, and none for a ticket out of sight', async () => {
      expect((await ana.put(`/tickets/${id}/draft`, { text: 'x'.repeat(16_000) })).status).toBe(200);
      expect((await ana.put(`/tickets/${id}/draft`, { text: 'x'.repeat(16_001) })).status).toBe(422);
      await luis.put(`/tickets/${id}/draft`, { text: 'mine' });
      await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
      expect((await luis.get(`/tickets/${id}/draft`)).status).toBe(404);
      expect((await luis.put(`/tickets/${id}/draft`, { text: 'mine' })).status).toBe(404);
      expect((await luis.get('/me/drafts')).body.ticketIds).not.toContain(id);
    });
  });

  it('leaves no draft of an agent who leaves', async () => {
    const tom = await server.agent('Tom');
    await tom.put(`/tickets/${id}/draft`, { text: 'unfinished' });
    expect(await server.store.reads.drafts(tom.id, id)).toHaveLength(1);
    await server.admin.delete(`/agents/${tom.id}`);
    expect(await server.store.reads.drafts(tom.id, id)).toEqual([]);
  });

  describe('a note that names somebody', () => {
    const note = (who: Client, words: string, mentions: readonly string[]) => who.post(`/tickets/${id}/notes`, { text: words, mentions });
    const unseen = async (who: Client) => (await who.get('/mentions?unseen=true')).body.data;
    const count = async (who: Client) => (await who.get('/tickets/counts')).body.mentions;

    beforeEach(async () => {
      for (const who of [ana, luis, server.admin]) {
        const messageIds = (await unseen(who)).map(({ messageId }: { messageId: string }) => messageId);
        if (messageIds.length > 0) await who.post('/mentions/seen', { messageIds });
      }
    });

    it('says so, lists it for them, and counts until they have seen it', async () => {
      const written = await note(ana, '@Luis @Ana can you look?', [luis.id, luis.id, ana.id]);
      expect(written.body.mentions).toEqual([
        { id: luis.id, name: 'Luis' },
        { id: ana.id, name: 'Ana' },
      ]);
      const ticket = (await ana.get(`/tickets/${id}`)).body;
      const mention = {
        messageId: written.body.id,
        ticketId: id,
        ticketNumber: ticket.number,
        contactName: ticket.contact.name,
        author: { id: ana.id, name: 'Ana' },
        text: '@Luis @Ana can you look?',
        at: written.body.sentAt,
        seenAt: null,
      };
      expect(await unseen(luis)).toEqual([mention]);
      expect([await count(luis), await count(ana)]).toEqual([1, 0]);
      await luis.post('/mentions/seen', { messageIds: [written.body.id] });
      expect([await unseen(luis), await count(luis)]).toEqual([[], 0]);
      expect((await luis.get('/mentions?limit=1')).body.data).toEqual([{ ...mention, seenAt: expect.any(String) }]);
    });

    it('is seen by reading its ticket', async () => {
      await note(ana, '@Luis', [luis.id]);
      expect((await luis.post(`/tickets/${id}/read`)).status).toBe(200);
      expect(await count(luis)).toBe(0);
    });

    it('leads lists of tickets', async () => {
      await note(ana, '@Luis', [luis.id]);
      const ids = async (query: string) => (await luis.get(`/tickets?${query}`)).body.data.map((ticket: { id: string }) => ticket.id);
      const { number } = (await luis.get(`/tickets/${id}`)).body;
      const other = await aTicket();
      expect(await ids('mentioned=me&sort=-lastMessageAt')).toContain(id);
      expect(await ids('mentioned=unseen')).toEqual([id]);
      expect(await ids(`mentioned=unseen&assignee=me`)).toEqual([]);
      expect(await ids(`mentioned=unseen&q=%23${number}&sort=waiting`)).toEqual([id]);
      expect(await ids('mentioned=me')).not.toContain(other);
      expect((await luis.get('/tickets/counts?mentioned=unseen')).body.open).toBe(1);
      await luis.post(`/tickets/${id}/read`);
      expect(await ids('mentioned=unseen')).toEqual([]);
      expect(await ids('mentioned=me')).toContain(id);
    });

    it('names only agents that there are, and who may see the ticket', async () => {
      expect((await note(ana, '@Nobody', ['nobody'])).body).toMatchObject({
        status: 422,
        errors: [{ path: 'mentions.0', message: 'no such agent' }],
      });
      await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
      expect((await note(ana, '@Luis', [ana.id, luis.id])).body).toMatchObject({
        status: 422,
        errors: [{ path: 'mentions.1', message: 'Luis can’t see this ticket.' }],
      });
      expect((await note(ana, '@Admin', [server.admin.id])).status).toBe(201);
    });

    it('is told no more to who may not see the ticket any more', async () => {
      await note(ana, '@Luis', [luis.id]);
      await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
      expect([await unseen(luis), await count(luis)]).toEqual([[], 0]);
    });
  });
});
