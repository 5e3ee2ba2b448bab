import { updateChannel } from '../../src/actions/channels/update-channel';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { addTeam, updateTeam } from '../../src/actions/teams/save-team';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import { transferToTeam } from '../../src/actions/tickets/transfer-ticket';
import { activeWith, answers, closes, echo, hears, idleWith, MARIA, PEDRO, saidIn, story, template, wait } from '../support/acts';
import { withBot, words } from '../support/bots';
import { databases } from '../support/database';
import { DAY, HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { daily } from '../support/hours';
import { over } from '../support/over';

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
    const ticket = await startTicket(house.desk, { by: ana, channelId: house.whatsapp.id, to: MARIA, content: template('may_i_help') });
    expect(await saidIn(house, ticket.chatId)).toEqual(['template']);
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

  describe('outside working hours', () => {
    const CLOSED = daily('UTC', '10:00-17:00');
    const OPEN = daily('UTC', '08:00-17:00');
    beforeEach(() => house.set({ texts: { outOfHours: 'We open at ten' }, routing: { hours: CLOSED } }));

    it('say so in place of that nobody is here or that all are busy', async () => {
      expect(await fresh()).toEqual(['hello', 'Welcome', 'We open at ten']);
      await house.agent('Ana', 'online', 0);
      expect(await fresh(PEDRO)).toEqual(['hello', 'Welcome', 'We open at ten']);
    });

    it('say that nobody is here when there are no words for it, but not that all are busy', async () => {
      await house.set({ texts: { outOfHours: null } });
      expect(await fresh()).toEqual(['hello', 'Welcome', 'Nobody is here']);
      await house.agent('Ana');
      expect(await fresh(PEDRO)).toEqual(['hello', 'Welcome']);
    });

    it('say so to who is sent to a team that is off work, once', async () => {
      await house.set({ routing: { hours: null } });
      const night = await addTeam(house.desk, { name: 'Night', hours: CLOSED });
      const day = await addTeam(house.desk, { name: 'Day' });
      const ana = await house.agent('Ana', 'online', 1);
      const ticket = await activeWith(house, ana);
      for (const { id } of [night, day, night])
        await transferToTeam(house.desk, { ticketId: ticket.id, teamId: id, by: house.admin, note: null });
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'Welcome', 'We open at ten']);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', told: ['greeting', 'outOfHours'] });
    });

    it('say so to whom an agent leaves behind in the evening, unless they have their answer', async () => {
      await house.set({ routing: { hours: OPEN } });
      const ana = await house.agent('Ana');
      const [ticket, other] = [await activeWith(house, ana), await activeWith(house, ana, PEDRO)];
      await answers(house, other, ana, 'done');
      house.clock.forward(9 * HOUR);
      await house.turn(ana, 'offline');
      expect((await saidIn(house, ticket.chatId)).slice(1)).toEqual(['Welcome', 'We open at ten']);
      expect((await saidIn(house, other.chatId)).slice(1)).toEqual(['Welcome', 'done']);
    });

    it('say nothing days later, when the network would refuse it', async () => {
      await house.set({ routing: { hours: OPEN } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      house.clock.forward(2 * DAY + 9 * HOUR);
      await house.turn(ana, 'offline');
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', told: ['greeting'] });
    });
  });

  it('look at the team: who is not in it is not there for its tickets, and its hours are its own', async () => {
    const ana = await house.agent('Ana', 'online', 0);
    const support = await addTeam(house.desk, { name: 'Support' });
    await updateChannel(house.desk, { channelId: house.whatsapp.id, teamId: support.id });
    expect(await fresh()).toEqual(['hello', 'Welcome', 'Nobody is here']);
    await updateTeam(house.desk, { teamId: support.id, agentIds: [ana.id] });
    expect(await fresh(PEDRO)).toEqual(['hello', 'Welcome', 'All are busy']);
  });

  it('ask who is there once for a hundred new tickets', async () => {
    const phones = Array.from({ length: 100 }, (_, n) => `1558${String(n).padStart(6, '0')}`);
    let asked = 0;
    const { store } = house.desk;
    const counting: typeof store.atomically = (work) =>
      store.atomically((tx) =>
        work(
          over(tx, {
            agentsAround: () => {
              asked++;
              return tx.agentsAround();
            },
          }),
        ),
      );
    await receive(
      { ...house.desk, store: { ...store, atomically: counting } },
      phones.map((phone) => ({ channelId: house.whatsapp.id, heard: says(phone, 'hello') })),
      openPeople(),
    );
    expect(asked).toBeLessThanOrEqual(2);
    expect(await saidIn(house, (await house.tickets(phones[99]!))[0]!.chatId)).toEqual(['hello', 'Welcome', 'Nobody is here']);
  });
});
