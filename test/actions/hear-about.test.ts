import type { Heard } from '../../src/ports/channel';
import { activeWith, answers, closes, echo, hears, MARIA, receipt, standing, text, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const WHO = { keys: [`pn:${MARIA}`], address: { phone: MARIA, display: MARIA } };

describe.each(databases())('what is heard about a message, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const about = (target: string) => ({ account: null, raw: null, target, by: 'customer' as const, who: WHO });
  const outcomes = async () =>
    (await house.desk.store.reads.webhookEvents(house.whatsapp.id, null, { limit: 50, cursor: null })).data.map(
      ({ kind, outcome, reason }) => ({ kind, outcome, reason }),
    );
  const first = async () => (await house.messages((await ticketOf(house)).chatId))[0];

  describe('a reaction', () => {
    it('is kept on its message and changes no ticket', async () => {
      const ticket = await hears(house, MARIA, 'hello', { id: 'm1' });
      await house.hear({ type: 'reaction', ...about('m1'), emoji: '👍', at: house.clock.now() });
      expect(await house.ticket(ticket.id)).toEqual(ticket);
      expect((await first())?.reactions).toEqual([{ by: 'customer', emoji: '👍', at: house.clock.now() }]);
    });

    it('is one for each side, the newest by the provider\u2019s time', async () => {
      await hears(house, MARIA, 'hello', { id: 'm1' });
      const now = house.clock.now();
      await house.hear(
        { type: 'reaction', ...about('m1'), emoji: '❤️', at: now - SECOND },
        { type: 'reaction', ...about('m1'), emoji: '👍', at: now - 2 * SECOND },
      );
      await house.hear({ type: 'reaction', ...about('m1'), by: 'business', emoji: '🎉', at: now });
      expect((await first())?.reactions.map(({ by, emoji }) => [by, emoji])).toEqual([
        ['customer', '❤️'],
        ['business', '🎉'],
      ]);
    });

    it('that is taken back stays so when an older one comes again', async () => {
      await hears(house, MARIA, 'hello', { id: 'm1' });
      const now = house.clock.now();
      const liked: Heard = { type: 'reaction', ...about('m1'), emoji: '👍', at: now - 2 * SECOND };
      await house.hear(liked, { type: 'reaction', ...about('m1'), emoji: null, at: now - SECOND }, liked);
      expect((await first())?.reactions.map(({ emoji }) => emoji)).toEqual(['']);
    });

    it('opens nothing in a closed chat', async () => {
      await house.hear({ type: 'reaction', ...about('never heard of'), emoji: '👍', at: null });
      expect(await house.tickets(MARIA)).toEqual([]);
      expect(await outcomes()).toEqual([{ kind: 'reaction', outcome: 'ignored', reason: 'waits_for_message' }]);
    });
  });

  describe('an edit', () => {
    it('changes the words here and in the list, and no ticket\u2019s status, waiting or timers', async () => {
      const ticket = await hears(house, MARIA, 'helo', { id: 'm1' });
      house.clock.forward(MINUTE);
      await house.hear({ type: 'edit', ...about('m1'), content: text('hello'), at: house.clock.now() });
      expect(await first()).toMatchObject({ content: { text: 'hello' }, editedAt: house.clock.now(), heardAt: ticket.createdAt });
      const { lastMessage, version, policyVersion, ...rest } = ticket;
      expect(await house.ticket(ticket.id)).toMatchObject({ ...rest, lastMessage: { ...lastMessage, text: 'hello' } });
    });

    it('keeps what the message said before, each wording until the next, in whatever order they come', async () => {
      await hears(house, MARIA, 'helo', { id: 'm1' });
      const now = house.clock.now();
      const edit = (words: string, at: number): Heard => ({ type: 'edit', ...about('m1'), content: text(words), at });
      await house.hear(edit('hello!', now + 2 * SECOND), edit('hello', now + SECOND), edit('hello!', now + 2 * SECOND));
      expect(await first()).toMatchObject({
        content: text('hello!'),
        editedAt: now + 2 * SECOND,
        former: [
          { content: text('helo'), until: now + SECOND },
          { content: text('hello'), until: now + 2 * SECOND },
        ],
      });
    });

    it('changes the words that the list shows of a closed ticket', async () => {
      const ticket = await closes(house, await hears(house, MARIA, 'helo', { id: 'm1' }));
      await house.hear({ type: 'edit', ...about('m1'), content: text('hello'), at: house.clock.now() });
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'closed', lastMessage: { text: 'hello' } });
    });

    it('without a time changes nothing when it comes again', async () => {
      await hears(house, MARIA, 'helo', { id: 'm1' });
      const edit: Heard = { type: 'edit', ...about('m1'), content: text('hello'), at: null };
      await house.hear(edit);
      const once = await first();
      house.clock.forward(MINUTE);
      await house.hear(edit);
      expect(await first()).toEqual(once);
    });
  });

  it('leaves the desk\u2019s own words alone when a customer would reword them or take them back', async () => {
    const ana = await house.agent('Ana');
    const sent = await answers(house, await activeWith(house, ana), ana, 'It costs 90');
    const target = sent.providerMessageId ?? '';
    const at = house.clock.now() + SECOND;
    await house.hear(
      { type: 'edit', ...about(target), content: text('It costs 9'), at },
      { type: 'deletion', ...about(target), whole: true, at },
    );
    expect(await house.desk.store.reads.message(sent.id)).toEqual(sent);
    await house.hear({ type: 'edit', ...about(target), by: 'business', content: text('It costs 80'), at });
    expect(await house.desk.store.reads.message(sent.id)).toMatchObject({ content: { text: 'It costs 80' } });
  });

  describe('a deletion', () => {
    it('takes away every wording that the message had, also from the list of closed tickets', async () => {
      const ticket = await closes(house, await hears(house, MARIA, 'my card is 1234', { id: 'm1' }));
      const now = house.clock.now();
      await house.hear({ type: 'edit', ...about('m1'), content: text('my card is 5678'), at: now + SECOND });
      await house.hear({ type: 'deletion', ...about('m1'), at: now + 2 * SECOND });
      expect(await first()).toMatchObject({ content: { kind: 'deleted' }, former: null, editedAt: null, deletedAt: now + 2 * SECOND });
      expect((await house.ticket(ticket.id)).lastMessage).toMatchObject({ text: '' });
    });

    it('takes the words away here and in the list, for good', async () => {
      const ticket = await hears(house, MARIA, 'my card is 1234', { id: 'm1' });
      await house.hear(
        { type: 'deletion', ...about('m1'), at: house.clock.now() },
        { type: 'edit', ...about('m1'), content: text('my card is 1234!'), at: house.clock.now() + SECOND },
      );
      expect(await first()).toMatchObject({ content: { type: 'unsupported', kind: 'deleted', raw: null }, deletedAt: house.clock.now() });
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', waiting: true, unread: 1, lastMessage: { text: '' } });
    });
  });

  describe('a receipt', () => {
    const sent = async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      return { ticket, message: await answers(house, ticket, ana) };
    };
    const statusOf = async (id: string) => (await house.desk.store.reads.message(id))?.delivery?.status;

    it('moves a delivery up', async () => {
      const { message } = await sent();
      for (const status of ['delivered', 'read'] as const) {
        await house.hear(receipt(message.providerMessageId, status));
        expect(await statusOf(message.id)).toBe(status);
      }
    });

    it.each([[['read', 'delivered', 'sent']], [['delivered', 'sent', 'read']], [['sent', 'read', 'delivered']]] as const)(
      'never moves it back: %s',
      async (order) => {
        const { message } = await sent();
        for (const status of order) await house.hear(receipt(message.providerMessageId, status));
        expect(await statusOf(message.id)).toBe('read');
        expect((await outcomes()).filter(({ reason }) => reason === 'nothing_new').length).toBeGreaterThan(0);
      },
    );

    it('of a failure leaves the customer waiting, with the network\u2019s words', async () => {
      const { ticket, message } = await sent();
      expect(await house.ticket(ticket.id)).toMatchObject({ waiting: false, idleFrom: house.clock.now() });
      await house.hear(
        receipt(message.providerMessageId, 'failed', {
          error: { code: 'recipient_unavailable', providerCode: '131026', detail: 'not on WhatsApp' },
        }),
      );
      expect((await house.desk.store.reads.message(message.id))?.delivery).toMatchObject({
        status: 'failed',
        error: { code: 'recipient_unavailable', providerCode: '131026', retryable: false },
      });
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', waiting: true, idleFrom: null });
    });

    it('of a failure does not outdo an arrival, and an arrival lifts it', async () => {
      const { ticket, message } = await sent();
      await house.hear(receipt(message.providerMessageId, 'failed', { error: { code: 'unknown', providerCode: null, detail: 'no' } }));
      house.clock.forward(MINUTE);
      await house.hear(receipt(message.providerMessageId, 'delivered', { at: house.clock.now() }));
      expect((await house.desk.store.reads.message(message.id))?.delivery).toMatchObject({ status: 'delivered', error: null });
      expect(await house.ticket(ticket.id)).toMatchObject({ waiting: false, idleFrom: house.clock.now() });
      await house.hear(receipt(message.providerMessageId, 'failed', { error: { code: 'unknown', providerCode: null, detail: 'no' } }));
      expect(await statusOf(message.id)).toBe('delivered');
    });

    it('finds its message by our reference before the provider\u2019s id is known', async () => {
      house.graph.behave(() => 'hang');
      const { message } = await sent();
      expect(message).toMatchObject({ delivery: { status: 'uncertain' }, providerMessageId: null });
      await house.hear(receipt('wamid.LATE', 'delivered', { reference: message.id }));
      expect(await house.desk.store.reads.message(message.id)).toMatchObject({
        delivery: { status: 'delivered' },
        providerMessageId: 'wamid.LATE',
      });
      await house.hear(receipt('wamid.LATE', 'read'));
      expect(await statusOf(message.id)).toBe('read');
    });

    it('of a message that nobody knows changes nothing', async () => {
      const { ticket } = await sent();
      const before = await standing(house, ticket);
      await house.hear(receipt('wamid.FOREIGN', 'read'));
      expect(await standing(house, ticket)).toEqual(before);
    });

    it('of another channel\u2019s message changes nothing', async () => {
      const { ticket, message } = await sent();
      const before = await standing(house, ticket);
      await house.hearOn(house.instagram, receipt(message.providerMessageId, 'read', { reference: message.id }));
      expect(await standing(house, ticket)).toEqual(before);
    });

    it('of Instagram reads everything up to its message', async () => {
      const to = { keys: ['ig:77'], address: { id: '77', display: '77' } };
      await house.hearOn(house.instagram, says(MARIA, 'hello', { id: 'ig-1', from: { ...to, name: 'Maria' } }));
      for (const [second, id] of ['out-1', 'out-2', 'out-3'].entries())
        await house.hearOn(house.instagram, echo(MARIA, id, { id, to, at: house.clock.now() - MINUTE + second * SECOND }));
      await house.hearOn(house.instagram, receipt('out-2', 'read', { upTo: true }));
      const { chatId } = (await house.desk.store.reads.chatByIdentity({ channelId: house.instagram.id, key: 'ig:77' }))!;
      expect((await house.messages(chatId)).map(({ delivery }) => delivery?.status)).toEqual([undefined, 'read', 'read', 'sent']);
    });
  });
});
