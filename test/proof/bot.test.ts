import { connectChannel } from '../../src/actions/channels/connect-channel';
import { memoryQueue } from '../../src/platform/queue-memory';
import { type BotAsked, type BotSaid, BotTooSlow } from '../../src/ports/bots';
import { runKey } from '../../src/timers/errands';
import type { Client } from '../http/support/client';
import { scriptedBots, switchBot } from '../support/bots';
import { databases } from '../support/database';
import { aDesk, type TestDesk } from '../support/desk';
import { watchBots } from './support/bot-watch';
import { tell } from './support/desks';
import { type Dice, diceOf, withDice } from './support/dice';
import { doorOf } from './support/in-process';
import { inLanes } from './support/lanes';
import { figure, sized } from './support/size';
import { type Truth, truthIn } from './support/truth';
import { echoes, texts, WHATSAPP } from './support/webhooks';
import { wrongs } from './support/wrongs';

const CHATS = sized(24, 10_000);
const LANES = 32;

describe.each(databases())('a slow bot, people and customers at once on $name', ({ create }) => {
  let house: TestDesk;
  let door: Awaited<ReturnType<typeof doorOf>>;
  let url: string;
  let channelId: string;
  let watch: ReturnType<typeof watchBots>;
  let staff: Client[];
  let stop: () => Promise<void>;
  const askedOf: BotAsked[] = [];
  const answers: { readonly asked: BotAsked; readonly text: string }[] = [];

  beforeAll(async () => {
    const database = await create();
    url = database.url;
    house = await aDesk(database);
    watch = watchBots(house.desk.store);
    Object.assign(house.desk, { store: watch.store });
    ({ id: channelId } = await connectChannel(house.desk, { kind: 'whatsapp_cloud', name: 'Shop', config: WHATSAPP }));
    await house.agent('Ana');
    // Payloads carry the real time, the desk's is turned.
    await house.set({ policy: { staleAfter: 'P30D', agentsMayReopen: true } });
    door = await doorOf(house);
    staff = await Promise.all(['Adele', 'Ana'].map((name) => door.as(name)));
    stop = setGoing(house);
  });
  afterAll(async () => {
    await stop?.();
    await door?.close();
    await house?.close();
  });

  it(`never talk over each other, and nobody is forgotten, in ${CHATS} interleavings`, () =>
    withDice(async (dice) => {
      Object.assign(house.desk, { bots: scriptedBots((asked) => answerSlowly(dice, asked)).bots });
      await switchBot(house, true, channelId);
      const seeds = Array.from({ length: CHATS }, (_, n) => ({ n, own: diceOf(dice.below(2 ** 31)) }));
      const went: number[] = [];
      await inLanes(seeds, async ({ n, own }) => void went.push(...(await live(own, `1555${1_000_000 + n}`))), LANES);
      await rest(house);
      expectTruth(await truthIn(url), went);
    }));

  /** One customer's life: a handful of acts, some at once, with the bot thinking in between. */
  async function live(dice: Dice, phone: string): Promise<number[]> {
    const went: number[] = [];
    for (let n = 4 + dice.below(6); n > 0; n--) {
      const acts = Array.from({ length: 1 + dice.below(2) }, () => dice.pick(ACTS)(dice, phone));
      went.push(...(await Promise.all(acts)));
      for (let turns = dice.below(4); turns > 0; turns--) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return went;
  }

  const writes = (dice: Dice, from: string) =>
    tell(door.url, channelId, texts({ from, id: `wamid.B${from}.${dice.below(1e9)}`, text: 'hello' }));
  const onTicket = (verb: string, body?: object) => async (dice: Dice, phone: string) => {
    const identity = await house.desk.store.reads.chatByIdentity({ channelId, key: `pn:${phone}` });
    const chat = identity && (await house.desk.store.reads.chat(identity.chatId));
    return chat?.lastTicketId ? (await dice.pick(staff).post(`/tickets/${chat.lastTicketId}/${verb}`, body)).status : 204;
  };
  const ACTS: readonly ((dice: Dice, phone: string) => Promise<number>)[] = [
    writes,
    writes,
    writes,
    writes,
    (dice, to) => tell(door.url, channelId, echoes({ to, id: `wamid.E${to}.${dice.below(1e9)}`, text: 'from the shop' })),
    async (dice, to) =>
      (await dice.pick(staff).post('/tickets', { channelId, to: `+${to}`, content: { type: 'text', text: 'hi' } })).status,
    onTicket('messages', { content: { type: 'text', text: 'answer' } }),
    onTicket('take'),
    onTicket('release'),
    onTicket('close'),
    onTicket('close'),
    onTicket('reopen'),
  ];

  async function answerSlowly(dice: Dice, asked: BotAsked): Promise<Partial<BotSaid>> {
    askedOf.push(asked);
    const how = dice.below(12);
    await new Promise((resolve) => setTimeout(resolve, dice.below(12)));
    if (how === 0) throw new Error('out of order');
    if (how === 1) throw new BotTooSlow(60_000);
    const said = Array.from({ length: dice.below(3) }, (_, n) => `bot ${asked.chatId} ${answers.length}.${n}`);
    for (const text of said) answers.push({ asked, text });
    return { says: said.map((text) => ({ type: 'text', text })), ...(how < 4 ? { handoff: { teamId: null } } : {}) };
  }

  function expectTruth(truth: Truth, went: readonly number[]): void {
    expect(watch.broken).toEqual([]);
    expect(wrongs(truth)).toEqual([]);
    expect(went.filter((status) => status === 0 || status >= 500)).toEqual([]);
    expect(forgotten(truth)).toEqual([]);
    expect(silentWithoutRecord(truth)).toEqual([]);
    const sent = house.graph.texts().filter((text) => text.startsWith('bot '));
    expect(new Set(sent).size).toBe(sent.length);
    expect(watch.said()).toBeGreaterThan(CHATS / 4);
    const silences = truth.events.filter(({ cause }) => cause === 'bot_silenced').length;
    expect(silences).toBeGreaterThan(CHATS / 10);
    figure(
      `bot, ${house.desk.store.dialect}: ${CHATS} chats, ${went.length} acts, ${truth.messages.length} messages, ${watch.said()} of the bot stored, ${sent.length} sent, ${silences} silences recorded, ${truth.tickets.length} tickets`,
    );
  }

  /** Customers whose words are in no ticket and to whom no turn has ended. */
  function forgotten({ chats, messages }: Truth): string[] {
    const heard = new Set(answered());
    const ends = new Map(chats.map(({ id, lastClosedSeq, bot }) => [id, Math.max(lastClosedSeq, bot?.answeredSeq ?? 0)]));
    return messages.flatMap(({ id, chatId, seq, author, ticketId }) =>
      author.kind === 'customer' && ticketId === null && (seq > (ends.get(chatId) ?? 0) || !heard.has(id)) ? [id] : [],
    );
  }
  const answered = () => askedOf.flatMap(({ messages }) => messages.map(({ id }) => id));

  /** What the bot said that is not stored, or was dropped from the queue, and no event says why. */
  function silentWithoutRecord({ messages, events, tickets }: Truth): string[] {
    const chatOf = new Map(tickets.map(({ id, chatId }) => [id, chatId]));
    const records = new Set(
      events.flatMap(({ ticketId, cause, decision }) =>
        cause === 'bot_silenced' ? [`${chatOf.get(ticketId)} ${decision?.facts.askedInTurn}`, `${decision?.facts.messageId}`] : [],
      ),
    );
    const stored = new Set(messages.map(({ content }) => (content.type === 'text' ? content.text : '')));
    const unsaid = answers.filter(({ asked, text }) => !stored.has(text) && !records.has(`${asked.chatId} ${asked.turn}`));
    const dropped = messages.filter(({ id, delivery }) => delivery?.error?.code === 'silenced' && !records.has(id));
    return [...unsaid.map(({ text }) => text), ...dropped.map(({ id }) => id)];
  }
});

/** Errands run as they are woken, and time goes on by a tenth of a second with each look for those that fell due. */
function setGoing(house: TestDesk): () => Promise<void> {
  const queue = memoryQueue({ log: house.desk.log });
  Object.assign(house.desk, { queue });
  queue.work((key) => runKey(house.desk, key));
  let going = true;
  const goOn = async (): Promise<void> => {
    while (going) {
      house.clock.forward(100);
      queue.wake(await house.desk.store.reads.dueKeys(house.clock.now(), 1000));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const gone = goOn();
  return async () => {
    going = false;
    await gone;
    await queue.stop();
  };
}

async function rest({ desk }: TestDesk): Promise<void> {
  while ((await desk.store.reads.nextDue()) !== null) await new Promise((resolve) => setTimeout(resolve, 20));
}
