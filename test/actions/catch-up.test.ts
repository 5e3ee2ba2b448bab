import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { activeWith, answers, hears, idleWith, MARIA, PEDRO, story } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('after a downtime, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const sweep = () => sweepTickets(house.desk);
  const statusOf = async ({ id }: { id: string }) => (await house.ticket(id)).status;
  /** The desk swept, and then nothing ran for this long. */
  const down = async (ms: number) => {
    await sweep();
    house.clock.forward(ms);
  };
  /** The desk runs and sweeps; how many tickets changed. */
  const up = async (ms: number) => {
    let changed = 0;
    for (let left = ms; left > 0; left -= 4 * MINUTE) {
      house.clock.forward(Math.min(left, 4 * MINUTE));
      changed += await sweep();
    }
    return changed;
  };
  const answered = async (phone = MARIA) => {
    const [ana] = (await house.desk.store.reads.agents({ limit: 10, cursor: null }, { presence: 'online' })).data;
    const by = ana ? { id: ana.id, name: ana.name, role: 'agent' as const, teamIds: [] } : await house.agent('Ana');
    const ticket = await activeWith(house, by, phone);
    await answers(house, ticket, by);
    return ticket;
  };

  it('idling and closing wait ten minutes from the start, then happen', async () => {
    const ticket = await answered();
    await down(HOUR);
    expect(await sweep()).toBe(0);
    expect(await up(10 * MINUTE - 1)).toBe(0);
    expect(await up(1)).toBe(1);
    expect(await statusOf(ticket)).toBe('idle');
  });

  it('is not begun anew by every sweep when sweeps are rarer than five minutes: things still close', async () => {
    const ticket = await answered();
    await sweep();
    for (let n = 0; n < 6; n++) {
      house.clock.forward(15 * MINUTE);
      await sweep();
    }
    expect(await statusOf(ticket)).toBe('idle');
  });

  it('waits for as long as the settings say', async () => {
    await house.set({ timers: { catchUp: 'PT1H' } });
    await answered();
    await down(HOUR);
    await sweep();
    expect(await up(HOUR - 1)).toBe(0);
    expect(await up(1)).toBe(1);
  });

  it('five minutes without a sweep are none', async () => {
    const ticket = await answered();
    house.clock.forward(25 * MINUTE);
    await down(5 * MINUTE);
    expect(await sweep()).toBe(1);
    expect(await statusOf(ticket)).toBe('idle');
  });

  it('a desk that has never swept has none', async () => {
    const ticket = await answered();
    house.clock.forward(30 * DAY);
    expect(await sweep()).toBe(1);
    expect(await statusOf(ticket)).not.toBe('active');
  });

  it('a snooze ends at once', async () => {
    const ticket = await hears(house);
    await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + HOUR });
    await down(2 * HOUR);
    expect(await sweep()).toBe(1);
    expect(await house.ticket(ticket.id)).toMatchObject({ stage: 'open', status: 'pending' });
  });

  it('what falls due while it waits is not forgotten', async () => {
    const early = await answered();
    await down(40 * MINUTE);
    await sweep();
    const ticket = await hears(house, PEDRO);
    await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + 4 * MINUTE });
    expect(await up(4 * MINUTE)).toBe(1);
    expect((await house.ticket(ticket.id)).stage).toBe('open');
    await up(6 * MINUTE);
    expect(await statusOf(early)).toBe('idle');
  });

  it('a message that the customer wrote meanwhile is heard first, and saves the ticket', async () => {
    await house.set({ timers: { idleCloseAfter: 'PT1H' } });
    const ana = await house.agent('Ana');
    const saved = await idleWith(house, ana);
    const lost = await idleWith(house, ana, PEDRO);
    await down(2 * HOUR);
    expect(await sweep()).toBe(0);
    await hears(house, MARIA, 'I wrote an hour ago', { at: house.clock.now() - HOUR });
    expect(await up(10 * MINUTE)).toBe(1);
    expect(await statusOf(saved)).toBe('active');
    expect(await statusOf(lost)).toBe('closed');
  });

  it('every overdue timer fires once, the oldest first', async () => {
    const phones = ['15552003', '15552001', '15552002'];
    const tickets: { id: string }[] = [];
    for (const phone of phones) {
      tickets.push(await answered(phone));
      house.clock.forward(MINUTE);
    }
    await down(DAY);
    await sweep();
    await up(10 * MINUTE);
    const idled = await Promise.all(tickets.map(async ({ id }) => (await house.events(id)).at(-1)));
    expect(idled.map((event) => event?.cause)).toEqual(Array(3).fill('customer_silent'));
    const dueAts = idled.map((event) => event?.decision?.facts.dueAt as number);
    expect(dueAts).toEqual([...dueAts].sort((a, b) => a - b));
    const order = house.announced
      .filter(({ name }) => name === 'ticket.status_changed')
      .map(({ id }) => id)
      .slice(-3);
    expect(order).toEqual(tickets.map(({ id }) => id));
    expect(await sweep()).toBe(0);
    expect(await story(house, tickets[0]!)).toEqual(['customer_wrote: pending', 'assigned: active', 'customer_silent: idle']);
  });

  it('a second downtime while it waits begins the waiting anew', async () => {
    await answered();
    await down(HOUR);
    await sweep();
    expect(await up(9 * MINUTE)).toBe(0);
    house.clock.forward(9 * MINUTE);
    expect(await sweep()).toBe(0);
    expect(await up(10 * MINUTE - 1)).toBe(0);
    expect(await up(1)).toBe(1);
  });
});
