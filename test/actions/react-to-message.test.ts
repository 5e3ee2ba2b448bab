import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import type { Person } from '../../src/actions/desk';
import { reactToMessage } from '../../src/actions/sending/react-to-message';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import type { Heard } from '../../src/ports/channel';
import { runKey } from '../../src/timers/errands';
import { activeWith, answers, closes, hears, MARIA, messageOf, text } from '../support/acts';
import { databases } from '../support/database';
import { says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const graphError = (status: number, code: number) => () => ({ status, body: { error: { code, message: 'Graph says no' } } });

describe.each(databases())('a reaction of the business, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const setUp = async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const [message] = await house.messages(ticket.chatId);
    return { ana, ticket, message: message! };
  };
  const react = (messageId: string, by: Person, emoji: string | null) => reactToMessage(house.desk, { messageId, by, emoji });
  const shown = async (id: string) =>
    (await messageOf(house, id)).reactions.filter(({ emoji }) => emoji !== '').map(({ by, emoji }) => [by, emoji]);
  const sent = () => house.graph.calls.map(({ body }) => (body as { reaction?: unknown }).reaction);
  const ours = (emoji: string | null, over: object): Heard => ({
    type: 'reaction',
    account: null,
    raw: null,
    target: 'none',
    by: 'business',
    who: { keys: [`pn:${MARIA}`], address: { phone: MARIA, display: MARIA } },
    emoji,
    at: null,
    ...over,
  });

  it('is stored with a new rev, goes to the network, and changes no ticket and no fence', async () => {
    const { ana, ticket, message } = await setUp();
    const chat = await house.desk.store.reads.chat(ticket.chatId);
    const changed = await react(message.id, ana, '👍🏽');
    expect(changed.rev).toBeGreaterThan(message.rev);
    await house.errands();
    expect(sent()).toEqual([{ message_id: message.providerMessageId, emoji: '👍🏽' }]);
    expect(house.graph.calls[0]?.body).toMatchObject({ to: `+${MARIA}`, type: 'reaction' });
    expect(await shown(message.id)).toEqual([['business', '👍🏽']]);
    expect(await house.ticket(ticket.id)).toEqual(ticket);
    expect((await house.desk.store.reads.chat(ticket.chatId))?.turn).toBe(chat?.turn);
    expect(await house.desk.store.reads.nextDue()).toBeNull();
  });

  it('is taken back with nothing, and asked for twice it is sent once', async () => {
    const { ana, message } = await setUp();
    for (const emoji of ['❤️', '❤️', null, null]) {
      await react(message.id, ana, emoji);
      await house.errands();
    }
    expect(sent()).toMatchObject([{ emoji: '❤️' }, { emoji: '' }]);
    expect(await shown(message.id)).toEqual([]);
  });

  it('that was changed before it went is not sent any more', async () => {
    const { ana, message } = await setUp();
    for (const emoji of ['👍', '❤️', '👍']) await react(message.id, ana, emoji);
    await house.errands();
    expect(sent()).toMatchObject([{ emoji: '👍' }]);
  });

  it('stands beside the customer’s', async () => {
    const { ana, message } = await setUp();
    await house.hear(ours('🎉', { target: message.providerMessageId, by: 'customer' }));
    await react(message.id, ana, '👍');
    expect(await shown(message.id)).toEqual([
      ['customer', '🎉'],
      ['business', '👍'],
    ]);
  });

  it('that comes back as an echo is still one', async () => {
    const { ana, message } = await setUp();
    await react(message.id, ana, '👍');
    await house.errands();
    await house.hear(ours('👍', { target: message.providerMessageId, at: house.clock.now() + SECOND }));
    expect(await shown(message.id)).toEqual([['business', '👍']]);
  });

  it('can be put to what we said ourselves', async () => {
    const { ana, ticket } = await setUp();
    const said = await answers(house, ticket, ana);
    await react(said.id, ana, '👍');
    await house.errands();
    expect(sent().at(-1)).toMatchObject({ message_id: said.providerMessageId });
  });

  describe('when the network', () => {
    it('refuses it, is taken back', async () => {
      const { ana, message } = await setUp();
      house.graph.behave(graphError(400, 131009));
      const { rev } = await react(message.id, ana, '👍');
      await house.errands();
      expect(await shown(message.id)).toEqual([]);
      expect((await messageOf(house, message.id)).rev).toBeGreaterThan(rev);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('has limited the person, waits as messages to them do', async () => {
      const { ana, ticket, message } = await setUp();
      house.graph.behave(graphError(400, 131056));
      await answers(house, ticket, ana);
      house.graph.behave(() => null);
      await react(message.id, ana, '👍');
      await house.errands();
      expect(house.graph.calls).toHaveLength(1);
      house.clock.forward(6 * SECOND);
      await house.errands();
      expect(house.graph.calls).toHaveLength(3);
      expect(await shown(message.id)).toEqual([['business', '👍']]);
    });

    it('is busy, is tried three times and then taken back, while answers pass by', async () => {
      const { ana, ticket, message } = await setUp();
      house.graph.behave(({ body }) => (body.type === 'reaction' ? graphError(400, 131016)() : null));
      await react(message.id, ana, '👍');
      await answers(house, ticket, ana, 'passing by');
      expect(house.graph.texts()).toEqual(['', 'passing by']);
      house.clock.forward(2 * SECOND);
      await house.errands();
      expect(await shown(message.id)).toEqual([['business', '👍']]);
      house.clock.forward(4 * SECOND);
      await house.errands();
      expect(house.graph.texts()).toEqual(['', 'passing by', '', '']);
      expect(await shown(message.id)).toEqual([]);
    });

    it('does not answer, stays and is not repeated: it may have gone', async () => {
      const { ana, message } = await setUp();
      house.graph.behave(() => 'hang');
      await react(message.id, ana, '👍');
      await house.errands();
      expect(await shown(message.id)).toEqual([['business', '👍']]);
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it('says later that it failed, is taken back, but not one that was set since', async () => {
      const { ana, message } = await setUp();
      const late = (reaction: { at: number }) => ours(null, { target: message.providerMessageId, at: reaction.at + 1 });
      const [first] = (await react(message.id, ana, '👍')).reactions;
      const [second] = (await react(message.id, ana, '❤️')).reactions;
      await house.hear(late(first!));
      expect(await shown(message.id)).toEqual([['business', '❤️']]);
      await house.hear(late(second!));
      expect(await shown(message.id)).toEqual([]);
    });

    it('refuses one that was changed meanwhile, leaves the change standing', async () => {
      const { ana, ticket, message } = await setUp();
      await react(message.id, ana, '👍');
      const outside = {
        ...house.desk.outside,
        fetch: async (...request: Parameters<typeof fetch>) => {
          house.graph.behave(graphError(400, 131009));
          const answer = await fetch(...request);
          house.graph.behave(() => null);
          await react(message.id, ana, '❤️');
          return answer;
        },
      };
      await runKey({ ...house.desk, outside: { ...outside, fetch: once(outside.fetch) } }, `chat:${ticket.chatId}`);
      expect(await shown(message.id)).toEqual([['business', '❤️']]);
    });
  });

  describe('is refused', () => {
    it.each(['', 'a', 'ok', '👍👍', '👍 ', '1'])('when it is not one emoji: %p', async (emoji) => {
      const { ana, message } = await setUp();
      await expect(react(message.id, ana, emoji)).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ path: 'emoji' }] } });
    });

    it('as answers are: in a closed chat, in a colleague’s ticket, to who has to be online first', async () => {
      const { ana, ticket, message } = await setUp();
      const luis = await house.agent('Luis');
      await expect(react(message.id, luis, '👍')).rejects.toMatchObject({ code: 'assigned_to_other' });
      await closes(house, ticket);
      await expect(react(message.id, ana, '👍')).rejects.toMatchObject({ code: 'ticket_closed' });
      await expect(react('nothing', ana, '👍')).rejects.toMatchObject({ code: 'not_found' });
      await house.set({ routing: { strategy: 'manual' } });
      await hears(house);
      await house.turn(ana, 'away');
      await expect(react(message.id, ana, '👍')).rejects.toMatchObject({ code: 'agent_not_online' });
    });

    it('where the network does not have the message, or the channel is gone', async () => {
      const { ana, ticket, message } = await setUp();
      const queued = await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text('not sent yet') });
      await expect(react(queued.id, ana, '👍')).rejects.toMatchObject({ facts: { errors: [{ path: 'emoji' }] } });
      await disconnectChannel(house.desk, { channelId: house.whatsapp.id });
      await expect(react(message.id, ana, '👍')).rejects.toMatchObject({ code: 'invalid' });
    });
  });

  it('is a heart or nothing on Instagram, however the heart is spelled', async () => {
    const ana = await house.agent('Ana');
    const to = { keys: ['ig:77'], address: { id: '77', display: '77' } };
    await house.hearOn(house.instagram, says('77', 'hello', { id: 'mid.1', from: to }));
    const { chatId } = (await house.desk.store.reads.chatByIdentity({ channelId: house.instagram.id, key: 'ig:77' }))!;
    const [message] = await house.messages(chatId);
    await expect(react(message!.id, ana, '👍')).rejects.toMatchObject({ facts: { errors: [{ message: 'Instagram takes ❤️ only.' }] } });
    for (const emoji of ['❤', null]) {
      await react(message!.id, ana, emoji);
      await house.errands();
    }
    expect(house.graph.calls.map(({ body }) => body)).toEqual([
      { recipient: { id: '77' }, sender_action: 'react', payload: { message_id: 'mid.1', reaction: 'love' } },
      { recipient: { id: '77' }, sender_action: 'unreact', payload: { message_id: 'mid.1' } },
    ]);
  });
});

/** The first call goes this way, the others as usual. */
function once(first: typeof fetch): typeof fetch {
  let calls = 0;
  return (...request) => (calls++ === 0 ? first(...request) : fetch(...request));
}
