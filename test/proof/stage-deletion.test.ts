import { seed } from '../../bench/support/seed';
import type { Desk } from '../../src/actions/desk';
import { openNumbers } from '../../src/actions/numbers';
import { writeNote } from '../../src/actions/tickets/write-note';
import { addStage } from '../../src/actions/workspace/add-stage';
import { emptyStage, removeStage } from '../../src/actions/workspace/remove-stage';
import { houseKeeper } from '../../src/platform/house-keeper';
import { runKey } from '../../src/timers/errands';
import { closes, hears } from '../support/acts';
import { databases, type TestDatabase, testStore } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';
import { figure, sized } from './support/size';
import { truthIn } from './support/truth';

const TICKETS = sized(800, 100_000);
const WAITING = 'waiting';

describe.each(databases())('a stage with very many tickets, deleted on $name', ({ create }) => {
  let database: TestDatabase;
  let house: TestDesk;

  beforeAll(async () => {
    database = await create();
    house = await aDesk({ ...database, remove: async () => undefined });
    const ana = await house.agent('Ana');
    await addStage(house.desk, { name: 'Waiting', color: 'sky' });
    await seed(house.desk, { channelIds: [house.whatsapp.id], agentIds: [ana.id], tickets: TICKETS, due: true, stage: WAITING });
  }, 600_000);
  afterAll(async () => {
    await house.graph.close();
    await database.remove();
  });

  const inStage = async (stage: string) =>
    (await house.desk.store.reads.ticketCounts({ stage: [stage], seenBy: null })).reduce((sum, { tickets }) => sum + tickets, 0);
  const open = async () =>
    (await house.desk.store.reads.tickets({ stage: ['open'], seenBy: null }, '-number', { limit: 200, cursor: null })).data;

  it('reads as Open at once, and says how many tickets that are', async () => {
    expect(await removeStage(house.desk, { key: WAITING, by: house.admin })).toEqual({ tickets: TICKETS });
    expect([await inStage('open'), await inStage(WAITING)]).toEqual([TICKETS, 0]);
    expect(new Set((await open()).map(({ ticket }) => ticket.stage))).toEqual(new Set(['open']));
  });

  it('lets people work on its tickets meanwhile: each batch is a transaction of its own', async () => {
    const actor = { kind: 'admin' as const, id: house.admin.id, name: house.admin.name };
    const [noted, closed] = (await open()).map(({ ticket }) => ticket);
    if (!noted || !closed) throw new Error('no tickets');
    for (let batch = 0; batch < 3; batch++) {
      const moving = emptyStage(house.desk, WAITING, actor);
      const acts = [writeNote(house.desk, { ticketId: noted.id, by: house.admin, text: 'seen' }), hears(house, `1555900000${batch}`)];
      expect(await moving).toBe(false);
      await Promise.all(acts);
    }
    expect((await closes(house, closed)).stage).toBe('closed');
  });

  it('is emptied to its end by a desk that is started after the first was killed, with an event for every ticket', async () => {
    await house.desk.store.close();
    const store = await testStore(database, house.clock);
    const desk: Desk = { ...house.desk, store, house: await houseKeeper(store.reads), numbers: openNumbers(store) };
    const began = performance.now();
    for (const key of await store.reads.dueKeys(house.clock.now(), 100)) await runKey(desk, key);
    figure(`a deleted stage, ${database.dialect}: ${TICKETS} tickets moved in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const { tickets, events } = await truthIn(database.url);
    expect(tickets.filter(({ stage }) => stage === WAITING)).toEqual([]);
    const left = events.filter(({ stage }) => stage?.from === WAITING);
    expect(left.length).toBe(TICKETS);
    expect(new Set(left.map(({ ticketId }) => ticketId)).size).toBe(TICKETS);
    expect(new Set(left.map(({ cause, actor }) => `${cause} ${actor.name}`))).toEqual(
      new Set(['stage_deleted Adele', 'closed_by_person Adele']),
    );
    expect(await store.reads.nextDue()).toBeNull();
    await store.close();
  }, 900_000);
});
