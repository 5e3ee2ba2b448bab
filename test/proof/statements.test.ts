import type { Desk } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { openNumbers } from '../../src/actions/numbers';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import { houseKeeper } from '../../src/platform/house-keeper';
import type { Heard } from '../../src/ports/channel';
import { storeOver } from '../../src/store';
import { openDatabase } from '../../src/store/database';
import { databases, listening, quiet, type TestDatabase } from '../support/database';
import { aDesk, HOUR, MINUTE, says, type TestDesk } from '../support/desk';
import { figure, sized } from './support/size';

const SMALL = 2;
const LARGE = sized(10, 100);

type Batch = (house: TestDesk, size: number) => Promise<Heard[]>;

let written = 0;
const phones = (count: number) => Array.from({ length: count }, () => `15557${String(++written).padStart(6, '0')}`);
const sticker = (phone: string): Heard =>
  says(phone, '', { content: { type: 'sticker', source: { id: '1', url: null, sha256: null }, mime: 'image/webp' } });
const base = (phone: string) => ({
  account: '100000000000001',
  raw: {},
  at: null,
  who: { keys: [`pn:${phone}`], address: { phone, display: phone } },
});

/** Tickets of so many customers, each with an agent's answer that the network took. */
async function answered(house: TestDesk, size: number) {
  const people = phones(size);
  const asked = people.map((phone) => says(phone, 'hello'));
  await house.hear(...asked);
  const answers: { phone: string; id: string; asked: string }[] = [];
  for (const [at, phone] of people.entries()) {
    const ticket = (await house.tickets(phone))[0];
    const { id } = await answerTicket(house.desk, { ticketId: ticket?.id ?? '', by: house.admin, content: { type: 'text', text: 'yes?' } });
    answers.push({ phone, id, asked: (asked[at] as { id: string }).id });
  }
  await house.errands();
  const provider = new Map(
    (await house.desk.store.atomically((tx) => tx.messages(answers.map(({ id }) => id)))).map(({ id, providerMessageId }) => [
      id,
      providerMessageId as string,
    ]),
  );
  return answers.map((one) => ({ ...one, provider: provider.get(one.id) ?? '' }));
}

async function closed(house: TestDesk, size: number): Promise<string[]> {
  const people = phones(size);
  await house.hear(...people.map((phone) => says(phone, 'hello')));
  for (const phone of people) await closeTicket(house.desk, { ticketId: (await house.tickets(phone))[0]?.id ?? '', by: house.admin });
  return people;
}

const known: Batch = async (house, size) => {
  const people = phones(size);
  await house.hear(...people.map((phone) => says(phone, 'hello')));
  return people.flatMap((phone) => [says(phone, 'still there?'), says(phone, 'hello?')]);
};
const strangers: Batch = async (_house, size) => phones(size).map((phone) => says(phone, 'hello'));
const returned: Batch = async (house, size) => (await closed(house, size)).map((phone) => says(phone, 'me again'));
const thanked: Batch = async (house, size) => {
  const people = await closed(house, size);
  await house.hear(...people.map(sticker));
  house.clock.forward(HOUR);
  return people.map((phone) => says(phone, 'one more thing'));
};
const addressed: Batch = async (house, size) => {
  const people = phones(size);
  const content = { type: 'template' as const, name: 'may_i_help', language: 'en', components: [] };
  for (const to of people) await startTicket(house.desk, { by: house.admin, channelId: house.whatsapp.id, to, content });
  return people.map((phone) => says(phone, 'yes'));
};
const receipts: Batch = async (house, size) =>
  (await answered(house, size)).flatMap(({ phone, provider, id }) => [
    { ...base(phone), type: 'receipt' as const, id: provider, reference: id, status: 'delivered' as const },
    { ...base(phone), type: 'receipt' as const, id: provider, status: 'read' as const },
  ]);
const failures: Batch = async (house, size) =>
  (await answered(house, size)).map(({ phone, provider }) => ({
    ...base(phone),
    type: 'receipt' as const,
    id: provider,
    status: 'failed' as const,
    error: { code: 'transient' as const, providerCode: '1', detail: 'no' },
  }));
const seen: Batch = async (house, size) =>
  (await answered(house, size)).map(({ phone, provider }) => ({
    ...base(phone),
    type: 'receipt' as const,
    id: provider,
    upTo: true,
    status: 'read' as const,
  }));
const echoes: Batch = async (house, size) =>
  (await answered(house, size)).map(({ phone }) => ({
    ...base(phone),
    type: 'echo' as const,
    id: `wamid.ECHO${++written}`,
    to: base(phone).who,
    content: { type: 'text' as const, text: 'from the phone' },
  }));
const changes: Batch = async (house, size) =>
  (await answered(house, size)).flatMap(({ phone, asked }) => [
    { ...base(phone), type: 'reaction' as const, target: asked, by: 'customer' as const, emoji: '👍' },
    { ...base(phone), type: 'edit' as const, target: asked, by: 'customer' as const, content: { type: 'text' as const, text: 'hello!' } },
    { ...base(phone), type: 'deletion' as const, target: asked, by: 'customer' as const },
  ]);
const foreign: Batch = async (house, size) => {
  await house.hear(...phones(1).map((phone) => says(phone, 'hello')));
  return phones(size).map((phone) => ({ ...base(phone), type: 'receipt' as const, id: `wamid.FOREIGN${phone}`, status: 'read' as const }));
};
const awaited: Batch = async (house, size) => {
  const messages = phones(size).map((phone) => says(phone, 'hello'));
  await house.hear(
    ...messages.map((one) => {
      const { id, from } = one as Extract<Heard, { type: 'message' }>;
      return { ...base(from.address.phone ?? ''), type: 'reaction' as const, target: id, by: 'customer' as const, emoji: '👍' };
    }),
  );
  return messages;
};
const mixed: Batch = async (house, size) => {
  const parts: Heard[] = [];
  for (const batch of [known, strangers, thanked, addressed, receipts, failures, seen, echoes, changes])
    parts.push(...(await batch(house, size)));
  return parts;
};

describe.each(databases())('what a batch costs on $name', ({ create }) => {
  let database: TestDatabase;
  let house: TestDesk;
  let watched: Awaited<ReturnType<typeof watch>>;

  beforeAll(async () => {
    database = await create();
    house = await aDesk(database);
    await house.agent('Ana', 'online', 1);
    await house.set({ routing: { strategy: 'manual' } });
    await house.turn(house.admin, 'online');
    watched = await watch();
  });
  afterAll(async () => {
    await watched.close();
    await house.close();
  });

  /** The same desk over a database that says what it is asked. */
  async function watch() {
    const { database: heard, statements } = listening(await openDatabase(database.url));
    const store = storeOver(heard, { clock: house.clock, log: quiet, newId: house.desk.newId, random: () => 0 });
    const desk: Desk = { ...house.desk, store, house: await houseKeeper(store.reads), numbers: openNumbers(store) };
    return { desk, statements, close: () => heard.close() };
  }

  async function cost(batch: Batch, size: number): Promise<string[]> {
    const events = await batch(house, size);
    await watched.desk.house.refresh();
    watched.desk.numbers.giveBack(await watched.desk.numbers.take(10_000));
    watched.statements.length = 0;
    await receive(
      watched.desk,
      events.map((heard) => ({ channelId: house.whatsapp.id, heard })),
      openPeople(),
    );
    house.clock.forward(MINUTE);
    return watched.statements.map((sql) => sql.replace(/ set .*/s, '').slice(0, 60));
  }

  // biome-ignore format: a table is read in columns
  it.each<[string, Batch, number, number]>([
    ['customers who are known',              known,    LARGE, 15],
    ['customers who are new',                strangers,LARGE, 15],
    ['customers who come back',              returned, LARGE, 15],
    ['customers who thanked in between',     thanked,  LARGE, 15],
    ['customers whom we wrote to first',     addressed,LARGE, 15],
    ['receipts',                             receipts, LARGE, 15],
    ['receipts of failure',                  failures, LARGE, 15],
    ['receipts up to a message',             seen,     LARGE, 15],
    ['echoes',                               echoes,   LARGE, 15],
    ['reactions, edits and deletions',       changes,  LARGE, 15],
    ['receipts of messages of other apps',   foreign,  LARGE, 15],
    ['customers for whom something waits',   awaited,  LARGE, 25],
    ['everything at once',                   mixed,    8,     27],
  ])('%s: the same few statements, however many', async (name, batch, large, most) => {
    const few = await cost(batch, SMALL);
    const many = await cost(batch, large);
    expect(many).toEqual(few);
    expect(many.length).toBeLessThanOrEqual(most);
    figure(`statements, ${database.dialect}: ${name}: ${many.length} beside begin and commit`);
  });
});
