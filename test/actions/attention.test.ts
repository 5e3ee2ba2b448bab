import { chatToTypeIn, showTyping } from '../../src/actions/sending/show-typing';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { readTicket } from '../../src/actions/tickets/read-ticket';
import { activeWith, answers, hears, MARIA } from '../support/acts';
import { databases } from '../support/database';
import { says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;

describe.each(databases())('what the customer sees of our attention, on $name:', ({ create }) => {
  const house = freshDesk(create);
  const told = () => house.graph.gestures.map(({ body }) => body);
  const read = (message_id: string) => ({ messaging_product: 'whatsapp', status: 'read', message_id });

  describe('that they were read', () => {
    it('once a person has read it, by their newest message', async () => {
      const ana = await house.agent('Ana');
      await hears(house, MARIA, 'one', { id: 'wamid.1' });
      const ticket = await hears(house, MARIA, 'two', { id: 'wamid.2' });
      expect(told()).toEqual([]);
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      await house.errands();
      expect(told()).toEqual([read('wamid.2')]);
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      await house.errands();
      expect(told()).toHaveLength(1);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('by an answer too, once, however many parts it has', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house, MARIA, 'hello', { id: 'wamid.1' });
      await answers(house, ticket, ana, `${'x'.repeat(4000)} ${'y'.repeat(4000)}`);
      await answers(house, ticket, ana);
      expect(told()).toEqual([read('wamid.1')]);
    });

    it('not before it is committed that somebody has read it', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house);
      const failing = { ...house.desk, alongside: () => Promise.reject(new Error('the disk is full')) };
      await expect(readTicket(failing, { ticketId: ticket.id, by: ana })).rejects.toThrow('the disk is full');
      await house.errands();
      expect(told()).toEqual([]);
    });

    it('once for several errands that wait', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house, MARIA, 'one', { id: 'wamid.1' });
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      await hears(house, MARIA, 'two', { id: 'wamid.2' });
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      await house.errands();
      expect(told()).toEqual([read('wamid.2')]);
    });

    it('or not, when the network is busy three times: answers go meanwhile, and nobody is troubled', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house);
      let asked = 0;
      const busy = { status: 429, body: {} };
      house.graph.behaveInGestures(() => {
        asked += 1;
        return busy;
      });
      await answers(house, ticket, ana);
      expect(house.graph.texts()).toEqual(['good morning']);
      for (let seconds = 0; seconds < 20; seconds++) {
        house.clock.forward(SECOND);
        await house.errands();
      }
      expect(asked).toBe(3);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('never again when nobody knows whether they were told', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house);
      house.graph.behaveInGestures(() => ({ status: 502, body: '<html>' }));
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      await house.errands();
      expect(told()).toHaveLength(1);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('not while the channel is paused', async () => {
      const ana = await house.agent('Ana');
      const ticket = await hears(house);
      await house.hear({ type: 'account', account: null, raw: null, event: 'ban', severity: 'paused', detail: 'x' });
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      await house.errands();
      expect(told()).toEqual([]);
    });
  });

  describe('that an answer is being written', () => {
    it('by their newest message, at most every five seconds', async () => {
      const { chatId } = await hears(house, MARIA, 'hello', { id: 'wamid.1' });
      const typing = { ...read('wamid.1'), typing_indicator: { type: 'text' } };
      for (let at = 0; at < 10; at++) {
        await showTyping(house.desk, chatId);
        house.clock.forward(SECOND);
      }
      expect(told()).toEqual([typing, typing]);
    });

    it('on Instagram as an action of the sender, and that they were read as another', async () => {
      const ana = await house.agent('Ana');
      await house.hearOn(house.instagram, says('77', 'hello', { from: { keys: ['ig:77'], address: { id: '77', display: '77' } } }));
      const { chatId } = (await house.desk.store.reads.chatByIdentity({ channelId: house.instagram.id, key: 'ig:77' }))!;
      await showTyping(house.desk, chatId);
      const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 1, cursor: null });
      await readTicket(house.desk, { ticketId: data[0]!.ticket.id, by: ana });
      await house.errands();
      expect(told()).toEqual(['typing_on', 'mark_seen'].map((sender_action) => ({ recipient: { id: '77' }, sender_action })));
    });

    it('or not, and nobody is troubled: the network refuses, nobody wrote, the chat is unknown', async () => {
      const { chatId } = await hears(house);
      house.graph.behaveInGestures(() => ({ status: 400, body: { error: { code: 131009, message: 'no' } } }));
      await expect(showTyping(house.desk, chatId)).resolves.toBeUndefined();
      await expect(showTyping(house.desk, 'nothing')).resolves.toBeUndefined();
    });

    it('only by who may answer there', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      const luis = await house.agent('Luis');
      const asks = (by: typeof ana, ticketId = ticket.id) => chatToTypeIn(house.desk, { ticketId, by });
      expect(await asks(ana)).toBe(ticket.chatId);
      await expect(asks(luis)).rejects.toMatchObject({ code: 'assigned_to_other' });
      await expect(asks(ana, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
      await closeTicket(house.desk, { ticketId: ticket.id, by: ana });
      await expect(asks(ana)).rejects.toMatchObject({ code: 'ticket_closed' });
    });
  });

  it('leaves nothing behind in the chat', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house);
    const before = await house.messages(ticket.chatId);
    await showTyping(house.desk, ticket.chatId);
    await readTicket(house.desk, { ticketId: ticket.id, by: ana });
    await house.errands();
    expect(await house.messages(ticket.chatId)).toEqual(before);
  });
});
