import fc from 'fast-check';
import type { Heard } from '../../src/ports/channel';
import { activeWith, answers, echo, hears, MARIA, messageOf, receipt, story, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const MANY = process.env.TEST_SIZE === 'full' ? 300 : 8;
const SECOND = 1000;

describe.each(databases())('a watermark, on $name,', ({ create }) => {
  const house = freshDesk(create);
  let people = 0;
  const somebody = () => `1555060${String(++people).padStart(4, '0')}`;
  const who = (phone: string) => ({ keys: [`pn:${phone}`], address: { phone, display: phone } });
  const mark = (phone: string, status: 'delivered' | 'read', until: number): Heard =>
    receipt(null, status, { who: who(phone), until, at: until });
  const ends = async (phone: string) => {
    const [ticket] = await house.tickets(phone);
    const messages = await house.messages(ticket?.chatId ?? '');
    return Object.fromEntries(messages.map((message) => [message.providerMessageId?.split('/')[1], message.delivery?.status]));
  };
  const outcomes = async () =>
    (await house.desk.store.reads.webhookEvents(house.whatsapp.id, null, { limit: 200, cursor: null })).data
      .filter(({ kind }) => kind === 'receipt')
      .map(({ outcome, reason }) => reason ?? outcome);

  it('is of everything that went out until then, and of nothing later', async () => {
    const now = house.clock.now();
    const sent = [60, 40, 20].map((before) => echo(MARIA, 'hello', { id: `m/${before}`, at: now - before * SECOND }));
    await house.hear(...sent, mark(MARIA, 'delivered', now - 20 * SECOND), mark(MARIA, 'read', now - 40 * SECOND));
    expect(await ends(MARIA)).toEqual({ 60: 'read', 40: 'read', 20: 'delivered' });
    expect(await story(house, await ticketOf(house))).toEqual(['echo: proactive']);
  });

  it('never goes back, neither by an older one nor by a weaker one', async () => {
    const now = house.clock.now();
    await house.hear(echo(MARIA, 'hello', { id: 'm/1', at: now - 10 }), mark(MARIA, 'read', now));
    await house.hear(mark(MARIA, 'read', now - HOUR), mark(MARIA, 'delivered', now), mark(MARIA, 'read', now));
    await house.hear(echo(MARIA, 'heard late', { id: 'm/0', at: now - 20 }));
    expect(await ends(MARIA)).toEqual({ 0: 'read', 1: 'read' });
    expect((await outcomes()).sort()).toEqual(['applied', 'applied', 'nothing_new', 'nothing_new']);
  });

  it('says nothing of what is written after the desk heard of it, whatever the network’s clock says', async () => {
    await house.hear(echo(MARIA, 'hello', { id: 'm/1' }), mark(MARIA, 'read', house.clock.now() + HOUR));
    house.clock.forward(SECOND);
    await house.hear(echo(MARIA, 'and now', { id: 'm/2' }));
    expect(await ends(MARIA)).toEqual({ 1: 'read', 2: 'sent' });
  });

  it('of somebody who is not known makes nobody, and waits for them', async () => {
    const now = house.clock.now();
    await house.hear(mark(MARIA, 'read', now), mark('15550009', 'read', now));
    expect(await house.tickets(MARIA)).toEqual([]);
    expect(await house.desk.store.reads.chatByIdentity({ channelId: house.whatsapp.id, key: `pn:${MARIA}` })).toBeNull();
    expect(await outcomes()).toEqual(['waits_for_message', 'waits_for_message']);
    await house.hear(says(MARIA, 'hello', { id: 'in/0' }));
    await house.hear(echo(MARIA, 'hello', { id: 'm/1', at: now - SECOND }));
    expect(await ends(MARIA)).toEqual({ 0: undefined, 1: 'read' });
    expect((await outcomes()).sort()).toEqual(['applied', 'waits_for_message']);
  });

  describe('of our own sending', () => {
    it('may come before the network has answered the send', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(async () => {
        await house.hear(mark(MARIA, 'delivered', house.clock.now()));
        return null;
      });
      const first = await answers(house, ticket, ana);
      expect(first.delivery?.status).toBe('delivered');
      await house.hear(mark(MARIA, 'read', house.clock.now()));
      expect((await messageOf(house, first.id)).delivery?.status).toBe('read');
    });

    it('leaves what failed failed, and what nobody knows unknown', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.graph.behave(() => ({ status: 400, body: { error: { code: 131026, message: 'No' } } }));
      const refused = await answers(house, ticket, ana);
      house.graph.behave(() => 'hang');
      const unknown = await answers(house, ticket, ana);
      await house.hear(mark(MARIA, 'read', house.clock.now()));
      expect((await messageOf(house, refused.id)).delivery?.status).toBe('failed');
      expect((await messageOf(house, unknown.id)).delivery?.status).toBe('uncertain');
      await house.hear(receipt('wamid.LATE', 'sent', { reference: unknown.id }));
      expect((await messageOf(house, unknown.id)).delivery?.status).toBe('read');
    });
  });

  it('leads to one end in whatever order, number and batches it comes with what it is about', async () => {
    const told = (phone: string): Heard[] => {
      const now = house.clock.now();
      const at = (before: number) => now - before * SECOND;
      return [
        ...[60, 50, 40, 30].map((before) => echo(phone, 'hello', { id: `${phone}/${before}`, to: who(phone), at: at(before) })),
        mark(phone, 'delivered', at(55)),
        mark(phone, 'delivered', at(40)),
        mark(phone, 'read', at(58)),
        mark(phone, 'read', at(50)),
        receipt(`${phone}/40`, 'delivered', { who: who(phone), at: at(39) }),
      ];
    };
    const order = fc.shuffledSubarray([...told('0').keys()], { minLength: 9 });
    const way = fc.record({ order, again: fc.array(fc.nat(8), { maxLength: 4 }), batch: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(way, async ({ order: first, again, batch }) => {
        const phone = somebody();
        const [events, sequence] = [told(phone), [...first, ...again]];
        for (let from = 0; from < sequence.length; from += batch)
          await house.hear(...sequence.slice(from, from + batch).map((index) => events[index] as Heard));
        expect(await ends(phone)).toEqual({ 60: 'read', 50: 'read', 40: 'delivered', 30: 'sent' });
      }),
      { numRuns: MANY },
    );
  });
});

describe.each(databases())('an echo that carries our own name, on $name,', ({ create }) => {
  const house = freshDesk(create);

  it('is our sending, before the network has answered it and when it never does', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.graph.behave(async (call) => {
      await house.hear(echo(MARIA, 'good morning', { id: 'wamid.OURS', reference: call.body.biz_opaque_callback_data ?? null }));
      return 'hang' as const;
    });
    const message = await answers(house, ticket, ana);
    expect(message).toMatchObject({ providerMessageId: 'wamid.OURS', delivery: { status: 'sent' } });
    expect(await house.messages(ticket.chatId)).toHaveLength(2);
  });

  it('is somebody else’s when the name is none of our messages', async () => {
    const ticket = await hears(house);
    await house.hear(echo(MARIA, 'from another tool', { id: 'wamid.THEIRS', reference: 'outbox:1' }));
    expect((await house.messages(ticket.chatId)).map(({ author }) => author.kind)).toEqual(['customer', 'channel_app']);
  });

  it('is somebody else’s when the message that it names is another person’s', async () => {
    const ana = await house.agent('Ana');
    const message = await answers(house, await activeWith(house, ana), ana);
    await house.hear(echo('15550008', 'hello', { id: 'wamid.OTHER', reference: message.id }));
    expect(await messageOf(house, message.id)).toEqual(message);
    expect((await house.messages((await ticketOf(house, '15550008')).chatId)).map(({ author }) => author.kind)).toEqual(['channel_app']);
  });
});
