import type { Client } from '../http/support/client';
import { databases, type TestDatabase } from '../support/database';
import { fakeGraph } from '../support/graph';
import { atRest } from './support/at-rest';
import { agentOf, type Desks, desksOn, tell } from './support/desks';
import { type Dice, withDice } from './support/dice';
import { inLanes } from './support/lanes';
import { figure, sized } from './support/size';
import { grouped, truthIn } from './support/truth';
import { until } from './support/until';
import { texts, whatsapp } from './support/webhooks';
import { wrongs } from './support/wrongs';

const DELIVERIES = sized(120, 5000);
const SENDS = sized(30, 500);
const CUSTOMERS = sized(12, 50);

describe.each(databases())('killed in mid-work on $name', ({ create }) => {
  let database: TestDatabase;
  let desks: Desks;
  let graph: Awaited<ReturnType<typeof fakeGraph>>;
  let admin: Client;
  let channelId: string;

  beforeAll(async () => {
    [database, graph] = await Promise.all([create(), fakeGraph()]);
    desks = await desksOn(database, { env: { GRAPH_API_URL: graph.url } });
    admin = await desks.admin();
    channelId = await whatsapp(admin);
    await admin.patch('/settings', { routing: { strategy: 'manual' } });
  });
  afterAll(async () => {
    await desks?.end();
    await Promise.all([desks?.remove(), database?.remove(), graph?.close()]);
  });

  const customer = (n: number) => `1555100${1000 + (n % CUSTOMERS)}`;
  const written = Array.from({ length: DELIVERIES }, (_, n) => ({ from: customer(n), id: `wamid.K${n}`, text: `m${n}` }));

  it('has every message that was acknowledged, once, and takes the rest when they come again', () =>
    withDice(async (dice) => {
      const acknowledged = new Set<string>();
      const killAfter = Math.floor(DELIVERIES * (0.3 + dice.next() * 0.4));
      let killed: Promise<void> | null = null;
      await inLanes(written, async (one) => {
        if ((await tell(desks.url(), channelId, texts(one))) === 200) acknowledged.add(one.id);
        if (acknowledged.size >= killAfter) killed ??= desks.kill();
      });
      await killed;
      await desks.again();
      const kept = providerIds(await truthIn(database.url));
      expect([...acknowledged].filter((id) => !kept.includes(id))).toEqual([]);
      expect(new Set(kept).size).toBe(kept.length);
      expect(acknowledged.size).toBeLessThan(DELIVERIES);

      await inLanes(written, async (one) => expect(await tell(desks.url(), channelId, texts(one))).toBe(200));
      const truth = await atRest(database.url);
      expect(wrongs(truth)).toEqual([]);
      expect(providerIds(truth)).toHaveLength(DELIVERIES);
      expect(truth.tickets).toHaveLength(CUSTOMERS);
      figure(
        `kill -9, ${database.dialect}: after ${acknowledged.size} of ${DELIVERIES} acknowledged deliveries, ${kept.length} stored, none lost, none twice`,
      );
    }));

  it('sends nothing twice: what nobody knows is uncertain, the rest goes out in the order of its chat', () =>
    withDice(async (dice) => {
      admin = await desks.admin();
      const ana = await agentOf(desks, admin, 'Ana');
      await ana.put('/me/presence', { presence: 'online' });
      const tickets = (await truthIn(database.url)).tickets.map(({ id }) => id);
      for (const id of tickets) expect((await ana.post(`/tickets/${id}/take`)).status).toBe(200);

      const stored = await answer(ana, tickets, dice);
      await desks.again();
      await until('every stored answer has come to an end', async () => (await truthIn(database.url)).errands.length === 0, 60_000);
      const { sent, uncertain } = await expectSentOnce(stored);
      figure(`kill -9, ${database.dialect}: ${stored.length} acknowledged sends, ${sent} sent once, ${uncertain} uncertain, none twice`);
    }));

  /** Ana answers everywhere, and the desk is killed while the network takes the answers. */
  async function answer(ana: Client, tickets: readonly string[], dice: Dice): Promise<string[]> {
    const killAfter = Math.floor(SENDS * (0.2 + dice.next() * 0.4));
    const stored: string[] = [];
    let killed: Promise<void> | null = null;
    graph.behave(() => {
      if (graph.calls.length >= killAfter) killed ??= desks.kill();
      return null;
    });
    await inLanes(
      Array.from({ length: SENDS }, (_, n) => n),
      async (n) => {
        const text = `answer ${n}`;
        const told = await ana
          .post(`/tickets/${tickets[n % tickets.length]}/messages`, { content: { type: 'text', text } })
          .catch(() => null);
        if (told?.status === 201) stored.push(told.body.id);
      },
    );
    await until('it was killed', async () => killed !== null);
    await killed;
    return stored;
  }

  async function expectSentOnce(stored: readonly string[]): Promise<{ sent: number; uncertain: number }> {
    const truth = await atRest(database.url);
    expect(wrongs(truth)).toEqual([]);
    const answers = truth.messages.filter(({ author }) => author.kind === 'agent');
    const calls = graph.calls.map(({ body }) => String(body.biz_opaque_callback_data));
    const arrived = grouped(calls, (reference) => reference);
    expect([...arrived].filter(([, times]) => times.length > 1)).toEqual([]);
    expect(stored.filter((id) => !answers.some((one) => one.id === id))).toEqual([]);
    expect(new Set(answers.map(({ delivery }) => delivery?.status))).toEqual(new Set(['sent', 'uncertain']));
    expect(answers.filter(({ id, delivery }) => delivery?.status === 'sent' && !arrived.has(id))).toEqual([]);
    for (const [, its] of grouped(answers, ({ chatId }) => chatId)) {
      const wanted = its.map(({ id }) => id).filter((id) => arrived.has(id));
      expect(calls.filter((id) => wanted.includes(id))).toEqual(wanted);
    }
    const uncertain = answers.filter(({ delivery }) => delivery?.status === 'uncertain').length;
    return { sent: answers.length - uncertain, uncertain };
  }
});

const providerIds = ({ messages }: Awaited<ReturnType<typeof truthIn>>) =>
  messages.flatMap(({ direction, providerMessageId }) => (direction === 'in' && providerMessageId ? [providerMessageId] : []));
