import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { databases, type TestDatabase } from '../support/database';
import { aDesk, DAY, HOUR, MINUTE, says, type TestDesk } from '../support/desk';
import { figure, sized } from './support/size';
import { grouped, truthIn } from './support/truth';
import { wrongs } from './support/wrongs';

const OVERDUE = sized(800, 100_000);
const LATE = sized(20, 1000);
const BATCH = 125;

const phone = (n: number) => `1${String(5_559_000_000 + n)}`;

describe.each(databases())('after a downtime on $name', ({ create }) => {
  let database: TestDatabase;
  let house: TestDesk;

  beforeAll(async () => {
    database = await create();
    house = await aDesk(database);
    await house.set({ routing: { strategy: 'manual' } });
  });
  afterAll(() => house.close());

  it(`closes ${OVERDUE} overdue tickets once each, the oldest first, but for those whose customers wrote meanwhile`, async () => {
    await sweepTickets(house.desk);
    for (let from = 0; from < OVERDUE; from += BATCH) {
      await house.hear(...Array.from({ length: Math.min(BATCH, OVERDUE - from) }, (_, n) => says(phone(from + n), 'hello')));
      house.clock.forward(MINUTE);
    }
    const dueAt = new Map((await truthIn(database.url)).tickets.map(({ id, lookAt }) => [id, lookAt ?? 0]));

    house.clock.forward(8 * DAY);
    expect(await sweepTickets(house.desk)).toBe(0);
    for (let n = 0; n < LATE; n++) await house.hear(says(phone(n), 'written while you were down', { at: house.clock.now() - HOUR }));
    for (const minutes of [4, 8]) {
      house.clock.forward(4 * MINUTE);
      expect([minutes, await sweepTickets(house.desk)]).toEqual([minutes, 0]);
    }
    house.clock.forward(4 * MINUTE);
    const { closed, took } = await sweepEach();

    const truth = await truthIn(database.url);
    expect(wrongs(truth)).toEqual([]);
    expect(closed).toBe(OVERDUE - LATE);
    expect(truth.tickets.filter(({ status }) => status === 'pending')).toHaveLength(LATE);
    const closes = truth.events.filter(({ cause }) => cause === 'auto_closed');
    expect([...grouped(closes, ({ ticketId }) => ticketId).values()].filter(({ length }) => length !== 1)).toEqual([]);
    const inOrder = [...closes].sort((a, b) => a.at - b.at).map(({ ticketId }) => dueAt.get(ticketId) ?? 0);
    expect(inOrder.filter((due, at) => due < (inOrder[at - 1] ?? 0))).toEqual([]);
    expect(await sweepTickets(house.desk)).toBe(0);
    figure(
      `overdue, ${database.dialect}: ${closed} tickets closed in ${(took / 1000).toFixed(1)} s (${Math.round((closed / took) * 1000)}/s), ${LATE} spared, each once, oldest first`,
    );
  });

  /** Sweeps until nothing is due; the clock ticks between batches, so that their order shows. */
  async function sweepEach(): Promise<{ closed: number; took: number }> {
    const began = performance.now();
    const closed = await sweepTickets(house.desk, async () => {
      house.clock.forward(1);
      return true;
    });
    return { closed, took: performance.now() - began };
  }
});
