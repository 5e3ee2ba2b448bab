import { setTimeout as pause } from 'node:timers/promises';
import type { Desk, Person } from '../../src/actions/desk';
import { openNumbers } from '../../src/actions/numbers';
import { routeQueue } from '../../src/actions/routing/route-queue';
import { addTeam } from '../../src/actions/teams/save-team';
import { ROUTING } from '../../src/actions/transact';
import { Refusal } from '../../src/domain/errors';
import { houseKeeper } from '../../src/platform/house-keeper';
import { type Database, openDatabase } from '../../src/store/database';
import { databases, type TestDatabase, testStore } from '../support/database';
import { aDesk, HOUR, MINUTE, type TestDesk } from '../support/desk';
import { daily } from '../support/hours';
import { type Dice, withDice } from './support/dice';
import { routingAct, type Scene } from './support/routing-acts';
import { deserted, eventsSince, type Moment, momentIn, overloaded, waitingInVain } from './support/routing-wrongs';
import { figure, sized } from './support/size';
import { truthOf } from './support/truth';
import { wrongs } from './support/wrongs';

const STEPS = sized(180, 20_000);
/** SQLite has one instance, and there every act is looked at for itself. */
const AT_ONCE = { sqlite: 1, mysql: 6 } as const;
const AGENTS = 6;
const CUSTOMERS = 60;

describe.each(databases())('routing over the instances of a desk on $name', ({ create }) => {
  let place: TestDatabase;
  let house: TestDesk;
  let database: Database;
  let desks: Desk[];
  /** What was seen last, while nothing has happened since. */
  let last: Moment | null = null;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    place = await create();
    house = await aDesk(place);
    database = await openDatabase(place.url);
    desks = [house.desk];
    while (place.dialect === 'mysql' && desks.length < 3) desks.push(await another());
  });
  afterAll(async () => {
    for (const close of closing) await close();
    await database.close();
    await house.close();
  });

  /** Another process's desk; what it wakes is seen to here. */
  async function another(): Promise<Desk> {
    const store = await testStore(place, house.clock);
    closing.push(store.close);
    return { ...house.desk, store, house: await houseKeeper(store.reads), numbers: openNumbers(store) };
  }

  async function setTheScene(): Promise<Omit<Scene, 'tickets'>> {
    const agents: Person[] = [];
    for (let n = 0; n < AGENTS; n++) agents.push(await house.agent(`Agent${n}`, 'online', n % 2 === 0 ? null : n));
    const ids = agents.map(({ id }) => id);
    const teams = [
      await addTeam(house.desk, { name: 'Support', agentIds: ids.slice(0, 4) }),
      await addTeam(house.desk, { name: 'Night', agentIds: ids.slice(2), hours: daily('Europe/Berlin', '22:00-06:00') }),
      await addTeam(house.desk, { name: 'Day', agentIds: ids, hours: daily('Asia/Kolkata', '09:00-13:00', '14:00-18:00') }),
    ];
    await house.set({ routing: { capacity: 3 }, policy: { agentsMayReopen: true, agentsMayTakeOver: true } });
    const phones = Array.from({ length: CUSTOMERS }, (_, n) => `1556${String(n).padStart(6, '0')}`);
    return { admin: house.admin, agents, teamIds: teams.map(({ id }) => id), channelId: house.whatsapp.id, phones };
  }

  /** The open tickets, and some that were closed last. */
  const ticketsNow = async (): Promise<Scene['tickets']> => {
    const open = await database.query('select id, assigneeId from tickets where openChatId is not null order by id');
    const closed = await database.query('select id, assigneeId from tickets where closedAt is not null order by closedAt desc, id limit 5');
    return [...open.rows, ...closed.rows] as unknown as Scene['tickets'];
  };

  /** Looks on for as long as something goes on, and once more after it. */
  async function watching<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const done = work.finally(() => {
      over = true;
    });
    while (!over) {
      expect(await deserted(database.query)).toEqual([]);
      await pause(5);
    }
    expect(await deserted(database.query)).toEqual([]);
    return done;
  }

  interface Tally {
    done: number;
    refused: number;
  }

  /** So many acts at once, over all instances. */
  async function burst(dice: Dice, base: Omit<Scene, 'tickets'>, tally: Tally): Promise<void> {
    const before = last ?? (await momentIn(database.query));
    const scene = { ...base, tickets: await ticketsNow() };
    const acts = Array.from({ length: AT_ONCE[place.dialect] }, () => routingAct(dice.pick(desks), dice, scene));
    for (const one of await watching(Promise.allSettled(acts))) {
      if (one.status === 'fulfilled') tally.done += 1;
      else if (one.reason instanceof Refusal) tally.refused += 1;
      else throw one.reason;
    }
    last = await momentIn(database.query);
    expect(overloaded(before, last, await eventsSince(database.query, house.clock.now()))).toEqual([]);
  }

  /** What the acts woke is enough to serve the queue where they come one by one; instances that act at one moment need their sweep. */
  async function settle(): Promise<void> {
    if (desks.length > 1) await Promise.all(desks.map((desk) => routeQueue(desk)));
    if (desks.length > 1 || house.woken.has(ROUTING)) await routeQueue(house.desk);
    house.woken.clear();
    last = null;
  }

  async function timePasses(dice: Dice): Promise<void> {
    house.clock.forward(dice.next() < 0.02 ? 5 * HOUR : 1 + dice.below(MINUTE));
    if (desks.length > 1) return;
    await routeQueue(house.desk);
    last = null;
  }

  const inVain = async () => waitingInVain(await momentIn(database.query), house.clock.now());

  it(`holds through ${STEPS} acts at random`, () =>
    withDice(async (dice) => {
      const base = await setTheScene();
      const tally: Tally = { done: 0, refused: 0 };
      const began = performance.now();
      for (let step = 0; step < STEPS; step += AT_ONCE[place.dialect]) {
        await timePasses(dice);
        await burst(dice, base, tally);
        if (dice.next() < 0.3) {
          await settle();
          expect(await inVain()).toEqual([]);
        }
      }
      const truth = await truthOf(database);
      expect(wrongs(truth).filter((wrong) => !wrong.includes('looked at'))).toEqual([]);
      expect(tally.done).toBeGreaterThan(STEPS / 3);
      const routed = truth.events.filter(({ cause, actor }) => cause === 'assigned' && actor.kind === 'system').length;
      figure(
        `routing, ${place.dialect}: ${STEPS} acts over ${desks.length} instance(s), ${tally.refused} refused, ${truth.tickets.length} tickets, ` +
          `${routed} given by routing, in ${Math.round((performance.now() - began) / 1000)} s`,
      );
    }));
});
