import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import type { Person } from '../../src/actions/desk';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { setInProgress } from '../../src/actions/tickets/set-in-progress';
import { writeNote } from '../../src/actions/tickets/write-note';
import {
  activeWith,
  answers,
  closes,
  echo,
  hears,
  idleWith,
  MARIA,
  messageOf,
  PEDRO,
  receipt,
  standing,
  story,
  text,
  wait,
} from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('an agent who answers, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const write = (ticket: { id: string }, by: Person, words = 'good morning') =>
    answerTicket(house.desk, { ticketId: ticket.id, by, content: text(words) });
  const refused = async (ticket: { id: string; chatId: string }, by: Person, code: string) => {
    const before = await standing(house, ticket);
    await expect(write(ticket, by)).rejects.toMatchObject({ name: 'Refusal', code });
    expect(await standing(house, ticket)).toEqual(before);
    expect(await house.desk.store.reads.nextDue()).toBeNull();
  };

  it('is queued in the transaction that stores it, and the customer waits no more', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const turn = (await house.desk.store.reads.chat(ticket.chatId))?.turn ?? 0;
    const message = await write(ticket, ana);
    expect(message).toMatchObject({
      direction: 'out',
      author: { kind: 'agent', id: ana.id, name: 'Ana' },
      delivery: { status: 'queued', attempts: 0 },
      ticketId: ticket.id,
    });
    expect(await house.ticket(ticket.id)).toMatchObject({
      waiting: false,
      unread: 0,
      firstResponseAt: house.clock.now(),
      lastAgentMessageAt: house.clock.now(),
      lastMessage: { text: 'good morning', author: 'agent' },
    });
    expect((await house.desk.store.reads.chat(ticket.chatId))?.turn).toBe(turn + 1);
  });

  it('is told that the channel was disconnected, and nothing is stored', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await disconnectChannel(house.desk, { channelId: house.whatsapp.id });
    await refused(ticket, ana, 'invalid');
  });

  describe('a ticket that nobody has', () => {
    it('takes a pending one', async () => {
      const ticket = await hears(house);
      await house.set({ routing: { strategy: 'manual' } });
      const ana = await house.agent('Ana');
      await write(ticket, ana);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id, waiting: false });
      expect((await house.events(ticket.id)).at(-1)).toMatchObject({ cause: 'assigned', row: 'T1', actor: { kind: 'agent', id: ana.id } });
    });

    it('takes one that was set aside', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await setInProgress(house.desk, { ticketId: ticket.id, by: ana });
      const luis = await house.agent('Luis');
      await write(ticket, luis);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: luis.id, lastAssigneeId: ana.id });
      expect((await house.events(ticket.id)).at(-1)).toMatchObject({ row: 'T6' });
    });

    it('takes a proactive one that an echo began', async () => {
      await closes(house, await hears(house));
      await house.hear(echo(MARIA, 'your parcel is here'));
      const ticket = (await house.tickets(MARIA)).at(-1);
      const ana = await house.agent('Ana');
      await write(ticket!, ana);
      expect(await house.ticket(ticket!.id)).toMatchObject({ status: 'proactive', assigneeId: ana.id });
      expect((await house.events(ticket!.id)).at(-1)).toMatchObject({ type: 'assigned', cause: 'reassigned', status: null });
    });

    it('is refused while not online, because the ticket would be theirs', async () => {
      const ana = await house.agent('Ana', 'away');
      await refused(await hears(house), ana, 'agent_not_online');
    });

    it('leaves it in the queue when answering does not assign, online or not', async () => {
      await house.set({ policy: { autoAssignOnReply: false } });
      const ana = await house.agent('Ana', 'away');
      const ticket = await hears(house);
      await write(ticket, ana);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', assigneeId: null, waiting: false, unread: 0 });
      expect(await story(house, ticket)).toEqual(['customer_wrote: pending']);
    });
  });

  it('may not write into a colleague\u2019s ticket; an admin may, and it stays the colleague\u2019s', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const luis = await house.agent('Luis');
    await refused(ticket, luis, 'assigned_to_other');
    await write(ticket, house.admin);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
  });

  it('may not write into a closed ticket', async () => {
    const ticket = await hears(house);
    await closes(house, ticket);
    await refused(ticket, house.admin, 'ticket_closed');
  });

  it('may not send what the channel can\u2019t, and is told the limit', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const before = await standing(house, ticket);
    const buttons = [{ id: 'yes', title: 'A title that is far too long' }];
    const wide = answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: { type: 'buttons', text: 'Well?', buttons } });
    await expect(wide).rejects.toMatchObject({
      code: 'invalid',
      facts: { errors: [{ path: 'content.buttons.0.title', message: expect.stringContaining('at most 24') }] },
    });
    await expect(write(ticket, ana, ' \n')).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: { type: 'share', url: null, kind: 'x' } }),
    ).rejects.toMatchObject({ facts: { errors: [{ path: 'content.type' }] } });
    expect(await standing(house, ticket)).toEqual(before);
  });

  it('answers a message of this chat, and no other chat\u2019s', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house, MARIA, 'where is it?', { id: 'wamid.ASKED' });
    const [asked] = await house.messages(ticket.chatId);
    const other = await hears(house, PEDRO);
    const [foreign] = await house.messages(other.chatId);
    const reply = (replyTo: string) => answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text('on its way'), replyTo });
    expect((await reply(asked!.id)).replyTo).toBe(asked!.id);
    await house.errands();
    expect(house.graph.calls.at(-1)?.body).toMatchObject({ context: { message_id: 'wamid.ASKED' } });
    await expect(reply(foreign!.id)).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ path: 'replyTo' }] } });
    await expect(reply('nothing')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('keeps NUL and lone surrogates out of what is sent', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana, 'a\u0000b\ud800');
    expect(house.graph.texts()).toEqual(['a\u2400b\ufffd']);
  });

  describe('and the idle timer', () => {
    it('runs from the last answer that the network took', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await answers(house, ticket, ana);
      const taken = house.clock.now();
      house.clock.forward(10 * MINUTE);
      house.graph.behave(() => ({ status: 400, body: { error: { code: 131047, message: 'window closed' } } }));
      await answers(house, ticket, ana, 'this one fails');
      expect(await house.ticket(ticket.id)).toMatchObject({ idleFrom: taken, waiting: true });
    });

    it('starts again with every answer', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await answers(house, ticket, ana);
      await wait(house, 20 * MINUTE);
      await answers(house, ticket, ana, 'one more thing');
      await wait(house, 20 * MINUTE);
      expect((await house.ticket(ticket.id)).status).toBe('active');
      await wait(house, 10 * MINUTE);
      expect((await house.ticket(ticket.id)).status).toBe('idle');
    });

    it('counts an uncertain answer from its attempt, and forgets it when it failed after all', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => 'hang');
      const message = await answers(house, ticket, ana);
      expect(message.delivery).toMatchObject({ status: 'uncertain', attemptedAt: house.clock.now() });
      expect((await house.ticket(ticket.id)).idleFrom).toBe(house.clock.now());
      await house.hear(
        receipt('wamid.X', 'failed', { reference: message.id, error: { code: 'unknown', providerCode: '1', detail: 'no' } }),
      );
      expect(await house.ticket(ticket.id)).toMatchObject({ idleFrom: null, waiting: true });
    });

    it('does not run while only a failed answer stands against the customer\u2019s word', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => ({ status: 400, body: { error: { code: 131026, message: 'not on WhatsApp' } } }));
      const message = await answers(house, ticket, ana);
      expect((await messageOf(house, message.id)).delivery).toMatchObject({
        status: 'failed',
        error: { code: 'recipient_unavailable', retryable: false },
      });
      await wait(house, HOUR);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', waiting: true });
    });

    it('is not moved by an answer that was taken after the customer had spoken again', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await write(ticket, ana);
      await hears(house, MARIA, 'forget it');
      await house.errands();
      expect(await house.ticket(ticket.id)).toMatchObject({ idleFrom: null, waiting: true });
    });
  });

  it('leaves an idle ticket idle', async () => {
    const ana = await house.agent('Ana');
    const ticket = await idleWith(house, ana);
    await answers(house, ticket, ana, 'still there?');
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'idle', lastAgentMessageAt: house.clock.now() });
  });

  it('leaves notes that nobody outside sees and that postpone nothing', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana);
    const before = await house.ticket(ticket.id);
    house.clock.forward(MINUTE);
    const note = await writeNote(house.desk, { ticketId: ticket.id, by: ana, text: 'asks for\u0000 a refund' });
    await house.errands();
    expect(note).toMatchObject({ direction: 'note', content: { text: 'asks for\u2400 a refund' }, delivery: null });
    expect(house.graph.texts()).toEqual(['good morning']);
    expect(await house.ticket(ticket.id)).toMatchObject({
      idleFrom: before.idleFrom,
      lookAt: before.lookAt,
      lastMessage: before.lastMessage,
      waiting: before.waiting,
    });
    expect((await house.events(ticket.id)).at(-1)).toMatchObject({ type: 'noted', data: { messageId: note.id } });
  });
});
