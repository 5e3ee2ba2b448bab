import type { Desk } from '../../src/actions/desk';
import { catchUp, countToNow } from '../../src/actions/figures/catch-up';
import { foldSome } from '../../src/actions/figures/fold';
import { whileFolding } from '../../src/actions/figures/folding';
import { liveFigures } from '../../src/actions/figures/live-figures';
import { nextTraces } from '../../src/actions/figures/next-traces';
import { packDays } from '../../src/actions/figures/pack-days';
import { stagesNow } from '../../src/actions/figures/stages-now';
import { summarise } from '../../src/actions/figures/summary';
import type { FigureCount } from '../../src/domain/figures/kept';
import { dayOf, MOST_ADDED, type Packed } from '../../src/domain/figures/packing';
import type { Stood } from '../../src/domain/figures/stood';
import type { Trace } from '../../src/domain/figures/trace';
import type { Ticket } from '../../src/domain/ticket';
import { answers, closes, hears, MARIA, PEDRO, ticketOf, wait } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('the figures, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const figuresOf = async (id: string) => {
    await catchUp(house.desk);
    const [one] = await house.desk.store.reads.figuresOf([id]);
    if (!one) throw new Error(`nothing is kept of ${id}`);
    return one;
  };

  it('keep how long a ticket took, in whole seconds', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house, MARIA);
    house.clock.forward(90_500);
    await answers(house, ticket, ana);
    await wait(house, 30 * MINUTE);
    house.clock.forward(HOUR);
    await closes(house, ticket);
    expect(await figuresOf(ticket.id)).toMatchObject({
      number: ticket.number,
      openCause: 'customer_wrote',
      response: 90,
      respondedBy: ana.id,
      status: 'closed',
      messagesIn: 1,
      messagesOut: 1,
      spent: { plain: { total: 90 + 1800 + 3600, handle: 1890, waiting: 90, idle: 3600 } },
    });
    expect(await house.desk.store.reads.allFigureCounts()).toHaveLength(1);
  });

  it('count as waiting what passed until an answer failed, though the customer had written again before', async () => {
    const ana = await house.agent('Ana');
    const NOT_NOW = { status: 429, body: { error: { message: 'Rate limit hit', type: 'OAuthException', code: 130429 } } };
    const REFUSED = { status: 400, body: { error: { message: 'Message undeliverable', type: 'OAuthException', code: 131026 } } };
    const ticket = await hears(house, MARIA);
    house.graph.behave(() => NOT_NOW);
    house.clock.forward(MINUTE);
    await answers(house, ticket, ana);
    house.clock.forward(2 * MINUTE);
    await hears(house, MARIA, 'hello?');
    house.graph.behave(() => REFUSED);
    house.clock.forward(4 * MINUTE);
    await house.errands();
    house.graph.behave(() => null);
    house.clock.forward(8 * MINUTE);
    await answers(house, ticket, ana);
    house.clock.forward(16 * MINUTE);
    await closes(house, ticket);
    expect((await house.messages(ticket.chatId)).map(({ delivery }) => delivery?.status ?? null)).toEqual([null, 'failed', null, 'sent']);
    expect((await figuresOf(ticket.id)).spent.plain).toMatchObject({ total: 31 * 60, waiting: 15 * 60 });
  });

  it('lay down a snapshot of a settled moment when one is due, which goes when something older is counted late', async () => {
    const { store, clock } = house.desk;
    const { reads } = store;
    await hears(house, MARIA);
    house.clock.forward(MINUTE);
    const settled = clock.now() - 30_000;
    await hears(house, PEDRO);
    await catchUp(house.desk);
    expect(await reads.newestSnapshot()).toBeNull();
    await store.atomically(async (tx) => tx.saveFolded({ ...(await tx.holdFolded()), sinceSnapshot: 2_000 }));
    const pedro = await hears(house, PEDRO);
    await catchUp(house.desk);
    expect(await reads.newestSnapshot()).toBe(settled);
    expect((await reads.folded()).sinceSnapshot).toBe(1);
    const [open] = await reads.snapshotParts(settled, 0, 5);
    expect(open).toMatchObject([{ status: 'pending', statusSince: settled - 30_000 }]);
    const late = { ...pedro, version: 9 };
    await store.atomically((tx) => tx.addTraces([{ ...traceOf(late), id: house.desk.newId(), at: settled - 1 }]));
    await catchUp(house.desk);
    expect(await reads.newestSnapshot()).toBeNull();
  });

  it('lay down no snapshot while a part of what belongs together is still to be counted, for somebody erased meanwhile', async () => {
    const { desk } = house;
    const { store } = desk;
    const ticket = await hears(house, MARIA);
    await catchUp(desk);
    await store.atomically(async (tx) => tx.saveFolded({ ...(await tx.holdFolded()), sinceSnapshot: 2_000 }));
    const did = { said: [{ direction: 'out' as const, author: 'bot' as const, authorId: null, type: 'text', times: 1 }] };
    const talks = Array.from({ length: 200 }, (_, one) => ({
      ...{ ...traceOf(ticket), id: desk.newId(), at: desk.clock.now(), chatId: `chat ${one}`, ticketId: null, did },
    }));
    await store.atomically((tx) => tx.addTraces(talks));
    let steps = 0;
    const newestTalks: typeof store.reads.newestTalks = async (chatIds) => {
      steps += 1;
      if (steps === 2) await store.atomically(async (tx) => tx.saveFolded({ ...(await tx.holdFolded()), batch: 99 }));
      return store.reads.newestTalks(chatIds);
    };
    const left: boolean[] = [];
    const newestSnapshot = async () => {
      left.push(await store.reads.hasUncounted());
      return store.reads.newestSnapshot();
    };
    await catchUp({ ...desk, store: { ...store, reads: { ...store.reads, newestTalks, newestSnapshot } } });
    expect([steps > 2, left]).toEqual([true, [false]]);
  });

  it('begin with the beginning, where words into a ticket have a lower id: the clocks of two machines may be apart', async () => {
    const ticket = await hears(house, MARIA);
    const did = { said: [{ direction: 'out' as const, author: 'bot' as const, authorId: null, type: 'text', times: 1 }] };
    const { desk } = house;
    await desk.store.atomically((tx) => tx.addTraces([{ ...traceOf(ticket), id: '0'.repeat(26), at: desk.clock.now(), seq: 0, did }]));
    await whileFolding(desk, 0, (folding) => foldSome(desk, folding, 1));
    expect(await figuresOf(ticket.id)).toMatchObject({
      openCause: 'customer_wrote',
      number: ticket.number,
      seq: ticket.version,
      messagesOut: 1,
    });
  });

  it('count a trace once that is taken along by one of the same chat, long before its turn', async () => {
    const ticket = await hears(house, MARIA);
    const before = await figuresOf(ticket.id);
    const { desk } = house;
    const did = { said: [{ direction: 'in' as const, author: 'customer' as const, authorId: null, type: 'text', times: 1 }] };
    const one = (over: Partial<Trace>) => ({ ...traceOf(ticket), at: desk.clock.now(), seq: 0, did, ...over });
    const words = Array.from({ length: 300 }, () => one({}));
    const all = [one({ seq: before.seq + 2 }), one({ ticketId: null }), ...words, one({ seq: before.seq + 1 })];
    const ids = all.map(() => desk.newId()).sort();
    await desk.store.atomically((tx) => tx.addTraces(all.map((trace, at) => ({ ...trace, id: ids[at] as string }))));
    expect((await figuresOf(ticket.id)).messagesIn).toBe(before.messagesIn + 302);
  });

  it('refuse a past or a period rather than to leave out what another process still counts', async () => {
    await hears(house, MARIA);
    const another = (work: () => Promise<unknown>) => whileFolding(house.desk, 0, work);
    await another(() => expect(countToNow(house.desk, 0)).rejects.toMatchObject({ code: 'unavailable', facts: { retryAfter: 5 } }));
    await countToNow(house.desk, 0);
    await another(() => countToNow(house.desk, 0));
  });

  it('tell how the desk stands, whether they are counted yet or not', async () => {
    const people = Array.from({ length: 9 }, (_, at) => `1555100${at}`);
    for (const [at, phone] of people.entries()) {
      if (at === 4) await catchUp(house.desk);
      const ticket = await hears(house, phone);
      if (at === 2) await closes(house, ticket);
      house.clock.forward(10_000);
    }
    await closes(house, await ticketOf(house, people[3]));
    await closes(house, await ticketOf(house, people[8]));
    const before = await stagesNow(house.desk, {});
    expect(before.stages.get('open')).toEqual({ median: 40, p90: 90 });
    expect(before.statuses.get('pending')).toEqual({ median: 40, p90: 90 });
    expect(tickets(before.counts)).toEqual({ open: 6, closed: 3 });
    await catchUp(house.desk);
    expect(sorted(await stagesNow(house.desk, {}))).toEqual(sorted(before));
    expect(await liveFigures(house.desk, {})).toMatchObject({ open: 6, queue: { tickets: 6, oldestSeconds: 90 } });
    expect(await liveFigures(house.desk, { channels: ['none of ours'], teams: [null] })).toMatchObject({ open: 0, queue: { tickets: 0 } });
    const none = await stagesNow(house.desk, { channels: ['none of ours'], teams: [null], agents: ['x', null] });
    expect(none).toMatchObject({ counts: [] });
  });

  it('count what happens while many days are packed, and read few days at once however many were empty', async () => {
    const { desk } = house;
    await hears(house, MARIA);
    house.clock.forward(3 * DAY);
    await hears(house, PEDRO);
    await catchUp(desk);
    await hears(house, PEDRO, 'hello?');
    expect(await packDays(desk)).toBeGreaterThan(1);
    expect(await desk.store.reads.hasUncounted()).toBe(false);
    const asked: number[] = [];
    const packedDays: typeof desk.store.reads.packedDays = (of, { from, to }) => {
      asked.push(to - from);
      return desk.store.reads.packedDays(of, { from, to });
    };
    const watched = { ...desk, store: { ...desk.store, reads: { ...desk.store.reads, packedDays } } };
    const years = { from: '2000-01-01', to: '2026-12-31', zone: 'UTC', group: 'month' } as const;
    await summarise(watched, { ...years, worked: false, compare: false, narrowed: {} });
    expect(Math.max(...asked)).toBeLessThan(100);
  });

  it('pack a day that is over; first answers that come later are added to it, and it is packed anew when they are many', async () => {
    const ana = await house.agent('Ana');
    house.clock.forward(lateOn(house.clock.now()) + 24 * HOUR - house.clock.now());
    const day = dayOf(house.clock.now());
    const late: Ticket[] = [];
    for (let one = 0; one <= MOST_ADDED; one++) late.push(await hears(house, `1555020${10 + one}`));
    const folds = async (of: Packed) => (await house.desk.store.reads.packing()).find((packing) => packing.of === of)?.days.get(day);
    const packed = async () => {
      await catchUp(house.desk);
      return packDays(house.desk);
    };
    house.clock.forward(HOUR + 59 * MINUTE);
    await hears(house, MARIA);
    expect([await packed(), await folds('new')]).toEqual([0, undefined]);
    house.clock.forward(MINUTE);
    expect([await packed(), await folds('new'), await folds('answered'), await folds('talks')]).toEqual([1, 1, undefined, undefined]);
    await answers(house, late[0] as Ticket, ana);
    expect([await packed(), await folds('answered')]).toEqual([1, 1]);
    for (const ticket of late.slice(1)) {
      await answers(house, ticket, ana);
      await catchUp(house.desk);
    }
    expect(await folds('answered')).toBe(1 + MOST_ADDED);
    const responses = async () => {
      const [from, to] = [day, day + 1].map((one) => new Date(one * 24 * HOUR).toISOString());
      const asked = { from, to, zone: 'UTC', group: 'day', worked: false, compare: false, narrowed: { agent: [ana.id] } } as const;
      return (await summarise(house.desk, asked)).measured.durations.get('first_response')?.all;
    };
    const all = { n: MOST_ADDED + 1, sum: 2 * 3600 * (MOST_ADDED + 1), median: 7200, p90: 7200 };
    expect(await responses()).toEqual(all);
    expect([await packed(), await folds('answered'), await packed()]).toEqual([1, 1, 0]);
    expect(await responses()).toEqual(all);
  });
});

describe('traces that wait to be counted', () => {
  it('are read on only behind those of a while ago: of a younger time something may still be committed', async () => {
    const folding = { hold: { name: 'figures', token: '' }, goOn: async () => undefined };
    const readBy = async (at: number) => {
      let pages = 0;
      const uncounted = async (_after: string, limit: number) =>
        pages++ < 2 ? Array.from({ length: limit }, () => ({ id: `${pages}`, at })) : [];
      const desk = { clock: { now: () => 1_000_000 }, store: { reads: { uncounted } } } as unknown as Desk;
      const { traces, isAll } = await nextTraces(desk, folding);
      return { pages, traces: traces.length, isAll };
    };
    expect(await readBy(1_000_000 - 1_500)).toEqual({ pages: 1, traces: 2_000, isAll: false });
    expect(await readBy(1_000_000 - 2_500)).toEqual({ pages: 3, traces: 4_000, isAll: true });
  });
});

/** An hour before a day ends. */
const lateOn = (at: number): number => Math.floor(at / (24 * HOUR)) * 24 * HOUR + 23 * HOUR;

const traceOf = ({ id, chatId, channelId, version }: Ticket): Omit<Trace, 'id' | 'at'> => ({
  ...{ batch: null, chatId, channelId, ticketId: id, seq: version, was: null, now: null, did: {} },
});

const tickets = (counts: readonly FigureCount[]) => {
  const sums: Record<string, number> = {};
  for (const { stage, tickets } of counts) sums[stage] = (sums[stage] ?? 0) + tickets;
  return sums;
};

const sorted = ({ counts, ...rest }: Stood) => ({ ...rest, counts: [...counts].sort((a, b) => (a.id < b.id ? -1 : 1)) });
