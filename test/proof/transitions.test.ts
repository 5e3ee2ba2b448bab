import { connectChannel } from '../../src/actions/channels/connect-channel';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { STATUSES } from '../../src/domain/ticket';
import { TRANSITIONS } from '../../src/domain/transitions';
import { type Database, openDatabase } from '../../src/store/database';
import { Client } from '../http/support/client';
import { template } from '../support/acts';
import { databases } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';
import { doorOf, forgetTraffic } from './support/in-process';
import { newest, type Scene, sets, TO, WAYS } from './support/journeys';
import { truthOf } from './support/truth';
import { WHATSAPP } from './support/webhooks';
import { wrongs } from './support/wrongs';

/** Rows that nothing leads along: who is only unassignable waits; who leaves is moved by the desk. */
const UNTRODDEN = [/^B1 (active|proactive|in_progress|idle) unassignable/, /^T5 active assignee_unavailable agent/];

/** A template, which fits also where the customer has never written. */
const answer = { content: template('hello') };

/** What may be done with a ticket of each status, written down once more and apart from the rules. */
// biome-ignore format: a table is read in columns
const FITS: readonly (readonly [verb: string, statuses: readonly string[], body: (scene: Scene) => object])[] = [
  ['assign',      ['pending', 'active', 'proactive', 'in_progress', 'idle'], ({ luis }) => ({ agentId: luis.id })],
  ['take',        ['pending', 'active', 'proactive', 'in_progress', 'idle'], () => ({})],
  ['release',     ['active'],                                                () => ({})],
  ['transfer',    ['pending', 'active', 'proactive', 'in_progress', 'idle'], ({ luis }) => ({ agentId: luis.id })],
  ['in-progress', ['active', 'idle'],                                        () => ({})],
  ['snooze',      ['pending', 'active', 'proactive', 'in_progress', 'idle'], () => ({ for: 'PT1H' })],
  ['wake',        [],                                                        () => ({})],
  ['close',       ['pending', 'active', 'proactive', 'in_progress', 'idle'], () => ({})],
  ['reopen',      ['closed'],                                                () => ({})],
  ['messages',    ['pending', 'active', 'proactive', 'in_progress', 'idle'], () => answer],
];

describe.each(databases())('the table of transitions, from outside, on $name', ({ create }) => {
  let memory: Database;
  let house: TestDesk;
  let channelId: string;
  let people: readonly Client[];
  let scene: Scene;
  let door: Awaited<ReturnType<typeof doorOf>>;

  beforeAll(async () => {
    const database = await create();
    house = await aDesk(database);
    memory = await openDatabase(database.url);
    channelId = (await connectChannel(house.desk, { kind: 'whatsapp_cloud', name: 'Front desk', config: WHATSAPP })).id;
    const ids = { Adele: house.admin.id, Ana: (await house.agent('Ana')).id, Luis: (await house.agent('Luis')).id };
    door = await doorOf(house);
    people = await Promise.all(Object.entries(ids).map(([name, id]) => door.as(name, id)));
    await door.close();
  });
  beforeEach(begin);

  /** Nobody has written yet, everybody is online, nothing is routed. */
  async function begin(): Promise<void> {
    await forgetTraffic(memory);
    door = await doorOf(house);
    const [admin, ana, luis] = people.map(({ id, cookie }) => Object.assign(new Client(door.url, id), { cookie })) as [
      Client,
      Client,
      Client,
    ];
    scene = { house, url: door.url, channelId, admin, ana, luis };
    await sets(scene, { ...DEFAULT_SETTINGS, routing: { strategy: 'manual' } });
    for (const who of [admin, ana, luis]) await who.put('/me/presence', { presence: 'online' });
  }

  afterEach(async () => {
    await door.close();
    expect(wrongs(await truthOf(memory))).toEqual([]);
  });
  afterAll(async () => {
    await memory.close();
    await house.close();
  });

  const eventsOf = async (id: string) =>
    (await scene.admin.get(`/tickets/${id}/events?limit=200`)).body.data as {
      readonly cause: string;
      readonly from: string;
      readonly to: string;
      readonly actor: { readonly kind: string };
    }[];

  it('is walked along every row', () => {
    const rows = TRANSITIONS.flatMap(({ row, from, causes, by }) =>
      from.flatMap((status) => causes.flatMap((cause) => by.map((who) => `${row} ${status} ${cause} ${who}`))),
    );
    const walked = WAYS.map(([row, from, cause, by]) => `${row} ${from} ${cause} ${by}`);
    expect(rows.filter((row) => !UNTRODDEN.some((not) => not.test(row))).sort()).toEqual(walked.sort());
  });

  it.each(WAYS)('%s: %s, %s by %s', async (row, from, cause, by, how) => {
    await TO[from]?.(scene);
    const { id, status } = await newest(scene);
    expect(status).toBe(from);
    await how(scene);
    const to = TRANSITIONS.find((one) => one.row === row)?.to;
    const ticket = (await scene.admin.get(`/tickets/${id}`)).body;
    expect(ticket.status).toBe(to);
    expect((await eventsOf(id)).filter((event) => event.to !== null).at(-1)).toMatchObject({ cause, from, to, actor: { kind: by } });
    expect(['closed', 'auto_closed'].includes(ticket.stage.key)).toBe(to === 'closed');
  });

  it.each(STATUSES)('refuses what does not fit a ticket that is %s, and changes nothing', async (status) => {
    await TO[status]?.(scene);
    const { id } = await newest(scene);
    for (const [verb, fits, body] of FITS.filter(([, statuses]) => !statuses.includes(status))) {
      for (const who of [scene.admin, scene.ana]) await expectRefused(who, id, status, verb, body(scene), fits);
    }
  });

  async function expectRefused(
    who: Client,
    id: string,
    status: string,
    verb: string,
    body: object,
    fits: readonly string[],
  ): Promise<void> {
    const before = (await who.get(`/tickets/${id}`)).body;
    const told = await eventsOf(id);
    const { status: code, body: problem } = await who.post(`/tickets/${id}/${verb}`, body);
    if (problem.code === 'forbidden') expect([verb, status]).toEqual(['reopen', expect.any(String)]);
    else
      expect([code, problem.code, problem.from, problem.allowedActions]).toEqual([
        409,
        verb === 'messages' ? 'ticket_closed' : 'illegal_transition',
        status,
        before.allowedActions,
      ]);
    expect(fits).not.toContain(status);
    expect((await who.get(`/tickets/${id}`)).body).toEqual(before);
    expect(await eventsOf(id)).toEqual(told);
  }

  it.each(FITS.filter(([, statuses]) => statuses.length > 0))('lets an admin %s where it fits', async (verb, statuses, body) => {
    for (const status of statuses) {
      await door.close();
      await begin();
      await TO[status]?.(scene);
      const told = await scene.admin.post(`/tickets/${(await newest(scene)).id}/${verb}`, body(scene));
      expect([status, told.status]).toEqual([status, verb === 'messages' ? 201 : 200]);
    }
  });
});
