import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { databases, type TestDatabase } from '../support/database';
import { atRest } from './support/at-rest';
import { type Desks, desksOn, tell } from './support/desks';
import { withDice } from './support/dice';
import { inLanes } from './support/lanes';
import { figure, sized } from './support/size';
import { until } from './support/until';
import { texts, whatsapp } from './support/webhooks';
import { wrongs } from './support/wrongs';

const WRITTEN = sized(100, 2000);
/** More would wait in the kernel for their connection, not at the desk. */
const AT_ONCE = 400;
const PHONE = '15550002222';

describe.each(databases())('one customer at every door at once on $name', ({ create }) => {
  let database: TestDatabase;
  let desks: Desks;

  beforeAll(async () => {
    database = await create();
    desks = await desksOn(database, { processes: database.dialect === 'mysql' ? 2 : 1 });
  });
  afterAll(async () => {
    await desks?.end();
    await desks?.remove();
    await database?.remove();
  });

  it(`makes ${WRITTEN} messages, each delivered three times in any order, one ticket with each of them once`, () =>
    withDice(async (dice) => {
      const channelId = await whatsapp(await desks.admin());
      const written = Array.from({ length: WRITTEN }, (_, n) => texts({ from: PHONE, id: `wamid.R${n}`, text: `message ${n}` }));
      const deliveries = dice.shuffled([...written, ...written, ...written]).map((payload) => ({ payload, url: dice.pick(desks.urls()) }));
      const began = performance.now();
      const answers: number[] = [];
      await inLanes(deliveries, async ({ payload, url }) => answers.push(await tell(url, channelId, payload)), AT_ONCE);
      const took = performance.now() - began;

      expect(new Set(answers)).toEqual(new Set([200]));
      const truth = await atRest(database.url);
      expect(wrongs(truth)).toEqual([]);
      expect(truth.tickets).toHaveLength(1);
      expect(truth.tickets[0]).toMatchObject({ status: 'pending', unread: WRITTEN });
      expect(truth.messages).toHaveLength(WRITTEN);
      expect(truth.events).toHaveLength(1);
      expect(desks.errors()).toEqual([]);
      figure(
        `races, ${database.dialect}: ${answers.length} deliveries of one customer in ${Math.round(took)} ms over ${desks.urls().length} process(es)`,
      );
    }));

  it('are told in a report, which the built desk makes on a thread of its own', async () => {
    expect(existsSync(join(__dirname, '../../dist/src/report-thread.js'))).toBe(true);
    const admin = await desks.admin();
    const today = new Date().toISOString().slice(0, 10);
    const { id } = (await admin.post('/reports', { type: 'customer_tickets', name: 'Races', from: today, to: today, format: 'csv' })).body;
    await until('it is ready', async () => (await admin.get(`/reports/${id}`)).body.state === 'ready');
    expect((await admin.get(`/reports/${id}/manifest`)).body).toMatchObject({ rows: 1, tickets: 1, chats: 1 });
    expect(desks.errors()).toEqual([]);
  });
});
