import { settleMessage } from '../../src/actions/sending/again';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { transact } from '../../src/actions/transact';
import { activeWith, answers, closes, echo, hears, idleWith, MARIA, messageOf, saidIn, story, text, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;

describe.each(databases())('an echo, on $name,', ({ create }) => {
  const house = freshDesk(create);

  describe('of what the business wrote on its own phone', () => {
    it('changes no status of an open ticket, and the customer is not waiting any more', async () => {
      const ticket = await hears(house);
      const turn = (await house.desk.store.reads.chat(ticket.chatId))?.turn ?? 0;
      await house.hear(echo(MARIA, 'we are on it'));
      expect(await house.ticket(ticket.id)).toMatchObject({
        status: 'pending',
        waiting: false,
        unread: 0,
        lastMessage: { author: 'channel_app', text: 'we are on it' },
      });
      expect(await story(house, ticket)).toEqual(['customer_wrote: pending']);
      expect((await house.desk.store.reads.chat(ticket.chatId))?.turn).toBe(turn + 1);
      expect((await house.messages(ticket.chatId))[1]).toMatchObject({
        direction: 'out',
        author: { kind: 'channel_app' },
        delivery: { status: 'sent' },
        ticketId: ticket.id,
      });
    });

    it('starts the idle timer of an active ticket', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.clock.forward(MINUTE);
      await house.hear(echo(MARIA, 'we are on it'));
      expect((await house.ticket(ticket.id)).idleFrom).toBe(house.clock.now());
    });

    it('leaves an idle ticket idle', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await house.hear(echo(MARIA, 'still there?'));
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'idle', assigneeId: ana.id });
    });

    it('begins a proactive ticket that nobody has when the customer never wrote', async () => {
      await house.hear(echo(MARIA, 'your parcel is here'));
      const ticket = await ticketOf(house);
      expect(ticket).toMatchObject({ status: 'proactive', assigneeId: null, waiting: false });
      expect((await house.events(ticket.id))[0]).toMatchObject({ type: 'created', cause: 'echo', actor: { kind: 'channel_app' } });
      const ana = await house.agent('Ana');
      expect(await hears(house)).toMatchObject({ id: ticket.id, status: 'active', assigneeId: ana.id });
      expect((await story(house, ticket)).slice(1)).toEqual([
        'customer_replied: active',
        'assignee_unavailable: pending',
        'assigned: active',
      ]);
    });

    it('begins a proactive ticket when the customer has written nothing since the close', async () => {
      const former = await hears(house);
      await closes(house, former);
      await house.hear(echo(MARIA, 'one more thing'));
      expect(await ticketOf(house)).toMatchObject({ status: 'proactive', previousTicketId: former.id });
    });

    it('makes a ticket pending when the customer has written since the close', async () => {
      const former = await hears(house);
      await closes(house, former);
      await hears(house, MARIA, '👍');
      await house.hear(echo(MARIA, 'you are welcome'));
      const ticket = await ticketOf(house);
      expect(ticket).toMatchObject({ status: 'pending', previousTicketId: former.id, waiting: false });
      expect((await house.messages(former.chatId)).map(({ ticketId }) => ticketId)).toEqual([former.id, ticket.id, ticket.id]);
    });

    it('begins a proactive ticket when that was more than a day ago', async () => {
      await closes(house, await hears(house));
      await hears(house, MARIA, '👍');
      house.clock.forward(DAY);
      await house.hear(echo(MARIA, 'hello again'));
      expect((await ticketOf(house)).status).toBe('proactive');
    });

    it('is kept once, however often it is told', async () => {
      const ticket = await hears(house);
      const told = echo(MARIA, 'we are on it');
      await house.hear(told, told);
      await house.hear(told);
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'we are on it']);
    });
  });

  describe('of our own sending', () => {
    it('is nothing new once the send has its id', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      const sent = await answers(house, ticket, ana);
      await house.hear(echo(MARIA, 'good morning', { id: sent.providerMessageId ?? '' }));
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning']);
    });

    it('waits while the send is under way, and is ours when the send tells its id', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => null);
      let early: Promise<void> | null = null;
      house.graph.behave((call) => {
        early ??= house.hear(echo(MARIA, 'good morning', { id: `wamid.OUT${house.graph.calls.indexOf(call) + 1}` }));
        return null;
      });
      await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text('good morning') });
      await house.errands();
      await early;
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning']);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    const uncertain = async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => ({ status: 502, body: '<html>' }));
      const message = await answers(house, ticket, ana);
      expect(message.delivery?.status).toBe('uncertain');
      return { ana, ticket, message };
    };

    it('is parked while nobody knows whether the send went, and is ours when a receipt tells its id', async () => {
      const { ticket, message } = await uncertain();
      await house.hear(echo(MARIA, 'good morning', { id: 'wamid.SAME' }));
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning']);
      await house.hear({ type: 'receipt', account: null, raw: null, id: 'wamid.SAME', reference: message.id, status: 'sent', at: null });
      house.clock.forward(2 * SECOND);
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning']);
      expect(await messageOf(house, message.id)).toMatchObject({ delivery: { status: 'sent' }, providerMessageId: 'wamid.SAME' });
    });

    it('is known by its words when it is all that tells that the send went', async () => {
      const { ticket, message } = await uncertain();
      const turn = (await house.desk.store.reads.chat(ticket.chatId))?.turn;
      await house.hear(echo(MARIA, 'good morning', { id: 'mid.LATE' }));
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning']);
      expect(await messageOf(house, message.id)).toMatchObject({ delivery: { status: 'sent' }, providerMessageId: 'mid.LATE' });
      expect((await house.desk.store.reads.chat(ticket.chatId))?.turn).toBe(turn);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('is known by its words too when a person had seen by then that the send went', async () => {
      const { ana, ticket, message } = await uncertain();
      await settleMessage(house.desk, { messageId: message.id, by: ana });
      house.clock.forward(HOUR);
      const late = echo(MARIA, 'good morning', { id: 'mid.LATE', at: message.delivery?.attemptedAt ?? 0 });
      await house.hear(late, echo(MARIA, 'from the phone'));
      await house.errands();
      await house.hear(late);
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'from the phone']);
      expect(await messageOf(house, message.id)).toMatchObject({ delivery: { status: 'sent' }, providerMessageId: 'mid.LATE' });
    });

    it('is known by its sort when it is a file, which has no words', async () => {
      const { message } = await uncertain();
      await transact(house.desk, async (tx, ledger) => {
        ledger.take(await tx.hold([message.chatId]));
        const content = { type: 'voice', mediaId: 'm1', mime: 'audio/ogg', bytes: 3, state: 'ready' } as const;
        ledger.takeMessages([message]);
        ledger.changeMessage({ ...message, content });
      });
      const file = (type: 'audio' | 'image') => ({
        type,
        source: { id: null, url: 'https://cdn.example.com/1', sha256: null },
        mime: 'audio/mp4',
      });
      await house.hear(
        echo(MARIA, '', { id: 'mid.PICTURE', content: file('image') }),
        echo(MARIA, '', { id: 'mid.SOUND', content: file('audio') }),
      );
      await house.errands();
      expect(await messageOf(house, message.id)).toMatchObject({ delivery: { status: 'sent' }, providerMessageId: 'mid.SOUND' });
    });

    it('is of one send only: the same words once more are somebody else\u2019s', async () => {
      const { ticket } = await uncertain();
      await house.hear(echo(MARIA, 'good morning', { id: 'mid.ONE' }), echo(MARIA, 'good morning', { id: 'mid.TWO' }));
      for (let waited = 0; waited <= 60; waited += 2) {
        await house.errands();
        house.clock.forward(2 * SECOND);
      }
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'good morning']);
    });

    it('is somebody else\u2019s when the same words were sent long before', async () => {
      const { ticket, message } = await uncertain();
      house.clock.forward(HOUR);
      await house.hear(echo(MARIA, 'good morning', { id: 'mid.LATER' }));
      house.clock.forward(MINUTE);
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'good morning']);
      expect((await messageOf(house, message.id)).delivery?.status).toBe('uncertain');
    });

    it('is somebody else\u2019s after a minute', async () => {
      const { ticket } = await uncertain();
      await house.hear(echo(MARIA, 'from the phone'));
      for (let waited = 0; waited < 60; waited += 2) {
        await house.errands();
        expect(await saidIn(house, ticket.chatId)).toHaveLength(2);
        house.clock.forward(2 * SECOND);
      }
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'from the phone']);
    });

    it('is judged within a minute also while a later send of the chat waits for its turn', async () => {
      const { ticket } = await uncertain();
      house.graph.behave(() => ({ status: 400, body: { error: { code: 131048, message: 'spam rate limit hit' } } }));
      await answerTicket(house.desk, { ticketId: ticket.id, by: house.admin, content: text('a second answer') });
      await house.errands();
      await house.hear(echo(MARIA, 'from the phone'));
      house.clock.forward(MINUTE);
      await house.errands();
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'a second answer', 'from the phone']);
      expect(await house.desk.store.reads.nextDue()).toBeGreaterThan(house.clock.now() + HOUR / 4);
    });
  });
});
