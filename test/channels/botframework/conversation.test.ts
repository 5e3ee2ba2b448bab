import type { Json } from '../../../channels/common/json';
import { proofOf } from '../../../emulator/botframework/tokens';
import { addBot } from '../../../src/actions/bots/add-bot';
import { pauseChannel } from '../../../src/actions/channels/channel-state';
import { updateChannel } from '../../../src/actions/channels/update-channel';
import type { Person } from '../../../src/actions/desk';
import { startTicket } from '../../../src/actions/tickets/start-ticket';
import { takeTicket } from '../../../src/actions/tickets/take-ticket';
import { transact } from '../../../src/actions/transact';
import type { Ticket } from '../../../src/domain/ticket';
import { doorOf } from '../../proof/support/in-process';
import { answers, closes, text } from '../../support/acts';
import { databases } from '../../support/database';
import { aDesk, type TestDesk } from '../../support/desk';
import { CONFIG, type Linked, linked, seenBy } from './driver';

const [{ create } = { create: () => Promise.reject() }] = databases();

describe('a desk behind the Bot Framework', () => {
  let house: TestDesk;
  let door: Awaited<ReturnType<typeof doorOf>>;
  let link: Linked;
  let agent: Person;

  beforeAll(async () => {
    house = await aDesk(await create());
    await house.set({ routing: { strategy: 'manual' } });
    agent = await house.agent('Ana');
    door = await doorOf(house);
    link = await linked({ house, door });
  });
  afterAll(async () => {
    await link.close();
    await door.close();
    await house.close();
  });

  const say = (customer: string, more: Json = {}) => link.twin.act('bot-say', { customer, text: 'Hello', ...more });
  const ticketOf = async (name: string): Promise<Ticket> => {
    const ticket = (await house.tickets(name)).at(-1);
    if (!ticket) throw new Error(`${name} has no ticket`);
    return ticket;
  };
  const conversationOf = (user: string) => [...link.twin.world.bots.conversations.values()].find((one) => one.user.id === user);
  const chats = async () => (await house.desk.store.reads.contacts(null, { limit: 100, cursor: null })).data.length;
  const statuses = () => link.twin.world.bots.calls.map(({ type, status }) => `${type} ${status}`);

  it.each(['absent', 'expired', 'forged', 'audience', 'service', 'garbage'])(
    'answers 401 to a call whose proof is %s, and keeps nothing',
    async (proof) => {
      const before = await chats();
      expect(await say('mallory', { proof })).toMatchObject({ status: 401 });
      expect(await chats()).toBe(before);
    },
  );

  it('answers 401 to who proves nothing, 400 to what is no JSON and 413 to what is too large, never 500', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${door.url}/api/messages`, { method: 'POST', headers, body }).then(({ status }) => status);
    expect(await post('{}')).toBe(401);
    expect(await post('not JSON')).toBe(401);
    expect(await post('')).toBe(401);
    expect(await post('{}', { authorization: `Bearer ${'x'.repeat(9000)}` })).toBe(401);
    expect(await post('x'.repeat(3 * 1024 * 1024 + 1))).toBe(413);
    const proof = proofOf({ appId: CONFIG.appId, serviceUrl: 'https://webchat.botframework.com/', now: house.clock.now() }, 'right');
    expect(await post('not JSON', proof)).toBe(400);
    expect(await post('[]', proof)).toBe(401);
  });

  it('takes what the service repeats once, and keeps what has no type as an event that failed', async () => {
    const first = await say('bruno');
    const { id } = first.activity as Json;
    expect(await say('bruno', { id })).toMatchObject({ status: 200 });
    expect(await say('bruno', { type: null, id: 'typeless' })).toMatchObject({ status: 200 });
    const ticket = await ticketOf('Bruno');
    expect(await house.messages(ticket.chatId)).toHaveLength(1);
    const { data } = await house.desk.store.reads.webhookEvents(link.channel.id, 'failed', { limit: 10, cursor: null });
    expect(data).toMatchObject([{ reason: 'the activity has no type' }]);
  });

  it('answers what wants an answer at once', async () => {
    const card = { type: 'invoke', name: 'adaptiveCard/action', id: 'invoked', value: { action: { verb: 'rate', data: { stars: 5 } } } };
    expect(await say('bruno', card)).toMatchObject({ status: 200, body: expect.stringContaining('"statusCode":200') });
    expect(await say('bruno', { type: 'invoke', name: 'composeExtension/query' })).toMatchObject({ status: 501 });
    const ticket = await ticketOf('Bruno');
    expect((await house.messages(ticket.chatId)).at(-1)?.content).toMatchObject({ type: 'form_reply', data: { stars: 5 } });
  });

  it('says that it can’t know now when the keys can’t be read', async () => {
    const outside = house.desk.outside as { botFrameworkUrl: string | null };
    const { botFrameworkUrl } = outside;
    outside.botFrameworkUrl = 'http://127.0.0.1:9';
    const { status } = await say('bruno');
    outside.botFrameworkUrl = botFrameworkUrl;
    expect(status).toBe(503);
  });

  it('talks through Web Chat: choices go as a card, a tap comes back as the choice', async () => {
    await say('carla');
    const ticket = await ticketOf('Carla');
    await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
    await answers(house, ticket, agent, 'Hi *Carla*');
    await house.errands();
    expect(conversationOf('dl_carla')?.activities.at(-1)).toMatchObject({ text: 'Hi *Carla*', textFormat: 'plain', by: 'bot' });
    await say('carla', { text: 'Yes', value: { relaydesk: { id: 'yes', title: 'Yes' } } });
    const messages = await house.messages(ticket.chatId);
    expect(messages.at(-1)?.content).toEqual({ type: 'button_reply', id: 'yes', title: 'Yes' });
    expect(messages.find(({ direction }) => direction === 'out')?.delivery).toMatchObject({ status: 'sent' });
  });

  it('tells a message that a broken gateway took from one that it did not, by marking it, and never sends it twice', async () => {
    const ticket = await ticketOf('Carla');
    await link.twin.act('bot-order', { with: 'bad-gateway-taken' });
    await answers(house, ticket, agent, 'Are you there?');
    await house.errands();
    const sent = (await house.messages(ticket.chatId)).filter(
      ({ content }) => content.type === 'text' && content.text === 'Are you there?',
    );
    expect(sent).toMatchObject([{ delivery: { status: 'uncertain', attempts: 1, error: { code: 'ambiguous' } } }]);
    expect(seenBy(link.twin, 'dl_carla').filter((line) => line === 'Are you there?')).toHaveLength(1);
  });

  // biome-ignore format: a table is read in columns
  it.each([
    ['slow',          'uncertain', 'ambiguous'],
    ['not-in-roster', 'failed',    'recipient_unavailable'],
    ['too-many',      'queued',    'rate_limited'],
  ])('when the connector is %s, the message is %s', async (order, status, code) => {
    await say('dana', { channel: 'msteams' });
    const ticket = await ticketOf('Dana');
    if ((await house.ticket(ticket.id)).assigneeId === null) await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
    await link.twin.act('bot-order', { with: order });
    await answers(house, ticket, agent, `This one is ${order}`);
    await house.errands();
    expect((await house.messages(ticket.chatId)).at(-1)).toMatchObject({ delivery: { status, error: { code } } });
  });

  it('asks for a new token when the old one is not taken any more, before it gives up', async () => {
    link.twin.world.bots.tokens.clear();
    await say('emil');
    const ticket = await ticketOf('Emil');
    await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
    await answers(house, ticket, agent, 'With a new token');
    await house.errands();
    expect(seenBy(link.twin, 'dl_emil')).toContain('With a new token');
    expect(statuses().slice(-2)).toEqual(['message 401', 'message 200']);
  });

  it('writes first to somebody who has installed the app and never wrote', async () => {
    await say('fritz', { channel: 'msteams', type: 'typing' });
    expect(await house.tickets('fritz')).toEqual([]);
    const ticket = await startTicket(house.desk, {
      channelId: link.channel.id,
      to: '29:1twin-fritz',
      content: text('Your laptop is ready'),
      by: agent,
    });
    await house.errands();
    expect(ticket).toMatchObject({ status: 'proactive' });
    expect(seenBy(link.twin, '29:1twin-fritz')).toEqual(['Your laptop is ready']);
  });

  describe('when a bot of the network hands over', () => {
    const transcript = {
      contentType: 'application/json',
      name: 'Transcript',
      content: { activities: [{ type: 'message', text: 'My card is lost' }] },
    };
    const initiate = (customer: string, more: Json = {}) =>
      say(customer, {
        type: 'event',
        name: 'handoff.initiate',
        id: `h-${customer}`,
        text: undefined,
        value: { Skill: 'credit cards' },
        attachments: [transcript],
        ...more,
      });
    const told = (user: string) =>
      conversationOf(user)?.activities.flatMap(({ name, value }) => (name === 'handoff.status' ? [value] : []));

    it('opens a ticket with what was said before, once, and tells that somebody has come and when they are done', async () => {
      await initiate('gina');
      await initiate('gina');
      const ticket = await ticketOf('gina');
      expect(ticket).toMatchObject({ status: 'pending', assigneeId: null, waiting: true, unansweredSince: house.clock.now() });
      const [note, ...others] = await house.messages(ticket.chatId);
      expect(note).toMatchObject({ direction: 'note', ticketId: ticket.id, content: { text: 'Skill: credit cards\n\nMy card is lost' } });
      expect(others).toEqual([]);
      await house.errands();
      expect(told('dl_gina')).toEqual([]);

      await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
      await house.errands();
      expect(told('dl_gina')).toEqual([{ state: 'accepted' }]);
      await closes(house, ticket);
      await house.errands();
      await initiate('gina');
      await house.errands();
      expect(told('dl_gina')).toEqual([{ state: 'accepted' }, { state: 'completed' }]);
      expect(await house.tickets('gina')).toHaveLength(1);
    });

    it('tells that nobody came', async () => {
      await initiate('hans');
      await closes(house, await ticketOf('hans'));
      await house.errands();
      expect(told('dl_hans')).toEqual([{ state: 'failed' }]);
    });

    it('tells at once that somebody is there already, and again when the connector could not take it', async () => {
      await say('ines');
      const ticket = await ticketOf('ines');
      await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
      await link.twin.act('bot-order', { with: 'too-many' });
      await initiate('ines');
      await house.errands();
      expect(told('dl_ines')).toEqual([]);
      house.clock.forward(7000);
      await house.errands();
      expect(told('dl_ines')).toEqual([{ state: 'accepted' }]);
    });

    it('waits for as long as the channel is paused, and tells then that it is over', async () => {
      await initiate('karl');
      await transact(house.desk, (tx, ledger) => pauseChannel(tx, ledger, link.channel.id, 'the password is over'));
      const ticket = await ticketOf('karl');
      await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
      await house.errands();
      house.clock.forward(60_000);
      await closes(house, ticket);
      for (let minutes = 0; minutes < 60; minutes += 5) {
        await house.errands();
        house.clock.forward(5 * 60_000);
      }
      expect(told('dl_karl')).toEqual([]);
      await updateChannel(house.desk, { channelId: link.channel.id, config: CONFIG });
      house.clock.forward(5 * 60_000);
      await house.errands();
      expect(told('dl_karl')).toEqual([{ state: 'completed' }]);
    });

    it('tells nobody that somebody has come who is done with it by now', async () => {
      await say('jule');
      const ticket = await ticketOf('jule');
      await takeTicket(house.desk, { ticketId: ticket.id, by: agent });
      await link.twin.act('bot-order', { with: 'too-many' });
      await initiate('jule');
      await house.errands();
      await closes(house, ticket);
      await house.errands();
      house.clock.forward(7000);
      await house.errands();
      expect(told('dl_jule')).toEqual([{ state: 'completed' }]);
    });
  });

  it('asks a hub with what was said when a bot of ours hands over, and keeps out while the hub has the conversation', async () => {
    const rules = [{ when: { keywords: ['person'] }, reply: [text('A person will be with you')], then: 'handoff' }];
    const bot = await addBot(house.desk, {
      name: 'Front',
      kind: 'rules',
      config: { rules, fallback: { reply: [text('Pardon?')], handoffAfter: 9 } },
    });
    await updateChannel(house.desk, { channelId: link.channel.id, botId: bot.id });
    await say('jan', { text: 'I want a person' });
    await house.errands();
    const asked = conversationOf('dl_jan')?.activities.find(({ name }) => name === 'handoff.initiate') as Json;
    const [attached] = asked.attachments as { content: { activities: Json[] } }[];
    expect(attached?.content.activities.map(({ text: words }) => words)).toEqual(['I want a person', 'A person will be with you']);
    expect(asked.relatesTo).toMatchObject({ user: { id: 'dl_jan' }, conversation: { id: conversationOf('dl_jan')?.id } });

    const ticket = await ticketOf('jan');
    const status = async (state: string) => {
      house.clock.forward(1000);
      await say('jan', { type: 'event', name: 'handoff.status', value: { state }, text: undefined, id: state });
      return (await house.desk.store.reads.chat(ticket.chatId))?.heldBy?.held;
    };
    expect(await status('accepted')).toBe(true);
    expect((await house.events(ticket.id)).map(({ cause }) => cause)).toContain('thread_held');
    expect(await status('completed')).toBe(false);
    await updateChannel(house.desk, { channelId: link.channel.id, botId: null });
  });
});
