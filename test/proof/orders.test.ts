import type { Desk } from '../../src/actions/desk';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import type { Message } from '../../src/domain/message';
import { type Database, openDatabase } from '../../src/store/database';
import { runKey } from '../../src/timers/errands';
import { text } from '../support/acts';
import { databases } from '../support/database';
import { aDesk, MINUTE, type TestDesk } from '../support/desk';
import { type Dice, withDice } from './support/dice';
import { forgetTraffic } from './support/in-process';
import { figure, sized } from './support/size';
import { type Delivery, idOf, OWN, type Person, randomStory, STORIES, type Story } from './support/stories';
import { grouped, truthOf } from './support/truth';
import { wrongs } from './support/wrongs';

/** Which deliveries come in which batch, by their places in the story. */
type Way = readonly (readonly number[])[];

const EVERY = 7 * 6 * 5 * 4 * 3 * 2;
const ORDERS = sized(12, EVERY);
const RANDOM = sized(6, 500);
const AT_ONCE = 48;

describe.each(databases())('for every order and number of the same deliveries, on $name,', ({ create }) => {
  let memory: Database;
  let house: TestDesk;
  let people = 0;

  beforeAll(async () => {
    const database = await create();
    house = await aDesk(database);
    memory = await openDatabase(database.url);
    await house.set({ routing: { strategy: 'manual' } });
    await house.turn(house.admin, 'online');
  });
  afterAll(async () => {
    await memory.close();
    await house.close();
  });
  afterEach(() => forgetTraffic(memory));

  const somebody = (): Person => {
    const name = `1555${String(++people).padStart(7, '0')}`;
    return {
      name,
      who: { keys: [`pn:${name}`], address: { phone: name, id: name, display: name }, name: 'Cus Tomer' },
      at: house.clock.now() - MINUTE,
      own: '',
    };
  };

  /** Tells a story in so many ways, to somebody else each time; answers how each of them ended. */
  async function play(story: Pick<Story, 'channel' | 'tell'>, ways: readonly Way[]): Promise<string[][]> {
    const ends: string[][] = [];
    for (let from = 0; from < ways.length; from += AT_ONCE) ends.push(...(await playSome(story, ways.slice(from, from + AT_ONCE))));
    return ends;
  }

  async function playSome({ channel, tell }: Pick<Story, 'channel' | 'tell'>, ways: readonly Way[]): Promise<string[][]> {
    const sends = tell(somebody()).some((delivery) => typeof delivery === 'string');
    const all = ways.map(somebody);
    const flights = sends ? await beginSends(channel, all) : null;
    const told = (flights?.people ?? all).map(tell);
    const longest = Math.max(...ways.map(({ length }) => length));
    for (let step = 0; step < longest; step++) {
      const now = ways.map((way, at) => (way[step] ?? []).map((place) => told[at]?.[place] as Delivery));
      await house.hearOn(house[channel], ...now.flat().flatMap((delivery) => (typeof delivery === 'string' ? [] : delivery)));
      for (const [at, deliveries] of now.entries())
        for (const delivery of deliveries) if (typeof delivery === 'string') await flights?.answer(at, delivery);
    }
    house.clock.forward(3000);
    await house.errands();
    return endsOf(all);
  }

  /** Each of them wrote, an answer is under way, and Graph says nothing to it yet. */
  async function beginSends(channel: Story['channel'], all: readonly Person[]) {
    const held = new Map<string, (how: Delivery) => void>();
    house.graph.behave(({ body }) => {
      const to = body.recipient?.id ?? body.to?.replace('+', '') ?? '';
      const taken = {
        messages: [{ id: idOf({ name: to } as Person, OWN) }],
        message_id: idOf({ name: to } as Person, OWN),
        recipient_id: to,
      };
      return new Promise((resolve) => held.set(to, (how) => resolve({ status: 200, body: how === 'lost' ? 'lost' : taken })));
    });
    await house.hearOn(
      house[channel],
      ...all.map((person) => ({
        type: 'message' as const,
        account: null,
        raw: null,
        id: idOf(person, 0),
        from: person.who,
        at: person.at - MINUTE,
        content: text('hello'),
      })),
    );
    const patient: Desk = { ...house.desk, outside: { ...house.desk.outside, timeout: 10 * MINUTE } };
    const running: Promise<void>[] = [];
    const people: Person[] = [];
    const { tickets } = await truthOf(memory);
    const chats = await chatsOf(all);
    for (const [at, person] of all.entries()) {
      const ticket = tickets.find(({ chatId }) => chatId === chats[at]);
      const message = await answerTicket(patient, { ticketId: ticket?.id ?? '', by: house.admin, content: text('good morning') });
      people.push({ ...person, own: message.id });
      running.push(runKey(patient, `chat:${chats[at]}`));
    }
    while (held.size < all.length) await new Promise((resolve) => setImmediate(resolve));
    return {
      people,
      async answer(at: number, how: Delivery) {
        held.get(all[at]?.name ?? '')?.(how);
        await running[at];
      },
    };
  }

  async function chatsOf(all: readonly Person[]): Promise<string[]> {
    const { chats } = await truthOf(memory);
    const byName = new Map(chats.map(({ id, address }) => [address.display, id]));
    return all.map(({ name }) => byName.get(name) ?? '');
  }

  async function endsOf(all: readonly Person[]): Promise<string[][]> {
    const truth = await truthOf(memory);
    const [messages, tickets] = [grouped(truth.messages, ({ chatId }) => chatId), grouped(truth.tickets, ({ chatId }) => chatId)];
    const chats = await chatsOf(all);
    expect(wrongs(truth)).toEqual([]);
    const ends = all.map((person, at) => [
      ...(tickets.get(chats[at] ?? '') ?? []).map(({ status }) => status),
      ...(messages.get(chats[at] ?? '') ?? []).map((message, _, list) => inWords(person, message, list)).sort(),
    ]);
    await forgetTraffic(memory);
    return ends;
  }

  const alike = (ways: readonly Way[], ends: readonly string[][], expected: readonly string[]) => {
    for (const [at, end] of ends.entries())
      if (JSON.stringify(end) !== JSON.stringify(expected))
        expect({ way: JSON.stringify(ways[at]), end }).toEqual({ way: JSON.stringify(ways[at]), end: expected });
  };

  it.each(STORIES)('it ends the same on $channel when $name', (story) =>
    withDice(async (dice) => {
      const places = story.tell(somebody()).map((_, at) => at);
      const orders = ORDERS === EVERY ? permutations(places) : Array.from({ length: ORDERS }, () => dice.shuffled(places));
      const ways = [places, ...orders].map((order) => order.map((place) => [place]));
      alike(ways, await play(story, ways), story.ends);
      const batched = Array.from({ length: ORDERS / 4 }, () => inBatches(dice, again(dice, story.tell(somebody()))));
      alike(batched, await play(story, batched), story.ends);
      figure(`orders: ${ways.length + batched.length} ways in which ${story.name}`);
    }),
  );

  it(`it ends the same in ${RANDOM} random stories`, () =>
    withDice(async (dice) => {
      let told = 0;
      for (let n = 0; n < RANDOM; n++) {
        const channel = dice.pick(['whatsapp', 'instagram'] as const);
        const tell = randomStory(dice, channel);
        const deliveries = tell(somebody());
        const ways = [deliveries.map((_, at) => [at]), ...Array.from({ length: 12 }, () => inBatches(dice, again(dice, deliveries)))];
        const ends = await play({ channel, tell }, ways);
        alike(ways, ends, ends[0] ?? []);
        told += ways.length;
      }
      figure(`orders: ${told} ways of ${RANDOM} random stories`);
    }));
});

/** Every delivery, some several times, in any order; a network answers a send once. */
function again(dice: Dice, deliveries: readonly Delivery[]): number[] {
  return dice.shuffled(
    deliveries.flatMap((delivery, at) => Array.from({ length: typeof delivery === 'string' ? 1 : 1 + dice.below(3) }, () => at)),
  );
}

function inBatches(dice: Dice, order: readonly number[]): Way {
  const batches: number[][] = [];
  for (const place of order) {
    const last = batches.at(-1);
    if (last && dice.next() < 0.5) last.push(place);
    else batches.push([place]);
  }
  return batches;
}

function permutations(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

/** All of a message that must not depend on the order of the deliveries. */
function inWords(person: Person, message: Message, all: readonly Message[]): string {
  const { content, editedAt, deletedAt, reactions, delivery, replyTo, providerMessageId } = message;
  const nameOf = (id: string | null | undefined) => id?.slice(person.name.length + 1) ?? 'nothing';
  const since = (at: number) => (at - person.at) / 1000;
  const words = deletedAt !== null ? `deleted at ${since(deletedAt)}` : content.type === 'text' ? content.text : content.type;
  return [
    `${nameOf(providerMessageId)} ${words}`,
    ...(editedAt === null ? [] : [`edited at ${since(editedAt)}`]),
    ...(replyTo === null ? [] : [`answers ${nameOf(all.find(({ id }) => id === replyTo)?.providerMessageId)}`]),
    ...reactions.filter(({ emoji }) => emoji !== '').map(({ by, emoji }) => `${by} ${emoji}`),
    ...(delivery === null ? [] : [delivery.status]),
  ].join(', ');
}
