import type { Heard, HeardMessage } from '../../src/ports/channel';
import { answers, hears, MARIA, messageOf, PEDRO, saidIn, text, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('the desk knows people, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const from = (keys: readonly string[], phone = MARIA): HeardMessage['from'] => ({
    keys,
    address: { phone, display: phone },
    name: 'Maria',
  });
  const chatOf = async (key: string) => (await house.desk.store.reads.chatByIdentity({ channelId: house.whatsapp.id, key }))?.chatId;

  it('by any of their keys: two keys of one person lead to one chat', async () => {
    await house.hear(says(MARIA, 'one', { from: from([`pn:${MARIA}`]) }));
    await house.hear(says(MARIA, 'two', { from: from(['uid:US.1', `pn:${MARIA}`]) }));
    await house.hear(says(MARIA, 'three', { from: from(['uid:US.1']) }));
    expect(await house.tickets(MARIA)).toHaveLength(1);
    expect(await saidIn(house, (await ticketOf(house)).chatId)).toEqual(['one', 'two', 'three']);
  });

  it('also within one batch', async () => {
    await house.hear(
      says(MARIA, 'one', { from: from(['uid:US.1', `pn:${MARIA}`]) }),
      says(MARIA, 'two', { from: from([`pn:${MARIA}`]) }),
      says(MARIA, 'three', { from: from(['uid:US.1']) }),
    );
    expect(await saidIn(house, (await ticketOf(house)).chatId)).toEqual(['one', 'two', 'three']);
  });

  it('apart on two channels', async () => {
    await house.hear(says(MARIA, 'on WhatsApp'));
    await house.hearOn(house.instagram, says(MARIA, 'on Instagram'));
    expect((await house.tickets(MARIA)).map(({ channelId }) => channelId)).toEqual([house.whatsapp.id, house.instagram.id]);
  });

  it('by a number that the provider says has changed, and answers go there', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house);
    const moved: Heard = {
      type: 'identity',
      account: null,
      raw: null,
      who: from([`pn:${MARIA}`]),
      now: from([`pn:${PEDRO}`], PEDRO),
      at: null,
    };
    await house.hear(moved, moved);
    expect(await chatOf(`pn:${PEDRO}`)).toBe(ticket.chatId);
    expect(await house.ticket(ticket.id)).toEqual(ticket);
    await answers(house, ticket, ana);
    expect(house.graph.calls.at(-1)?.body.to).toBe(`+${PEDRO}`);
    await house.hear(says(PEDRO, 'my new number'));
    expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'good morning', 'my new number']);
    await house.hear({ ...moved, who: moved.now, now: from(['pn:15550009'], '15550009') }, moved);
    expect((await house.desk.store.reads.chat(ticket.chatId))?.address.phone).toBe('15550009');
  });

  it('by a change that is told before anything that they wrote: both numbers lead to one chat, in which nothing is said', async () => {
    await house.hear({
      type: 'identity',
      account: null,
      raw: null,
      who: from([`pn:${MARIA}`]),
      now: from([`pn:${PEDRO}`], PEDRO),
      at: house.clock.now() - MINUTE,
    });
    const chatId = (await chatOf(`pn:${PEDRO}`)) ?? '';
    expect(await house.tickets(PEDRO)).toEqual([]);
    await house.hear(says(MARIA, 'before', { at: house.clock.now() - 2 * MINUTE }), says(PEDRO, 'after'));
    expect(await saidIn(house, chatId)).toEqual(['before', 'after']);
  });

  it('by the spelling that the network gives in its answer', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house, '5511987654321', 'oi', { from: from(['pn:551187654321'], '5511987654321') });
    house.graph.behave(() => ({
      status: 200,
      body: { messages: [{ id: 'wamid.BR' }], contacts: [{ wa_id: '551187654321', user_id: 'BR.77' }] },
    }));
    await answers(house, ticket, ana);
    expect(await chatOf('uid:BR.77')).toBe(ticket.chatId);
    await house.hear(says('5511987654321', 'obrigado', { from: from(['uid:BR.77'], '551187654321') }));
    expect(await saidIn(house, ticket.chatId)).toEqual(['oi', 'good morning', 'obrigado']);
  });

  it('keeps ids that differ by case apart', async () => {
    await house.hear(
      says(MARIA, 'one', { id: 'wamid.abc', from: from(['uid:US.a']) }),
      says(MARIA, 'two', { id: 'wamid.ABC', from: from(['uid:US.A']) }),
    );
    expect(await chatOf('uid:US.a')).not.toBe(await chatOf('uid:US.A'));
    await house.hear(says(MARIA, 'three', { id: 'wamid.Abc', from: from(['uid:US.a']) }));
    expect(await saidIn(house, (await chatOf('uid:US.a')) ?? '')).toEqual(['one', 'three']);
  });

  it('keeps ids of 600 bytes apart, and knows them again', async () => {
    const [long, other] = [`${'x'.repeat(599)}a`, `${'x'.repeat(599)}b`];
    const one = says(MARIA, 'one', { id: long, from: from([long]) });
    await house.hear(one, says(PEDRO, 'two', { id: other, from: from([other], PEDRO) }));
    await house.hear(one);
    expect(await saidIn(house, (await ticketOf(house)).chatId)).toEqual(['one']);
    expect(await saidIn(house, (await ticketOf(house, PEDRO)).chatId)).toEqual(['two']);
    await house.hear({ type: 'deletion', account: null, raw: null, target: long, by: 'customer', who: from([long]), at: null });
    expect((await house.messages((await ticketOf(house)).chatId))[0]?.deletedAt).not.toBeNull();
  });

  it('keeps NUL and lone surrogates out of words and names, and the provider\u2019s own words as they came', async () => {
    const raw = { text: { body: 'a\u0000b\ud800c' } };
    await house.hear(
      says(MARIA, '', { raw, content: text('a\u0000b\ud800c'), from: { ...from([`pn:${MARIA}`]), name: 'Ma\u0000ria\udfff' } }),
    );
    const ticket = await ticketOf(house);
    expect(await saidIn(house, ticket.chatId)).toEqual(['a\u2400b\ufffdc']);
    expect(ticket.lastMessage?.text).toBe('a\u2400b\ufffdc');
    expect((await house.desk.store.reads.contact(ticket.contactId))?.name).toBe('Ma\u2400ria\ufffd');
    const { data } = await house.desk.store.reads.webhookEvents(house.whatsapp.id, 'applied', { limit: 1, cursor: null });
    expect(data[0]?.raw).toEqual(raw);
  });

  it('links an answer to the message that it answers, when it has that', async () => {
    const ticket = await hears(house, MARIA, 'one', { id: 'wamid.1' });
    await house.hear(says(MARIA, 'two', { replyTo: 'wamid.1' }), says(MARIA, 'three', { replyTo: 'wamid.NEVER' }));
    const [one, two, three] = await house.messages(ticket.chatId);
    expect(two).toMatchObject({ replyTo: one?.id, replyToProvider: 'wamid.1' });
    expect(three).toMatchObject({ replyTo: null, replyToProvider: 'wamid.NEVER' });
    expect(await messageOf(house, one?.id ?? '')).toMatchObject({ seq: 1, providerMessageId: 'wamid.1' });
  });
});
