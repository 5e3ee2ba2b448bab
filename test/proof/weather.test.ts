import { type Account, openTwin, type Twin } from '../../emulator';
import type { Message } from '../../src/domain/message';
import type { Database } from '../../src/store/database';
import { openDatabase } from '../../src/store/database';
import type { Client } from '../http/support/client';
import { databases, type TestDatabase } from '../support/database';
import { atRest } from './support/at-rest';
import { agentOf, type Desks, desksOn } from './support/desks';
import { inLanes } from './support/lanes';
import { figure, sized } from './support/size';
import { grouped, type Truth } from './support/truth';
import { until } from './support/until';
import { wrongs } from './support/wrongs';

const EACH_WAY = sized(100, 20_000);
const PEOPLE = sized(12, 200);
/**
 * So many sends of each network in a row are refused as too many, so often. When each is met alone, its pause is twice the one
 * before: four take 19 s with what is added at random, and eight would take five minutes.
 */
const BURST = sized(4, 100);
const BURSTS = sized(1, 10);
/** So long everything may take to come to its end. */
const PATIENCE = sized(50_000, 1_500_000);

const WEATHER = {
  duplicate: 0.05,
  reorder: 0.1,
  delay: 300,
  batch: 5,
  errors: 0.03,
  rate: 0.01,
  timeout: 0.02,
  hangs: sized(1_000, 60_000),
  early: 0.3,
  skipDelivered: 0.1,
};
const NETWORKS = ['whatsapp', 'instagram'] as const;
const KINDS = { whatsapp: 'whatsapp_cloud', instagram: 'instagram' } as const;

interface Person {
  readonly id: string;
  readonly network: (typeof NETWORKS)[number];
  readonly address: string;
}

const people: readonly Person[] = Array.from({ length: PEOPLE }, (_, n) => {
  const network = NETWORKS[n % 2] as Person['network'];
  return { id: `person-${n}`, network, address: network === 'whatsapp' ? `1555030${1000 + n}` : `610000000002${1000 + n}` };
});

describe.each(databases())('in bad weather, on $name,', ({ create }) => {
  let database: TestDatabase;
  let looking: Database;
  let twin: Twin;
  let desks: Desks;
  let ana: Client;
  const hooks: Record<Person['network'], string> = { whatsapp: '', instagram: '' };

  beforeAll(async () => {
    [database, twin] = await Promise.all([create(), openTwin({ seed: 'bad weather' })]);
    const processes = database.dialect === 'mysql' ? 2 : 1;
    desks = await desksOn(database, { processes, env: { GRAPH_API_URL: twin.url } });
    looking = await openDatabase(database.url);
    const admin = await desks.admin();
    await admin.patch('/settings', { routing: { strategy: 'manual' } });
    for (const network of NETWORKS) await connect(admin, network);
    for (const { id, network, address } of people)
      await twin.act('customer', { id, name: id, ...(network === 'whatsapp' ? { phone: address } : { igsid: address }) });
    ana = await agentOf(desks, admin, 'Ana');
    await ana.put('/me/presence', { presence: 'online' });
  });
  afterAll(async () => {
    await desks?.end();
    await twin?.close();
    await looking?.close();
    await Promise.all([desks?.remove(), database?.remove()]);
  });

  async function connect(admin: Client, network: Person['network']): Promise<void> {
    const account: Account = twin.account(network);
    const { id, businessId, token: accessToken, appSecret, verifyToken } = account;
    const ids = network === 'whatsapp' ? { phoneNumberId: id, businessAccountId: businessId } : { accountId: id, login: 'instagram' };
    const config = { ...ids, accessToken, appSecret, verifyToken };
    const { body } = await admin.post('/channels', { kind: KINDS[network], name: network, config });
    hooks[network] = new URL(body.webhook.url).pathname;
    await twin.act('account', { id, limits: { perSecond: 1e6, pairBurst: 1e6 } });
    await hear(network, 0);
  }

  /** Whose door the network knocks on from now on: as a balancer would, now one process's and now another's. */
  const hear = (account: string, turn: number) =>
    twin.act('webhook', { account, url: `${desks.urls()[turn % desks.urls().length]}${hooks[account as Person['network']]}` });

  it(`loses none of ${EACH_WAY} messages each way, doubles none, and keeps the order of every chat`, async () => {
    for (const { id, network } of people) await twin.act('say', { account: network, customer: id, text: `${id} begins` });
    const tickets = await taken();
    await twin.act('dial', WEATHER);
    await Promise.all([customersWrite(), anaWrites(tickets)]);
    await calmDown();
    const truth = await atRest(database.url);
    expect(wrongs(truth)).toEqual([]);
    expect(desks.errors()).toEqual([]);
    expectHeardOnce(truth);
    expectSentOnce(truth);
  });

  /** Ana takes every ticket; answers them by person. */
  async function taken(): Promise<Map<string, string>> {
    const open = async () =>
      (await ana.get('/tickets?limit=200')).body.data as { id: string; contact: { address: string; name: string } }[];
    await until('everybody has a ticket', async () => (await open()).length === PEOPLE, PATIENCE);
    const found = await open();
    for (const { id } of found) expect((await ana.post(`/tickets/${id}/take`)).status).toBe(200);
    const byAddress = new Map(found.map(({ id, contact }) => [contact.address, id]));
    return new Map(people.map(({ id, address }) => [id, byAddress.get(address) as string]));
  }

  async function customersWrite(): Promise<void> {
    for (let n = 0; n < EACH_WAY; n++) {
      const { id, network } = people[n % PEOPLE] as Person;
      await twin.act('say', { account: network, customer: id, text: `said ${n}` });
      if (n % 50 === 49) for (const account of NETWORKS) await hear(account, Math.floor(n / 50));
      if (n % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function anaWrites(tickets: ReadonlyMap<string, string>): Promise<void> {
    const doors = desks.urls().map((url) => Object.assign(Object.create(ana), { url }) as Client);
    for (const door of doors) await door.logIn('ana@example.com', 'Correct-horse-9');
    const all = Array.from({ length: EACH_WAY }, (_, n) => n);
    await inLanes(all, async (n) => {
      const ticket = tickets.get((people[n % PEOPLE] as Person).id);
      const door = doors[n % doors.length] as Client;
      const content = { type: 'text', text: `answer ${n}` };
      const write = () => door.ask('POST', `/tickets/${ticket}/messages`, { content }, { 'idempotency-key': `answer ${n}` });
      // A connection that the desk has just closed for being idle may break under a call: it is made again.
      expect((await write().catch(write)).status).toBe(201);
      if (n % Math.ceil(EACH_WAY / BURSTS) === 0) await tooMany();
    });
  }

  /** The next sends of both accounts are refused as too many. */
  async function tooMany(): Promise<void> {
    await twin.act('refuse', { account: 'whatsapp', with: 'throughput', times: BURST });
    await twin.act('refuse', { account: 'instagram', with: 'ig_rate', times: BURST });
  }

  /** Nothing waits any more: no errand at the desk, no event at the twin. */
  async function calmDown(): Promise<void> {
    const left = async (): Promise<string> => {
      const { rows } = await looking.query('select kind, count(*) as errands from outbox group by kind');
      const waiting = twin.posts().filter(({ state }) => state === 'waiting').length;
      const errands = rows.map((row) => `${row.errands} errands ${row.kind}`);
      return [...errands, ...(waiting ? [`${waiting} webhooks`] : []), ...(twin.world.time.waiting() ? ['something due'] : [])].join(', ');
    };
    await until('the desk and the twin have come to rest', async () => (await left()) === '' && (await left()) === '', PATIENCE).catch(
      async (error: Error) => {
        throw new Error(`${error.message}: ${await left()}`);
      },
    );
    expect(twin.posts().filter(({ state }) => state === 'given up')).toEqual([]);
  }

  /** What each phone has written is at the desk, in that person's chat, once. */
  function expectHeardOnce(truth: Truth): void {
    const heard = truth.messages.filter(({ direction }) => direction === 'in').map(({ providerMessageId }) => providerMessageId ?? '');
    const said = [...twin.world.messages.values()].filter(({ by }) => by === 'customer').map(({ id }) => id);
    expect(said).toHaveLength(EACH_WAY + PEOPLE);
    expect([...heard].sort()).toEqual([...said].sort());
    expect(truth.tickets).toHaveLength(PEOPLE);
  }

  /** What the desk has stored reached the phone once and in order, and is known to be there; of the rest nobody knows. */
  function expectSentOnce(truth: Truth): void {
    const stored = truth.messages.filter(({ direction }) => direction === 'out');
    expect(stored.map(({ author }) => author.kind).filter((kind) => kind !== 'agent')).toEqual([]);
    expect(stored).toHaveLength(EACH_WAY);
    const arrived = grouped(
      [...twin.world.messages.values()].filter(({ by }) => by === 'business'),
      ({ customer }) => customer,
    );
    const of = (message: Message) => (message.content as { text: string }).text;
    for (const [customer, messages] of arrived) {
      const texts = messages.map(({ content }) => String((content.text as { body: string }).body ?? content.text));
      const chat = chatOf(truth, customer);
      const its = stored.filter(({ chatId }) => chatId === chat);
      expect(texts).toEqual(its.map(of).filter((text) => texts.includes(text)));
      expect(its.filter((one) => one.delivery?.status !== (texts.includes(of(one)) ? 'read' : 'uncertain')).map(told)).toEqual([]);
    }
    const lost = stored.filter(({ delivery }) => delivery?.status === 'uncertain').length;
    figure(
      `bad weather, ${database.dialect}: ${EACH_WAY} each way, all heard once; ${stored.length - lost} sent once and known to be read, ${lost} never taken and left uncertain`,
    );
  }

  const told = ({ id, delivery, providerMessageId }: Message) => `${id} ${delivery?.status} ${providerMessageId}`;

  function chatOf(truth: Truth, customer: string): string | undefined {
    const { address } = people.find(({ id }) => id === customer) as Person;
    return truth.chats.find((chat) => Object.values(chat.address).includes(address))?.id;
  }
});
