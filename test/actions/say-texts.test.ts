import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import { activeWith, answers, closes, echo, hears, idleWith, MARIA, PEDRO, saidIn, story, text, wait } from '../support/acts';
import { withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { DAY, HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const TEXTS = { greeting: 'Welcome', away: 'Nobody is here', delay: 'All are busy', closing: 'Goodbye' };

describe.each(databases())('the desk\u2019s own texts, on $name,', ({ create }) => {
  const house = freshDesk(create);
  beforeEach(() => house.set({ texts: TEXTS }));

  const fresh = async (phone = MARIA) => saidIn(house, (await hears(house, phone)).chatId);

  it('greet a customer whose ticket somebody takes', async () => {
    await house.agent('Ana');
    expect(await fresh()).toEqual(['hello', 'Welcome']);
    await house.errands();
    expect(house.graph.texts()).toEqual(['Welcome']);
  });

  it('say that nobody is online, also when somebody is away', async () => {
    await house.agent('Ana', 'away');
    expect(await fresh()).toEqual(['hello', 'Welcome', 'Nobody is here']);
  });

  it('say that all are busy', async () => {
    await house.agent('Ana', 'online', 1);
    await hears(house, PEDRO);
    expect(await fresh()).toEqual(['hello', 'Welcome', 'All are busy']);
  });

  it('say nothing of waiting while people choose their tickets by hand', async () => {
    await house.set({ routing: { strategy: 'manual' } });
    await house.agent('Ana');
    expect(await fresh()).toEqual(['hello', 'Welcome']);
  });

  it('come once for a ticket, not with every message, and leave its unread and waiting as they are', async () => {
    const ticket = await hears(house);
    const again = await hears(house, MARIA, 'anybody?');
    expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'Welcome', 'Nobody is here', 'anybody?']);
    expect(again).toMatchObject({ unread: 2, waiting: true, lastMessage: { text: 'anybody?' } });
  });

  it('are the desk\u2019s: no agent, and no timer runs from them', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await house.errands();
    expect(await wait(house, HOUR)).toBe(0);
    const [, greeting] = await house.messages(ticket.chatId);
    expect(greeting).toMatchObject({ author: { kind: 'system' }, ticketId: ticket.id, delivery: { status: 'sent' } });
  });

  it('follow the last words of a bot that hands off, and greet nobody before', async () => {
    const bot = await withBot(house);
    await house.hear(says(MARIA, 'hi'));
    await house.errands();
    bot.next(() => ({ says: words('one moment'), handoff: { teamId: null } }));
    await house.hear(says(MARIA, 'a person'));
    await house.errands();
    const [ticket] = await house.tickets(MARIA);
    expect(await saidIn(house, ticket!.chatId)).toEqual(['hi', 'I am a bot', 'a person', 'one moment', 'Welcome', 'Nobody is here']);
    expect(house.graph.texts()).toEqual(['I am a bot', 'one moment', 'Welcome', 'Nobody is here']);
  });

  it('greet nobody whom the business wrote to first', async () => {
    const ana = await house.agent('Ana');
    const ticket = await startTicket(house.desk, { by: ana, channelId: house.whatsapp.id, to: MARIA, content: text('may I help?') });
    expect(await saidIn(house, ticket.chatId)).toEqual(['may I help?']);
    await house.hear(echo(PEDRO, 'from my phone'));
    expect(await saidIn(house, (await house.tickets(PEDRO))[0]!.chatId)).toEqual(['from my phone']);
  });

  it('say goodbye when a ticket closes, and the next message begins anew', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana, 'done');
    await closes(house, ticket);
    await house.errands();
    expect(house.graph.texts()).toEqual(['Welcome', 'done', 'Goodbye']);
    const next = await hears(house, MARIA, 'me again');
    expect(next.id).not.toBe(ticket.id);
    expect((await house.messages(ticket.chatId)).map(({ ticketId }) => ticketId === next.id)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('say goodbye when time closes it, while the network still takes words', async () => {
    await house.set({ timers: { idleCloseAfter: 'PT1H' } });
    const ticket = await idleWith(house, await house.agent('Ana'));
    await wait(house, HOUR);
    expect((await story(house, ticket)).at(-1)).toBe('idle_expired: closed');
    expect((await saidIn(house, ticket.chatId)).at(-1)).toBe('Goodbye');
  });

  it('do not say goodbye days later, when the network would refuse it', async () => {
    const ticket = await hears(house);
    await wait(house, 7 * DAY);
    expect((await house.ticket(ticket.id)).status).toBe('closed');
    expect((await saidIn(house, ticket.chatId)).at(-1)).toBe('Nobody is here');
  });

  it('greet a customer who returns to their former ticket, and nobody when a person reopens it', async () => {
    await house.set({ policy: { reopenWithin: 'P1D' } });
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await closes(house, ticket);
    await reopenTicket(house.desk, { ticketId: ticket.id, by: house.admin });
    await closes(house, ticket);
    await hears(house, MARIA, 'one more');
    expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'Welcome', 'Goodbye', 'Goodbye', 'one more', 'Welcome']);
  });
});
