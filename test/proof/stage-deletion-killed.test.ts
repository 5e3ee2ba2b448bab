import { openDatabase } from '../../src/store/database';
import type { Client } from '../http/support/client';
import { databases, type TestDatabase } from '../support/database';
import { atRest } from './support/at-rest';
import { type Desks, desksOn, tell } from './support/desks';
import { inLanes } from './support/lanes';
import { figure, sized } from './support/size';
import { until } from './support/until';
import { texts, whatsapp } from './support/webhooks';
import { wrongs } from './support/wrongs';

const TICKETS = sized(400, 20_000);
const AT_ONCE = 500;

describe.each(databases())('a stage that is deleted on $name', ({ create }) => {
  let database: TestDatabase;
  let desks: Desks;
  let admin: Client;
  let ids: string[];

  beforeAll(async () => {
    database = await create();
    desks = await desksOn(database);
    admin = await desks.admin();
    const channelId = await whatsapp(admin);
    await admin.patch('/settings', { routing: { strategy: 'manual' } });
    await admin.post('/stages', { name: 'Waiting', color: 'sky' });
    const customers = Array.from({ length: TICKETS }, (_, n) => ({ from: `1555${1_000_000 + n}`, id: `wamid.D${n}`, text: 'hello' }));
    await inLanes(customers, async (one) => expect(await tell(desks.url(), channelId, texts(one))).toBe(200));
    ids = (await places('stage = ?', ['open'])).map(({ id }) => id);
    for (let from = 0; from < TICKETS; from += AT_ONCE) {
      const body = { ticketIds: ids.slice(from, from + AT_ONCE), action: 'update', body: { stage: 'waiting' } };
      expect((await admin.post('/tickets/bulk', body)).body.data.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    }
  }, 900_000);
  afterAll(async () => {
    await desks?.end();
    await Promise.all([desks?.remove(), database?.remove()]);
  });

  async function places(condition: string, values: readonly unknown[]): Promise<{ id: string }[]> {
    const open = await openDatabase(database.url);
    try {
      return (await open.query(`select id from tickets where ${condition}`, values)).rows as unknown as { id: string }[];
    } finally {
      await open.close();
    }
  }
  const left = async () => (await places('stage = ?', ['waiting'])).length;

  it('is emptied to its end though the desk is killed in the middle, and reads as Open all the while', async () => {
    const { status, body } = await admin.delete('/stages/waiting');
    expect([status, body]).toEqual([200, { tickets: TICKETS }]);
    while ((await left()) === TICKETS) {}
    await desks.kill();
    const behind = await left();
    await desks.again();
    admin = await desks.admin();
    const { body: open } = await admin.get('/stages?usage=true');
    expect(open.data.find(({ key }: { key: string }) => key === 'open').tickets).toBe(TICKETS);
    await until('none is left', async () => (await left()) === 0, 600_000);
    figure(`a deleted stage, ${database.dialect}: killed with ${behind} of ${TICKETS} tickets to go, all moved, each with its event`);

    const truth = await atRest(database.url);
    expect(wrongs(truth)).toEqual([]);
    const moved = truth.events.filter(({ cause }) => cause === 'stage_deleted');
    expect([moved.length, new Set(moved.map(({ ticketId }) => ticketId)).size]).toEqual([TICKETS, TICKETS]);
    expect(truth.errands).toEqual([]);
  }, 900_000);
});
