import fc from 'fast-check';
import { updateContact } from '../../src/actions/workspace/update-contact';
import { holderOf } from '../../src/domain/chat';
import type { Heard, HeardHandover, HeardPast, HeardPhonebook } from '../../src/ports/channel';
import { activeWith, answers, closes, echo, hears, MARIA, messageOf, PEDRO, saidIn, story, text, ticketOf } from '../support/acts';
import { withBot } from '../support/bots';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE, says, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const MANY = process.env.TEST_SIZE === 'full' ? 200 : 6;
const BASE = { account: null, raw: null };
const who = (phone: string) => ({ keys: [`pn:${phone}`], address: { phone, display: phone } });

const past = (phone: string, words: string, over: Partial<HeardPast> = {}): HeardPast => ({
  type: 'past',
  ...BASE,
  id: `past-${phone}-${words}`,
  by: 'customer',
  who: who(phone),
  at: null,
  content: text(words),
  status: null,
  ...over,
});

async function chatOf({ desk, whatsapp }: TestDesk, phone = MARIA) {
  const identity = await desk.store.reads.chatByIdentity({ channelId: whatsapp.id, key: `pn:${phone}` });
  const chat = identity && (await desk.store.reads.chat(identity.chatId));
  if (!chat) throw new Error(`${phone} has no chat`);
  return chat;
}

describe.each(databases())('what happened elsewhere, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const outcomes = async () =>
    (await house.desk.store.reads.webhookEvents(house.whatsapp.id, null, { limit: 50, cursor: null })).data.map(
      ({ kind, outcome, reason }) => `${kind} ${outcome} ${reason ?? ''}`.trim(),
    );
  const history = async () => (await house.desk.house.refresh()).channels.find(({ id }) => id === house.whatsapp.id)?.history;

  describe('the history of the phone', () => {
    const EARLIER = 90 * DAY;

    it('is imported in its place, with what became of the business\u2019s words, and is news to nobody', async () => {
      await house.agent('Ana');
      await withBot(house);
      const began = house.clock.now() - EARLIER;
      house.announced.length = 0;
      await house.hear(
        past(MARIA, 'thanks', { at: began + 2 * MINUTE }),
        past(MARIA, 'it is on its way', { at: began + MINUTE, by: 'business', status: 'read' }),
        past(MARIA, 'where is it?', { at: began }),
      );
      await house.errands();
      const chat = await chatOf(house);
      expect(await house.tickets(MARIA)).toEqual([]);
      expect(chat).toMatchObject({ turn: 0, windowFrom: null, lastCustomerSeq: 0, bot: null, rev: 3 });
      const { data } = await house.desk.store.reads.messages({ chatId: chat.id }, { limit: 9, cursor: null });
      expect(
        data.map(({ content, author, sentAt, delivery, importedAt }) => [
          content,
          author.kind,
          sentAt - began,
          delivery?.status ?? null,
          importedAt,
        ]),
      ).toEqual([
        [text('thanks'), 'customer', 2 * MINUTE, null, house.clock.now()],
        [text('it is on its way'), 'channel_app', MINUTE, 'read', house.clock.now()],
        [text('where is it?'), 'customer', 0, null, house.clock.now()],
      ]);
      expect(house.announced.map(({ name }) => name)).not.toContain('message.created');
      expect(house.graph.texts()).toEqual([]);
    });

    it('leaves an open ticket, its timers and its agent as they were', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await answers(house, ticket, ana);
      const before = await house.ticket(ticket.id);
      await house.hear(past(MARIA, 'long ago', { at: house.clock.now() - DAY }), past(MARIA, 'and so', { at: null, by: 'business' }));
      expect(await house.ticket(ticket.id)).toEqual(before);
      expect((await house.messages(ticket.chatId)).filter(({ ticketId }) => ticketId === null)).toHaveLength(2);
    });

    it('is not taken along by a ticket that opens later, and hides no answer of a colleague', async () => {
      await house.hear(past(MARIA, 'long ago'), past(MARIA, 'answered then', { by: 'business', status: 'read' }));
      const ticket = await hears(house, MARIA, 'I am back');
      expect(ticket).toMatchObject({ status: 'pending', unread: 1, lastMessage: { text: 'I am back' } });
      expect((await house.messages(ticket.chatId)).filter(({ ticketId }) => ticketId === ticket.id)).toHaveLength(1);
    });

    it('opens the answer window only by words that are younger than it', async () => {
      const yesterday = house.clock.now() - 20 * HOUR;
      await house.hear(past(MARIA, 'old', { at: house.clock.now() - 3 * DAY }), past(PEDRO, 'young', { at: yesterday }));
      expect((await chatOf(house, MARIA)).windowFrom).toBeNull();
      expect((await chatOf(house, PEDRO)).windowFrom).toBe(yesterday);
    });

    it('gets the file of a message whose place was held, in whatever order they come', async () => {
      const held = { content: { type: 'unsupported', kind: 'media_placeholder', raw: null } as const };
      const file = { content: { type: 'image', source: { id: 'm-1', url: null, sha256: null }, mime: 'image/jpeg' } as const };
      await house.hear(
        past(MARIA, 'picture', held),
        past(MARIA, 'picture', file),
        past(PEDRO, 'picture', file),
        past(PEDRO, 'picture', held),
      );
      expect(await saidIn(house, (await chatOf(house, MARIA)).id)).toEqual(['image']);
      expect(await saidIn(house, (await chatOf(house, PEDRO)).id)).toEqual(['image']);
      expect(await outcomes()).toEqual(['past ignored redelivered', 'past applied', 'past applied', 'past applied']);
    });

    it('takes edits and deletions of what it brings, also those that came before it', async () => {
      const about = (words: string) => ({ ...BASE, target: `past-${MARIA}-${words}`, by: 'customer' as const, who: who(MARIA) });
      await house.hear({ type: 'deletion', ...about('gone'), at: house.clock.now() });
      await house.hear(past(MARIA, 'gone'), past(MARIA, 'helo'));
      await house.hear({ type: 'edit', ...about('helo'), content: text('hello'), at: house.clock.now() });
      expect(await saidIn(house, (await chatOf(house)).id)).toEqual(['unsupported', 'hello']);
    });

    it('ends the same with live deliveries of the same messages, in any order and number: what comes live is news', async () => {
      let customers = 0;
      const at = house.clock.now() - MINUTE;
      const events = (phone: string): Heard[] => [
        past(phone, 'hello', { id: `${phone}-1`, at }),
        says(phone, 'hello', { id: `${phone}-1`, at }),
        past(phone, 'from the phone', { id: `${phone}-2`, at: at + 1000, by: 'business', status: 'read' }),
        echo(phone, 'from the phone', { id: `${phone}-2`, at: at + 1000 }),
        past(phone, 'long ago', { id: `${phone}-3`, at: at - 90 * DAY }),
      ];
      const outcome = async (phone: string) => {
        const tickets = await house.tickets(phone);
        const messages = await house.messages((await chatOf(house, phone)).id);
        return {
          tickets: tickets.map(({ status }) => status),
          messages: messages
            .map(({ content, ticketId, importedAt, delivery }) => [
              content,
              ticketId !== null,
              importedAt !== null,
              delivery?.status ?? null,
            ])
            .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
        };
      };
      const first = '15550200000';
      for (const event of events(first)) await house.hear(event);
      const expected = await outcome(first);
      expect(expected.tickets).toEqual(['pending']);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
          fc.array(fc.nat(4), { maxLength: 4 }),
          fc.boolean(),
          async (order, again, inOne) => {
            const phone = `1555030${String(++customers).padStart(4, '0')}`;
            const told = [...order, ...again].map((index) => events(phone)[index] as Heard);
            // An echo before the customer's words opens a proactive ticket, as it does without any history.
            if (order.indexOf(3) < order.indexOf(1)) told.sort((a, b) => Number(a.type === 'echo') - Number(b.type === 'echo'));
            if (inOne) await house.hear(...told);
            else for (const one of told) await house.hear(one);
            expect(await outcome(phone)).toEqual(expected);
          },
        ),
        { numRuns: MANY },
      );
    });

    it('that overtook a live message behind a bot\u2019s answer or a close leaves it to a person', async () => {
      await withBot(house);
      await house.hear(past(MARIA, 'first', { id: 'late' }), says(MARIA, 'second'));
      await house.errands();
      expect(await house.tickets(MARIA)).toEqual([]);
      await house.hear(says(MARIA, 'first', { id: 'late' }));
      expect(await ticketOf(house)).toMatchObject({ status: 'pending', unread: 2 });
    });

    it('shows how far it has come, the furthest that was told, and that it was declined', async () => {
      const chunk = (progress: number, phase: number): Heard => ({ type: 'import', ...BASE, progress, phase, declined: null });
      await house.hear(chunk(55, 1), chunk(20, 0));
      expect(await history()).toMatchObject({ progress: 55, phase: 1, declined: null });
      expect(house.announced).toContainEqual({ name: 'channel.state_changed', id: house.whatsapp.id });
      const declined = { code: '2593109', detail: 'turned off' };
      await house.hear({ type: 'import', ...BASE, progress: null, phase: null, declined });
      expect(await history()).toMatchObject({ progress: 55, declined });
      await house.hear(chunk(100, 2));
      expect(await history()).toMatchObject({ progress: 100, phase: 2, declined: null });
    });
  });

  describe('the phone book of the phone', () => {
    const called = (phone: string, name: string | null, at: number): HeardPhonebook => ({
      type: 'phonebook',
      ...BASE,
      who: who(phone),
      name,
      at,
    });
    const contact = async (phone = MARIA) => (await house.desk.store.reads.contact((await chatOf(house, phone)).contactId))!;

    it('gives its names to people, the newest word in any order, and makes nobody', async () => {
      const now = house.clock.now();
      await hears(house, MARIA);
      await house.hear(called(MARIA, 'Maria the baker', now), called(MARIA, 'Mary', now - DAY), called(PEDRO, 'Pedro', now));
      expect(await contact()).toMatchObject({ name: 'Maria the baker', phonebookName: 'Maria the baker', profileName: 'Cus Tomer' });
      await house.hear(called(MARIA, null, now + 1000));
      expect(await contact()).toMatchObject({ name: 'Cus Tomer', phonebookName: null });
      await expect(chatOf(house, PEDRO)).rejects.toThrow('no chat');
    });

    it('is remembered for people who write later, or whose history comes later', async () => {
      await house.hear(called(MARIA, 'Maria the baker', house.clock.now()), called(PEDRO, 'Pedro', house.clock.now()));
      await house.hear(says(MARIA, 'hello'), past(PEDRO, 'long ago'));
      expect([(await contact(MARIA)).name, (await contact(PEDRO)).name]).toEqual(['Maria the baker', 'Pedro']);
      expect(await house.tickets(MARIA)).toHaveLength(1);
    });

    it('leaves a name that an admin gave, and stands again when that is taken away', async () => {
      await hears(house, MARIA);
      const { id } = await contact();
      await updateContact(house.desk, { contactId: id, by: house.admin, name: 'Ms. Silva' });
      await house.hear(called(MARIA, 'Maria the baker', house.clock.now()));
      expect(await contact()).toMatchObject({ name: 'Ms. Silva', phonebookName: 'Maria the baker' });
      await updateContact(house.desk, { contactId: id, by: house.admin, name: null });
      expect((await contact()).name).toBe('Maria the baker');
    });
  });

  describe('another app that holds a conversation', () => {
    const word = (held: boolean, at: number, phone = MARIA): HeardHandover => ({
      type: 'handover',
      ...BASE,
      who: who(phone),
      held,
      appId: held ? '263902037430900' : null,
      at,
    });
    const holder = async (phone = MARIA) => holderOf(await chatOf(house, phone))?.appId ?? null;

    it('is told in the ticket, which keeps its status, and so is that it is ours again', async () => {
      const ticket = await hears(house, MARIA);
      house.clock.forward(HOUR);
      const at = house.clock.now() - MINUTE;
      await house.hear(word(true, at));
      expect(await holder()).toBe('263902037430900');
      await house.hear(word(false, at + 1000));
      expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'thread_held', 'thread_back']);
      expect((await house.events(ticket.id))[1]).toMatchObject({
        type: 'decided',
        decision: { rule: 'thread_held', facts: { appId: '263902037430900', since: at } },
      });
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', unread: 1 });
    });

    it('is who the newest word says, in any order, and a customer\u2019s message to us is such a word', async () => {
      const began = house.clock.now();
      house.clock.forward(HOUR);
      const events: Heard[] = [
        word(true, began + 1000),
        word(false, began + 2000),
        word(true, began + 3000),
        says(MARIA, 'hi', { id: 'm', at: began + 4000 }),
      ];
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat(4), async (order, upTo) => {
          const phone = `1555040${String(order.join('') + upTo).padStart(5, '0')}`;
          await house.hear(says(phone, 'first', { at: began }));
          for (const index of order) {
            const event = events[index] as Heard;
            await house.hear(
              event.type === 'message'
                ? says(phone, 'hi', { id: `m-${phone}`, at: began + 4000 })
                : ({ ...event, who: who(phone) } as Heard),
            );
          }
          expect(await holder(phone)).toBeNull();
        }),
        { numRuns: MANY },
      );
      await hears(house, MARIA, 'first', { at: began });
      await house.hear(word(true, began + 3000), word(false, began + 2000));
      expect(await holder()).not.toBeNull();
    });

    it('keeps the bot out, before it is asked and before its words go, and the bot answers once the conversation is ours', async () => {
      const bot = await withBot(house);
      await house.hear(says(MARIA, 'one'), word(true, house.clock.now() + 1));
      house.clock.forward(MINUTE);
      await house.hear(word(true, house.clock.now() - 1000));
      await house.errands();
      expect(bot.heard()).toEqual([]);
      await house.hear(says(MARIA, 'two'));
      bot.next(async () => {
        house.clock.forward(1000);
        await house.hear(word(true, house.clock.now()));
        bot.next(() => ({ says: [text('I am a bot')] }));
        return { says: [text('too late')] };
      });
      await house.errands();
      house.clock.forward(1000);
      await house.hear(says(MARIA, 'three'));
      await house.errands();
      expect(bot.heard()).toEqual([
        ['one', 'two'],
        ['one', 'two', 'three'],
      ]);
      expect(house.graph.texts()).toEqual(['I am a bot']);
      expect(await house.tickets(MARIA)).toEqual([]);
    });

    it('keeps the desk\u2019s own texts back', async () => {
      const ana = await house.agent('Ana');
      await house.set({ texts: { closing: 'Good bye!' } });
      const ticket = await activeWith(house, ana);
      house.clock.forward(MINUTE);
      await house.hear(word(true, house.clock.now()));
      await closes(house, ticket, ana);
      await house.errands();
      expect(house.graph.texts()).toEqual([]);
      expect((await house.events(ticket.id)).at(-1)?.decision?.facts).toMatchObject({ notSaid: ['closing'], notSaidFor: 'thread_held' });
    });

    it('has it no more once the network\u2019s bot asks us for a person; where they are reached, the newest word says', async () => {
      const route = (conversation: string) => ({ ...who(MARIA), route: { conversation } });
      const handOff = (id: string, at: number): Heard => ({
        type: 'hand_off',
        ...BASE,
        id,
        who: route(id),
        at,
        reason: null,
        transcript: null,
      });
      const began = house.clock.now();
      house.clock.forward(HOUR);
      await house.hear({ ...says(MARIA, 'hi', { at: began + 2000 }), from: route('newest') } as Heard, word(true, began + 3000));
      await house.hear(handOff('late', began + 1000));
      expect(await chatOf(house)).toMatchObject({ route: { conversation: 'newest' }, heldBy: { held: true } });
      await house.hear(handOff('next', began + 4000));
      expect(await chatOf(house)).toMatchObject({ route: { conversation: 'next' }, heldBy: { held: false } });
    });

    it('shows by refusing a send, when nobody told of it', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.clock.forward(MINUTE);
      house.graph.behave(() => ({ status: 400, body: { error: { code: 100, error_subcode: 2534037, message: 'no' } } }));
      const message = await answers(house, ticket, ana);
      expect((await messageOf(house, message.id)).delivery).toMatchObject({ status: 'failed', error: { code: 'thread_not_owned' } });
      expect(await story(house, ticket)).toContain('thread_held');
    });
  });
});
