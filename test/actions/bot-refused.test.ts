import { changeContact, closes, echo, hears, MARIA, receipt, saidIn, story, ticketOf } from '../support/acts';
import { withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const NO = { status: 400, body: { error: { code: 131026, message: 'not on WhatsApp' } } };

describe.each(databases())('a bot\u2019s message that the network refuses for good, on $name,', ({ create }) => {
  const house = freshDesk(create);

  /** The bot has answered; answers its messages. */
  async function answered(...texts: string[]) {
    await withBot(house, () => ({ says: words(...texts) }));
    await house.hear(says(MARIA, 'hello'));
    await house.errands();
    return botsMessages();
  }
  async function botsMessages() {
    const identity = await house.desk.store.reads.chatByIdentity({ channelId: house.whatsapp.id, key: `pn:${MARIA}` });
    return (await house.messages(identity?.chatId ?? '')).filter(({ author }) => author.kind === 'bot');
  }
  const fails = (id: string | null) =>
    receipt(id, 'failed', { error: { code: 'recipient_unavailable', providerCode: '131026', detail: 'no' } });
  const tickets = () => house.tickets(MARIA);

  it('at once leaves its customer to a person, who gets the whole conversation', async () => {
    const ana = await house.agent('Ana');
    house.graph.behave(() => NO);
    const [message] = await answered('I am a bot');
    const ticket = await ticketOf(house);
    expect(ticket).toMatchObject({ status: 'active', assigneeId: ana.id, unread: 1, waiting: true });
    expect(await story(house, ticket)).toEqual(['bot_failed: pending', 'assigned: active']);
    expect((await house.events(ticket.id))[0]).toMatchObject({
      actor: { kind: 'bot', name: 'Front' },
      decision: { rule: 'bot_failed', facts: { reason: 'refused', messageId: message?.id, attempts: 1 } },
    });
    expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'I am a bot']);
  });

  it('afterwards does so too, once, however often it is told', async () => {
    const [message] = await answered('I am a bot');
    expect(await tickets()).toEqual([]);
    const told = fails(message?.providerMessageId ?? null);
    await house.hear(told, told);
    await house.hear(told);
    const [ticket, ...more] = await tickets();
    expect([ticket?.status, more]).toEqual(['pending', []]);
    expect(await story(house, ticket!)).toEqual(['bot_failed: pending']);
    await closes(house, ticket!);
    await house.hear(told);
    expect((await tickets()).map(({ status }) => status)).toEqual(['closed']);
  });

  it('afterwards, told before the answer to its send, does so too', async () => {
    house.graph.behave(async () => {
      await house.hear(fails('wamid.OUT1'));
      return null;
    });
    await answered('I am a bot');
    const ticket = await ticketOf(house);
    expect(await story(house, ticket)).toEqual(['bot_failed: pending']);
    expect((await botsMessages()).map(({ delivery, ticketId }) => [delivery?.status, ticketId])).toEqual([['failed', ticket.id]]);
  });

  it('by our own reference, while the send still runs, does so too', async () => {
    house.graph.behave(async ({ body }) => {
      await house.hear({ ...fails('wamid.OUT1'), reference: body.biz_opaque_callback_data } as ReturnType<typeof fails>);
      return null;
    });
    await answered('I am a bot');
    expect(await story(house, await ticketOf(house))).toEqual(['bot_failed: pending']);
  });

  it('silences the rest of what it was about to say', async () => {
    house.graph.behave(() => NO);
    await answered('one', 'two');
    const ticket = await ticketOf(house);
    expect(await story(house, ticket)).toEqual(['bot_failed: pending', 'bot_silenced']);
    expect(house.graph.texts()).toEqual(['one']);
  });

  it('counts although another part of the same answer arrived', async () => {
    const [first] = await answered('one', 'two');
    await house.hear(fails(first?.providerMessageId ?? null));
    expect(await story(house, await ticketOf(house))).toEqual(['bot_failed: pending']);
  });

  it('opens nothing once a later turn has answered, unless that is refused as well', async () => {
    const [first] = await answered('I am a bot');
    house.clock.forward(MINUTE);
    await house.hear(says(MARIA, 'and now?'));
    await house.errands();
    const [, second] = await botsMessages();
    await house.hear(fails(first?.providerMessageId ?? null));
    expect(await tickets()).toEqual([]);
    await house.hear(fails(second?.providerMessageId ?? null));
    expect(await story(house, await ticketOf(house))).toEqual(['bot_failed: pending']);
  });

  it('opens nothing when a person has come', async () => {
    const [message] = await answered('I am a bot');
    await house.hear(echo(MARIA, 'from the shop'));
    const before = await story(house, await ticketOf(house));
    await house.hear(fails(message?.providerMessageId ?? null));
    expect(await tickets()).toHaveLength(1);
    expect(await story(house, await ticketOf(house))).toEqual(before);
  });

  it('opens nothing for somebody who is blocked', async () => {
    const [message] = await answered('I am a bot');
    const chat = await house.desk.store.reads.chat(message?.chatId ?? '');
    await changeContact(house, chat?.contactId ?? '', { blocked: true });
    await house.hear(fails(message?.providerMessageId ?? null));
    expect(await tickets()).toEqual([]);
  });

  it('and a message of its customer in the same breath end the same in either order', async () => {
    for (const first of ['refusal', 'message'] as const) {
      const [message] = (await answered('I am a bot')).slice(-1);
      const refusal = fails(message?.providerMessageId ?? null);
      const more = says(MARIA, `more after the ${first}`);
      await house.hear(...(first === 'refusal' ? [refusal, more] : [more, refusal]));
      await house.errands();
      const [ticket] = (await tickets()).filter(({ status }) => status === 'pending');
      expect(ticket).toMatchObject({ unread: 2, waiting: true });
      await closes(house, ticket!);
    }
    expect(await tickets()).toHaveLength(2);
    await hears(house, MARIA, 'bye');
  });
});
