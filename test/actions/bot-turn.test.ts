import { takeBotTurn } from '../../src/actions/bots/take-bot-turn';
import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import type { Ticket } from '../../src/domain/ticket';
import { BotTooSlow } from '../../src/ports/bots';
import { answers, changeContact, closes, echo, hears, MARIA, messageOf, saidIn, sticker, story, text } from '../support/acts';
import { switchBot, withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE, says, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;

/** The chat of a customer who has written. */
async function chatOf({ desk, whatsapp }: TestDesk, phone = MARIA): Promise<string> {
  const identity = await desk.store.reads.chatByIdentity({ channelId: whatsapp.id, key: `pn:${phone}` });
  if (!identity) throw new Error(`${phone} has no chat`);
  return identity.chatId;
}

const talkIn = async (house: TestDesk) => {
  const messages = await house.messages(await chatOf(house));
  return messages.map(({ author, content }) => `${author.kind}: ${content.type === 'text' ? content.text : content.type}`);
};
const sentTexts = (house: TestDesk): string[] => house.graph.texts().filter((said) => said !== '');
const silences = async (house: TestDesk, ticket: Pick<Ticket, 'id'>) =>
  (await house.events(ticket.id)).filter(({ cause }) => cause === 'bot_silenced').map(({ decision }) => decision?.facts.reason);

describe.each(databases())('a bot, on $name,', ({ create }) => {
  const house = freshDesk(create);

  describe('while the chat is closed', () => {
    it('answers through the channel, and no ticket opens', async () => {
      await withBot(house);
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      expect(await talkIn(house)).toEqual(['customer: hello', 'bot: I am a bot']);
      expect(sentTexts(house)).toEqual(['I am a bot']);
      expect(await house.tickets(MARIA)).toEqual([]);
    });

    it('is asked once for all that is unanswered when its turn begins, in order', async () => {
      const bot = await withBot(house);
      await house.hear(says(MARIA, 'one'), says(MARIA, 'two'));
      await house.hear(says(MARIA, 'three'));
      await house.errands();
      await house.hear(says(MARIA, 'four'));
      await house.errands();
      expect(bot.heard()).toEqual([['one', 'two', 'three'], ['four']]);
    });

    it('is asked again for what is written while it thinks, and its answer stands', async () => {
      const bot = await withBot(house);
      bot.next(async ({ messages }) => {
        if (messages.length === 1) await house.hear(says(MARIA, 'and this?'));
        bot.next(() => ({ says: words('to the second') }));
        return { says: words('to the first') };
      });
      await house.hear(says(MARIA, 'this?'));
      await house.errands();
      expect(bot.heard()).toEqual([['this?'], ['and this?']]);
      expect(await talkIn(house)).toEqual(['customer: this?', 'customer: and this?', 'bot: to the first', 'bot: to the second']);
    });

    it('may answer without words: the turn has ended', async () => {
      const bot = await withBot(house, () => ({}));
      await house.hear(says(MARIA, 'ok'));
      await house.errands();
      house.clock.forward(HOUR);
      await house.errands();
      expect(bot.heard()).toEqual([['ok']]);
      expect(await house.tickets(MARIA)).toEqual([]);
    });

    it('remembers its welcome and its misses until the next close, misses for a day', async () => {
      const ana = await house.agent('Ana');
      const bot = await withBot(house, ({ misses }) => ({ welcomed: true, misses: misses + 1 }));
      for (const wait of [0, 23 * HOUR, DAY]) {
        house.clock.forward(wait);
        await house.hear(says(MARIA, 'hm'));
        await house.errands();
      }
      expect(bot.asked.map(({ welcomed, misses }) => [welcomed, misses])).toEqual([
        [false, 0],
        [true, 1],
        [true, 0],
      ]);
      const ticket = await startTicket(house.desk, { by: ana, chatId: await chatOf(house), content: text('may I help?') });
      await closes(house, ticket);
      await house.hear(says(MARIA, 'bye'));
      await house.errands();
      expect(bot.asked.at(-1)).toMatchObject({ welcomed: false, misses: 0 });
    });

    it('is not asked about a thank-you, nor by somebody who is blocked', async () => {
      const bot = await withBot(house, () => ({ handoff: { teamId: null } }));
      await house.hear(says(MARIA, 'a person'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      await closes(house, ticket!);
      await house.hear(says(MARIA, 'thanks', { content: sticker }));
      await changeContact(house, ticket!.contactId, { blocked: true });
      await house.hear(says(MARIA, 'hello?'));
      await house.errands();
      expect(bot.heard()).toEqual([['a person']]);
    });

    it('is not asked about what is older than staleAfter: a ticket opens', async () => {
      const bot = await withBot(house);
      await hears(house, MARIA, 'long ago', { at: house.clock.now() - HOUR - 1 });
      await house.errands();
      expect(bot.asked).toEqual([]);
      expect(await house.tickets(MARIA)).toMatchObject([{ status: 'pending', unread: 1, waiting: true }]);
    });
  });

  describe('that hands off', () => {
    const handsOff = () => ({ says: words('one moment'), handoff: { teamId: null }, matched: [2] });

    it('says its last words, opens a ticket with the whole conversation, and routing runs', async () => {
      const ana = await house.agent('Ana');
      const bot = await withBot(house);
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      bot.next(handsOff);
      await house.hear(says(MARIA, 'a person, please'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      expect(ticket).toMatchObject({ status: 'active', assigneeId: ana.id, unread: 2, waiting: true, lastMessage: { text: 'one moment' } });
      expect(await story(house, ticket!)).toEqual(['handed_off: pending', 'assigned: active']);
      expect((await house.events(ticket!.id))[0]).toMatchObject({
        actor: { kind: 'bot', name: 'Front' },
        decision: { rule: 'handed_off', facts: { matched: [2] } },
      });
      expect((await house.messages(ticket!.chatId)).map(({ ticketId }) => ticketId)).toEqual(Array(4).fill(ticket!.id));
      expect(sentTexts(house)).toEqual(['I am a bot', 'one moment']);
      expect(await silences(house, ticket!)).toEqual([]);
    });

    it('is silent from then on, until the ticket has closed', async () => {
      const bot = await withBot(house, handsOff);
      await house.hear(says(MARIA, 'a person'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      bot.next(() => ({ says: words('again') }));
      await house.hear(says(MARIA, 'anybody?'));
      await house.errands();
      expect(bot.heard()).toEqual([['a person']]);
      await closes(house, ticket!);
      await house.hear(says(MARIA, 'one more thing'));
      await house.errands();
      expect(bot.heard()).toEqual([['a person'], ['one more thing']]);
      expect(sentTexts(house)).toEqual(['one moment', 'again']);
    });
  });

  describe('that a person overtakes', () => {
    it('stores nothing into a ticket that opened while it thought, and the ticket says so', async () => {
      const ana = await house.agent('Ana');
      const bot = await withBot(house);
      let ticket: Ticket | null = null;
      bot.next(async ({ chatId }) => {
        ticket = await startTicket(house.desk, { by: ana, chatId, content: text('hello, Ana here') });
        return { says: words('too late'), handoff: { teamId: null } };
      });
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      expect(await talkIn(house)).toEqual(['customer: hello', 'agent: hello, Ana here']);
      expect(await house.tickets(MARIA)).toHaveLength(1);
      expect(await silences(house, ticket!)).toEqual(['ticket_open']);
      expect(sentTexts(house)).toEqual(['hello, Ana here']);
    });

    it('stores nothing when the ticket has come and gone meanwhile', async () => {
      const ana = await house.agent('Ana');
      const bot = await withBot(house);
      bot.next(async ({ chatId }) => {
        await closes(house, await startTicket(house.desk, { by: ana, chatId, content: text('all done') }));
        return { says: words('too late') };
      });
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      expect(await talkIn(house)).toEqual(['customer: hello', 'agent: all done']);
      expect(await silences(house, ticket!)).toEqual(['turn_moved']);
      expect(ticket).toMatchObject({ status: 'closed' });
    });

    it('is not even asked when the person is faster than its turn', async () => {
      const ana = await house.agent('Ana');
      const bot = await withBot(house);
      await house.hear(says(MARIA, 'hello'));
      const ticket = await startTicket(house.desk, { by: ana, chatId: await chatOf(house), content: text('hello, Ana here') });
      await house.errands();
      expect(bot.asked).toEqual([]);
      expect(await silences(house, ticket)).toEqual(['ticket_open']);
    });

    it('sends no stored answer after a person has come, from the business\u2019s own phone too', async () => {
      await withBot(house);
      house.graph.behave(() => ({ status: 400, body: { error: { code: 131056, message: 'too fast' } } }));
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      await house.hear(echo(MARIA, 'I am here myself'));
      house.graph.behave(() => null);
      house.clock.forward(MINUTE);
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      const [, said] = await house.messages(ticket!.chatId);
      expect(said).toMatchObject({ author: { kind: 'bot' }, delivery: { status: 'failed', error: { code: 'silenced' } } });
      expect(await silences(house, ticket!)).toEqual(['ticket_open']);
    });
  });

  describe('that fails', () => {
    it('is asked three times, then a person is needed', async () => {
      const bot = await withBot(house, () => {
        throw new Error('out of order');
      });
      await house.hear(says(MARIA, 'hello'));
      for (const wait of [0, SECOND, 2 * SECOND]) {
        expect(await house.tickets(MARIA)).toEqual([]);
        house.clock.forward(wait);
        await house.errands();
      }
      expect(bot.asked).toHaveLength(3);
      const [ticket] = await house.tickets(MARIA);
      expect(ticket).toMatchObject({ status: 'pending', unread: 1, waiting: true, lastMessage: { text: 'hello' } });
      expect((await house.events(ticket!.id))[0]).toMatchObject({
        cause: 'bot_failed',
        decision: { facts: { reason: 'threw', attempts: 3 } },
      });
    });

    it('by taking longer than a minute is given up', async () => {
      await withBot(house, () => {
        throw new BotTooSlow(60_000);
      });
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      expect((await house.events(ticket!.id))[0]).toMatchObject({ cause: 'bot_failed', decision: { facts: { reason: 'too_slow' } } });
    });

    it('with the desk that asked it is asked again by the next one, within the minute of its turn', async () => {
      const bot = await withBot(house, () => new Promise(() => undefined));
      await house.hear(says(MARIA, 'hello'));
      await beginAndDie(bot.asked);
      bot.next(() => {
        throw new Error('still broken');
      });
      for (const wait of [20 * SECOND, 45 * SECOND]) {
        house.clock.forward(wait);
        await house.errands();
      }
      expect(bot.asked).toHaveLength(2);
      const [ticket] = await house.tickets(MARIA);
      expect((await house.events(ticket!.id))[0]).toMatchObject({ cause: 'bot_failed', decision: { facts: { reason: 'too_slow' } } });
    });

    it('because it was switched off in mid-turn leaves its customer to a person', async () => {
      const bot = await withBot(house);
      bot.next(async () => {
        await switchBot(house, false);
        return { says: words('never stored') };
      });
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      expect((await house.events(ticket!.id))[0]).toMatchObject({ cause: 'bot_failed', decision: { facts: { reason: 'switched_off' } } });
      expect(await saidIn(house, ticket!.chatId)).toEqual(['hello']);
    });

    it('by saying what its channel can\u2019t be sent leaves its customer to a person', async () => {
      await withBot(house, () => ({ says: [...words('look:'), { type: 'share', url: null, kind: 'reel' }] }));
      await house.hear(says(MARIA, 'hello'));
      await house.errands();
      const [ticket] = await house.tickets(MARIA);
      expect((await house.events(ticket!.id))[0]).toMatchObject({ cause: 'bot_failed', decision: { facts: { reason: 'unsendable' } } });
      expect(await saidIn(house, ticket!.chatId)).toEqual(['hello']);
    });

    it('because its channel was disconnected leaves its customer to a person', async () => {
      const bot = await withBot(house);
      await house.hear(says(MARIA, 'hello'));
      await disconnectChannel(house.desk, { channelId: house.whatsapp.id });
      await house.errands();
      expect(bot.asked).toEqual([]);
      expect((await house.tickets(MARIA)).map(({ status }) => status)).toEqual(['pending']);
    });

    it('because it was switched off before its turn began leaves its customer to a person', async () => {
      await withBot(house);
      await house.hear(says(MARIA, 'hello'));
      await switchBot(house, false);
      await house.errands();
      expect(await house.tickets(MARIA)).toMatchObject([{ status: 'pending', unread: 1 }]);
    });
  });

  /** A desk takes the turn and is killed while the bot thinks. */
  async function beginAndDie(asked: readonly unknown[]): Promise<void> {
    const { leases, reads } = house.desk.store;
    const name = `bot:${await chatOf(house)}`;
    const token = await leases.take(name, 15 * SECOND);
    const [errand] = await reads.errandsOf(name, 1);
    void takeBotTurn(house.desk, errand!, { name, token: token! });
    await until(() => asked.length === 1);
    await leases.release(name, token!);
  }

  it('is silent when a person reopens the ticket while it thinks, and the ticket has what the customer wrote', async () => {
    const ticket = await hears(house);
    await closes(house, ticket);
    const bot = await withBot(house);
    bot.next(async () => {
      await reopenTicket(house.desk, { ticketId: ticket.id, by: house.admin });
      return { says: words('too late') };
    });
    await house.hear(says(MARIA, 'me again'));
    await house.errands();
    expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'me again']);
    expect((await house.messages(ticket.chatId)).map(({ ticketId }) => ticketId)).toEqual([ticket.id, ticket.id]);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', unread: 2, waiting: true, lastMessage: { text: 'me again' } });
    expect(await silences(house, ticket)).toEqual(['ticket_open']);
  });

  it('shows that it is writing before its answer goes out, and sends what is long in several messages', async () => {
    const long = `${'a'.repeat(4000)} ${'b'.repeat(4000)}`;
    await withBot(house, () => ({ says: words(long) }));
    await house.hear(says(MARIA, 'hello'));
    await house.errands();
    expect(sentTexts(house)).toEqual(['a'.repeat(4000), 'b'.repeat(4000)]);
    expect(house.graph.gestures.map(({ body }) => body)).toMatchObject([{ status: 'read', typing_indicator: { type: 'text' } }]);
  });

  it('says as much as it likes, in order', async () => {
    const forty = Array.from({ length: 40 }, (_, n) => `line ${n}`);
    await withBot(house, () => ({ says: words(...forty) }));
    await house.hear(says(MARIA, 'tell me everything'));
    await house.errands();
    expect(sentTexts(house)).toEqual(forty);
    const newest = (await house.messages(await chatOf(house))).at(-1);
    expect((await messageOf(house, newest!.id)).delivery?.status).toBe('sent');
  });

  it('does not answer what its own words come back as', async () => {
    const bot = await withBot(house);
    await house.hear(says(MARIA, 'hello'));
    await house.errands();
    const [, said] = await house.messages(await chatOf(house));
    await house.hear(echo(MARIA, 'I am a bot', { id: said!.providerMessageId! }));
    await house.errands();
    expect(bot.asked).toHaveLength(1);
    expect(await house.tickets(MARIA)).toEqual([]);
  });

  it('leaves an open chat to its agent', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house);
    const bot = await withBot(house);
    await answers(house, ticket, ana);
    await house.hear(says(MARIA, 'thank you'));
    await house.errands();
    expect(bot.asked).toEqual([]);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
