import fc from 'fast-check';
import type { Heard } from '../../src/ports/channel';
import { closes, echo, hears, MARIA, receipt, story, text, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, says, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const MANY = process.env.TEST_SIZE === 'full' ? 300 : 8;

/** Deliveries in any order, any number of times, in batches of any size. */
const deliveries = (count: number) =>
  fc
    .record({
      order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
      again: fc.array(fc.nat(count - 1), { maxLength: count }),
      batch: fc.integer({ min: 1, max: count }),
    })
    .map(({ order, again, batch }) => ({ sequence: [...order, ...again], batch }));

async function deliver(house: TestDesk, events: readonly Heard[], { sequence, batch }: { sequence: readonly number[]; batch: number }) {
  for (let at = 0; at < sequence.length; at += batch)
    await house.hear(...sequence.slice(at, at + batch).map((index) => events[index] as Heard));
}

describe.each(databases())('the order and number of deliveries, on $name,', ({ create }) => {
  const house = freshDesk(create);
  let customers = 0;
  const somebody = () => `1555010${String(++customers).padStart(4, '0')}`;

  const outcome = async (phone: string) => {
    const tickets = await house.tickets(phone);
    const messages = await house.messages(tickets[0]?.chatId ?? '');
    return {
      tickets: tickets.map(({ status, unread, waiting }) => ({ status, unread, waiting })),
      messages: messages
        .map(({ providerMessageId, content, ticketId }) => ({
          id: providerMessageId?.replace(phone, ''),
          content,
          inTicket: ticketId !== null,
        }))
        .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    };
  };

  it('changes neither the status nor the messages of a new customer', async () => {
    const write = (phone: string) =>
      ['one', 'two', 'three', 'four'].map((words, at) => says(phone, words, { id: `${phone}-${at}`, at: house.clock.now() - at * 1000 }));
    const once = somebody();
    await house.hear(...write(once));
    const expected = await outcome(once);
    await fc.assert(
      fc.asyncProperty(deliveries(4), async (way) => {
        const phone = somebody();
        await deliver(house, write(phone), way);
        expect(await outcome(phone)).toEqual(expected);
      }),
      { numRuns: MANY },
    );
  });

  it('changes nothing after a close: a thank-you and a question end in one ticket', async () => {
    const write = (phone: string) => [
      says(phone, '👍', { id: `${phone}-thanks` }),
      says(phone, 'one more question', { id: `${phone}-question` }),
    ];
    const met = async () => {
      const phone = somebody();
      await closes(house, await hears(house, phone, 'hello', { id: `${phone}-hello` }));
      return phone;
    };
    const once = await met();
    await house.hear(...write(once));
    const expected = await outcome(once);
    expect(expected.tickets.map(({ status }) => status)).toEqual(['closed', 'pending']);
    await fc.assert(
      fc.asyncProperty(deliveries(2), async (way) => {
        const phone = await met();
        await deliver(house, write(phone), way);
        expect(await outcome(phone)).toEqual(expected);
      }),
      { numRuns: MANY },
    );
  });

  it('changes no wording, reaction or receipt', async () => {
    const who = (phone: string) => ({ keys: [`pn:${phone}`], address: { phone, display: phone } });
    const about = (phone: string): Heard[] => {
      const now = house.clock.now();
      const base = { account: null, raw: null, target: `${phone}-1`, by: 'customer' as const, who: who(phone) };
      const sent = (status: 'sent' | 'delivered' | 'read' | 'failed') =>
        receipt(`${phone}-2`, status, {
          at: now,
          error: status === 'failed' ? { code: 'unknown', providerCode: '1', detail: 'no' } : null,
        });
      return [
        { type: 'edit', ...base, content: text('second wording'), at: now - 2000 },
        { type: 'edit', ...base, content: text('third wording'), at: now - 1000 },
        { type: 'edit', ...base, content: text('another third wording'), at: now - 1000 },
        { type: 'reaction', ...base, emoji: '👍', at: now - 3000 },
        { type: 'reaction', ...base, emoji: '❤️', at: now - 2000 },
        { type: 'reaction', ...base, emoji: null, at: now - 1000 },
        { type: 'reaction', ...base, emoji: '🎉', at: now - 1000 },
        sent('sent'),
        sent('failed'),
        sent('delivered'),
        sent('read'),
      ];
    };
    const met = async () => {
      const phone = somebody();
      await house.hear(says(phone, 'first wording', { id: `${phone}-1` }), echo(phone, 'from the app', { id: `${phone}-2` }));
      return phone;
    };
    const state = async (phone: string) => {
      const messages = await house.messages((await ticketOf(house, phone)).chatId);
      return messages.map(({ content, former, reactions, delivery }) => ({ content, former, reactions, status: delivery?.status }));
    };
    const once = await met();
    await house.hear(...about(once));
    const expected = await state(once);
    await fc.assert(
      fc.asyncProperty(deliveries(11), async (way) => {
        const phone = await met();
        await deliver(house, about(phone), way);
        expect(await state(phone)).toEqual(expected);
      }),
      { numRuns: MANY * 2 },
    );
  });

  it('leaves a redelivery without a trace on ticket, chat and messages', async () => {
    const first = says(MARIA, 'hello');
    await house.hear(first);
    const ticket = await ticketOf(house);
    const messages = await house.messages(ticket.chatId);
    house.clock.forward(HOUR);
    await house.hear(first);
    expect(await ticketOf(house)).toEqual(ticket);
    expect(await house.messages(ticket.chatId)).toEqual(messages);
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending']);
    const { data } = await house.desk.store.reads.webhookEvents(house.whatsapp.id, 'ignored', { limit: 10, cursor: null });
    expect(data).toMatchObject([{ reason: 'redelivered' }]);
  });
});
