import { setPresence } from '../../src/actions/routing/set-presence';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import type { Ticket } from '../../src/domain/ticket';
import { whyJson } from '../../src/http/present/why';
import { answers, hears, MARIA, PEDRO, wait } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const [sqlite] = databases();

describe('why a ticket went as it did', () => {
  const house = freshDesk(sqlite!.create);
  const why = async ({ id }: Pick<Ticket, 'id'>) => {
    const view = await house.desk.store.reads.ticket(id, null);
    return whyJson({ desk: house.desk, house: house.desk.house.current() }, view!);
  };

  it('reads as a true story, with the numbers', async () => {
    await house.set({
      timers: { idleAfter: 'PT30M', idleCloseAfter: 'PT2H', idleReminderBefore: 'PT20M' },
      texts: { reminder: 'Are you still there?' },
      routing: { capacity: 1 },
      locale: { timeZone: 'America/Sao_Paulo' },
    });
    const ana = await house.agent('Ana');
    const luis = await house.agent('Luis');
    await setPresence(house.desk, { agentId: luis.id, presence: 'away', reason: 'lunch', by: luis });
    await hears(house, PEDRO);
    const ticket = await hears(house, MARIA);
    house.clock.forward(10 * MINUTE);
    await setPresence(house.desk, { agentId: luis.id, presence: 'online', reason: null, by: luis });
    await house.errands();
    house.clock.forward(5 * MINUTE);
    await setPresence(house.desk, { agentId: ana.id, presence: 'away', reason: null, by: ana });
    await releaseTicket(house.desk, { ticketId: ticket.id, by: luis });
    house.clock.forward(MINUTE);
    await setPresence(house.desk, { agentId: ana.id, presence: 'online', reason: null, by: ana });
    await house.errands();
    await answers(house, ticket, luis);
    for (let passed = 0; passed < 3 * HOUR; passed += 10 * MINUTE) await wait(house, 10 * MINUTE);
    const told = await why(ticket);
    expect(told.text.split('\n')).toEqual([
      '22 Nov 2026, 06:00: Opened: Cus Tomer wrote. Nobody could take it. Passed over: Ana (1 of 1), Luis (away since 06:00).',
      '22 Nov 2026, 06:10: Given to Luis, who had been without a new ticket for longest and had 0 of 1 tickets. It had waited for 10 minutes. Passed over: Ana (1 of 1).',
      '22 Nov 2026, 06:15: Luis gave it back to the queue. Nobody could take it. Passed over: Ana (away since 06:15), Luis (it was given back).',
      '22 Nov 2026, 06:16: Luis took it.',
      '22 Nov 2026, 06:46: Gone idle: Cus Tomer had not answered for 30 minutes since our message of 06:16.',
      '22 Nov 2026, 08:26: Cus Tomer was reminded, 20 minutes before the close. It had been idle for 1 hour 40 minutes.',
      '22 Nov 2026, 08:46: Closed by itself: idle since 06:46, and idle tickets close after 2 hours.',
      'It has been closed since 08:46.',
    ]);
    expect(told.story.map(({ cause, row, passedOver }) => [cause, row, passedOver.map(({ name }) => name)])).toEqual([
      ['customer_wrote', null, ['Ana', 'Luis']],
      ['assigned', 'T1', ['Ana']],
      ['released', 'T5', ['Ana', 'Luis']],
      ['assigned', 'T1', []],
      ['customer_silent', 'T3', []],
      ['reminded', null, []],
      ['idle_expired', 'T10', []],
    ]);
  });

  it('says what time will do to one that is open', async () => {
    await house.agent('Ana');
    const ticket = await hears(house, MARIA);
    const { now, next, zone } = await why(ticket);
    expect([now, zone]).toEqual(['It has been active since 09:00, with Ana.', 'UTC']);
    expect(next).toEqual([
      {
        kind: 'auto_close',
        dueAt: new Date(house.clock.now() + 7 * 24 * HOUR).toISOString(),
        says: 'It closes for its age in 7 days, at 29 Nov 2026, 09:00, unless something happens before.',
      },
    ]);
  });
});
