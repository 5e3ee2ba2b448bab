import type { Client } from '../http/support/client';
import { databases, type TestDatabase } from '../support/database';
import { fakeGraph } from '../support/graph';
import { atRest } from './support/at-rest';
import { agentOf, type Desks, desksOn, tell } from './support/desks';
import { type Dice, diceOf, withDice } from './support/dice';
import { calm, randomAct, shake } from './support/random-acts';
import { figure, sized } from './support/size';
import { truthIn } from './support/truth';
import { until } from './support/until';
import { texts, whatsapp } from './support/webhooks';
import { wrongs } from './support/wrongs';

const LASTS = sized(2_500, 300_000);
/** What each does at least, however slow the machine is. */
const LEAST = 40;
const CUSTOMERS = 30;

describe.each(databases())('people and customers at once on $name', ({ create }) => {
  let database: TestDatabase;
  let desks: Desks;
  let graph: Awaited<ReturnType<typeof fakeGraph>>;

  beforeAll(async () => {
    [database, graph] = await Promise.all([create(), fakeGraph()]);
    desks = await desksOn(database, { processes: database.dialect === 'mysql' ? 2 : 1, env: { GRAPH_API_URL: graph.url } });
  });
  afterAll(async () => {
    await desks?.end();
    await Promise.all([desks?.remove(), database?.remove(), graph?.close()]);
  });

  it(`leave every ticket true after ${LASTS / 1000} s of anything`, () =>
    withDice(async (dice) => {
      const admin = await desks.admin();
      const channelId = await whatsapp(admin);
      const staff = await hire(admin);
      const written = new Map<string, string>();
      const answers: number[] = [];
      const ends = Date.now() + LASTS;
      const whileItLasts = async (work: () => Promise<unknown>): Promise<void> => {
        for (let done = 0; Date.now() < ends || done < LEAST; done++) await work();
      };
      const people = [admin, ...staff, ...staff].map((who) =>
        own(dice, (own) => whileItLasts(async () => answers.push(await randomAct(own, who, staff)))),
      );
      const settings = own(dice, (own) => whileItLasts(async () => answers.push(await shake(own, admin))));
      const customers = [1, 2, 3].map((line) => own(dice, (own) => whileItLasts(() => write(own, channelId, line, written, answers))));
      await Promise.all([...people, settings, ...customers]);

      await calm(admin);
      await until('nothing is left to do', async () => (await truthIn(database.url)).errands.length === 0, 20_000);
      await expectTruth(written, answers);
    }));

  async function hire(admin: Client): Promise<Client[]> {
    const doors = desks.urls().length;
    const names = ['Ana', 'Luis', 'Bo'];
    return Promise.all(names.map((name, at) => agentOf(desks, admin, name, { at: at % doors, capacity: at === 2 ? 2 : null })));
  }

  /** One to three messages of one customer, each delivered once to three times, here and there. */
  async function write(dice: Dice, channelId: string, line: number, written: Map<string, string>, answers: number[]): Promise<void> {
    const from = `1555000${1000 + dice.below(CUSTOMERS)}`;
    const ids = Array.from({ length: 1 + dice.below(3) }, () => `wamid.A${line}.${written.size}.${dice.below(1e9)}`);
    const deliveries = dice.shuffled(ids.flatMap((id) => Array.from({ length: 1 + dice.below(3) }, () => id)));
    const told = await Promise.all(
      deliveries.map((id) => tell(dice.pick(desks.urls()), channelId, texts({ from, id, text: `says ${id}` }))),
    );
    answers.push(...told);
    for (const [at, id] of deliveries.entries()) if (told[at] === 200) written.set(id, from);
  }

  async function expectTruth(written: ReadonlyMap<string, string>, answers: readonly number[]): Promise<void> {
    const truth = await atRest(database.url);
    expect(wrongs(truth)).toEqual([]);
    const stored = truth.messages.flatMap(({ direction, providerMessageId }) => (direction === 'in' ? [providerMessageId] : []));
    const once = new Set(stored);
    expect([...written.keys()].filter((id) => !once.has(id))).toEqual([]);
    expect(once.size).toBe(stored.length);
    expect(answers.filter((status) => status === 0 || status >= 500)).toEqual([]);
    expect(desks.errors()).toEqual([]);
    expect(truth.events.length).toBeGreaterThan(truth.tickets.length);
    const went = (status: number) => answers.filter((one) => one === status).length;
    figure(
      `acts, ${database.dialect}: ${answers.length} calls (${went(200) + went(201)} done, ${went(409)} refused with 409), ${written.size} messages, ${truth.tickets.length} tickets, ${truth.events.length} events, none wrong`,
    );
  }
});

/** Dice of its own for each of several that go on at once, so that one does not change another's throws. */
const own = <T>(dice: Dice, work: (own: Dice) => T): T => work(diceOf(dice.below(2 ** 31)));
