import { advance } from '../../../src/domain/figures/advance';
import type { FigureFact, TicketFigures } from '../../../src/domain/figures/kept';
import { rankOf, standingAt, windowAt } from '../../../src/domain/figures/ranks';
import { inChats } from '../../../src/domain/figures/slices';
import { talksAfter } from '../../../src/domain/figures/talks';
import type { Counted, Did, Facts, Moved, Stand } from '../../../src/domain/figures/trace';
import { timeOfId } from '../../../src/domain/figures/trace-ids';
import { openLoads } from '../../../src/domain/replay/loads';
import { idMaker } from '../../../src/platform/ids';
import { diceOf } from '../../proof/support/dice';
import { daily } from '../../support/hours';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday. */
const NINE = Date.UTC(2026, 10, 23, 9);

/** Traces of one ticket, one after the other. */
function ticketFrom(at: number) {
  let seq = 0;
  let now: Stand | null = null;
  const trace = (after: number, over: Partial<Stand> | null, did: Did = {}): Counted => {
    const was = now;
    const moment = at + after;
    if (over)
      now = { status: 'pending', stage: 'open', assigneeId: null, teamId: null, stageSince: at, ...now, statusSince: moment, ...over };
    seq += 1;
    const place = { channelId: 'c', chatId: 'chat', ticketId: 't' };
    return { id: `trace${seq}`, batch: 1, at: moment, ...place, seq, was: over ? was : null, now: over ? now : null, did };
  };
  const moved = (from: Moved['from'], to: Moved['to'], cause: string): Did['moved'] => [
    { from, to, cause, actor: 'agent', actorId: 'ana', rule: null },
  ];
  const facts = (over: Partial<Facts>): Facts => ({
    ...{
      number: 1,
      contactId: 'k',
      createdAt: at,
      waitingFrom: null,
      firstResponseAt: null,
      closeCause: null,
      priority: 'medium',
      tags: [],
    },
    ...over,
  });
  return { trace, moved, facts };
}

function fold(traces: readonly Counted[], hours: Parameters<typeof advance>[2] = () => null) {
  let figures: TicketFigures | null = null;
  const facts: FigureFact[] = [];
  for (const trace of traces) {
    const next = advance(figures, trace, hours);
    figures = next.figures;
    facts.push(...next.facts);
  }
  return { figures: figures as unknown as TicketFigures, facts };
}

describe('what is kept of a ticket', () => {
  it('counts waiting once, from the first word that no answer reached', () => {
    const { trace, moved, facts } = ticketFrom(NINE);
    const { figures, facts: counted } = fold([
      trace(
        0,
        { status: 'active', assigneeId: 'ana' },
        { moved: moved(null, 'active', 'customer_wrote'), facts: facts({ waitingFrom: NINE }) },
      ),
      trace(2_900, null, { facts: { waitingFrom: null, firstResponseAt: NINE + 2_900 }, said: [words('out', 'agent', 'ana')] }),
      // The answer failed in the end: they have waited all the while.
      trace(10_000, null, { facts: { waitingFrom: NINE } }),
      trace(15_000, null, { facts: { waitingFrom: null } }),
      trace(20_500, { status: 'closed', stage: 'closed', assigneeId: null }, { moved: moved('active', 'closed', 'closed_by_person') }),
    ]);
    expect(figures.spent.plain).toEqual({ total: 20, handle: 20, waiting: 15, idle: 0 });
    expect(figures).toMatchObject({ response: 2, respondedBy: 'ana', agentId: 'ana', stages: { open: 20_500 }, reopens: 0 });
    expect(counted).toMatchObject([
      { kind: 'new', cause: 'customer_wrote', total: null },
      { kind: 'answered', agentId: 'ana', total: 2 },
      { kind: 'closed', agentId: 'ana', cause: 'closed_by_person', total: 20, waiting: 15 },
    ]);
  });

  it('begins anew with each reopening, and counts only hours in which the team works beside', () => {
    const { trace, moved, facts } = ticketFrom(NINE);
    const hours = daily('UTC', '09:00-17:00');
    const { figures, facts: counted } = fold(
      [
        trace(0, {}, { moved: moved(null, 'pending', 'customer_wrote'), facts: facts({ waitingFrom: NINE }) }),
        trace(DAY + HOUR, { status: 'closed', stage: 'auto_closed' }, { moved: moved('pending', 'closed', 'auto_closed') }),
        trace(
          2 * DAY,
          { status: 'pending', stage: 'open' },
          { moved: moved('closed', 'pending', 'reopened'), facts: { waitingFrom: NINE } },
        ),
        trace(2 * DAY + HOUR, { status: 'closed', stage: 'closed' }, { moved: moved('pending', 'closed', 'closed_by_person') }),
      ],
      () => hours,
    );
    expect(counted.map(({ kind, total, totalWorked, waiting }) => [kind, total, totalWorked, waiting])).toEqual([
      ['new', null, null, null],
      ['closed', 25 * 3600, 9 * 3600, 25 * 3600],
      ['reopened', null, null, null],
      ['closed', 3600, 3600, 3600],
    ]);
    expect(figures).toMatchObject({ reopens: 1, spent: { plain: { total: 26 * 3600 }, worked: { total: 10 * 3600 } } });
    expect(figures.stages).toEqual({ open: 26 * HOUR, auto_closed: DAY - HOUR });
  });
});

describe('a talk with the bot', () => {
  const said = (id: string, at: number): Counted => ({
    ...{ id, batch: 1, at, channelId: 'c', chatId: 'chat', ticketId: null, seq: 0, was: null, now: null },
    did: { said: [words('out', 'bot', 'front'), words('in', 'customer', null)] },
  });
  const opens = (id: string, at: number, did: Did = {}): Counted => ({
    ...said(id, at),
    ticketId: 't',
    did: { moved: [{ from: null, to: 'pending', cause: 'bot_handed_off', actor: 'bot', actorId: 'front', rule: null }], ...did },
  });

  it('lasts until a ticket opens, or until the bot has not answered for a day', () => {
    const talks = talksAfter([], [said('1', 0), said('2', DAY - 1), said('3', 2 * DAY - 1), opens('4', 2 * DAY)]);
    expect(talks).toMatchObject([
      { id: '1', answers: 2, ticketId: null, endedAt: null },
      { id: '3', answers: 1, ticketId: 't', endedAt: 2 * DAY, cause: 'bot_handed_off' },
    ]);
    expect(talksAfter(talks.slice(1), [said('5', 2 * DAY + 1)])).toMatchObject([{ id: '5', answers: 1 }]);
    expect(talksAfter([], [opens('6', 0)])).toEqual([]);
    expect(talksAfter([], [opens('7', 0, { said: [words('out', 'bot', 'front')] })])).toMatchObject([
      { id: '7', answers: 1, ticketId: 't' },
    ]);
  });
});

describe('a rank among tickets of which some are not counted yet', () => {
  it('is that of all of them', () => {
    const dice = diceOf(8);
    for (let round = 0; round < 500; round++) {
      const kept = Array.from({ length: dice.below(12) }, () => dice.below(8)).sort((a, b) => b - a);
      const gone = dice.shuffled(kept).slice(0, dice.below(kept.length + 1));
      const come = Array.from({ length: dice.below(6) }, () => dice.below(8));
      const truth = [...kept];
      for (const since of gone) truth.splice(truth.indexOf(since), 1);
      truth.push(...come);
      truth.sort((a, b) => b - a);
      if (truth.length === 0) continue;
      const place = rankOf(dice.pick([0.5, 0.9]), truth.length);
      const window = windowAt(place, gone.length, come.length);
      const read = kept.slice(window.from, window.from + window.length);
      expect(standingAt({ place, window, read, gone, come })).toBe(truth[place]);
    }
  });
});

describe('how many tickets an agent has', () => {
  const online = (_: string, { from, to }: { from: number; to: number }) => Math.max(0, to - Math.max(from, NINE));
  const during = (agentId: string, from: number, to: number) => ({ agentId, from: NINE + from, to: NINE + to });

  it('is found however shortly they had them, and in however long a period', () => {
    const loads = openLoads({ from: NINE - 90 * DAY, to: NINE + 20_000 }, { ids: ['ana', 'bob'], onlineFor: online });
    for (const from of [0, 1_000, 2_000, 15_000]) loads.add(during('ana', from, 20_000));
    expect([loads.averages(), loads.peak()]).toEqual([[3.1, 0], 4]);
  });

  it('is one where the next comes when the former goes', () => {
    const loads = openLoads({ from: NINE, to: NINE + HOUR }, { ids: ['ana'], onlineFor: online });
    for (let ticket = 199; ticket >= 0; ticket--) loads.add(during('ana', ticket * 10, (ticket + 1) * 10));
    expect(loads.peak()).toBe(1);
  });
});

it('ids begin with the time that a range of traces is found by', () => {
  const id = idMaker({ now: () => NINE }, (count) => Buffer.alloc(count, 7))();
  expect(id.startsWith(timeOfId(NINE))).toBe(true);
  expect(timeOfId(NINE) < timeOfId(NINE + 1)).toBe(true);
});

it('traces are counted chat by chat, each in its order, and of a chat with very many some at a time', () => {
  const chats = [...'abacad'.repeat(2), ...'e'.repeat(12), 'a', 'b'];
  const steps = [
    ...inChats(
      chats.map((chatId, at) => ({ chatId, id: at })),
      () => 4,
    ),
  ];
  expect(steps.map((step) => step.map(({ chatId }) => chatId).join(''))).toEqual(['aaaaaaa', 'bbbcc', 'ddeeeeee', 'eeeeee']);
  expect(
    steps
      .flat()
      .map(({ id }) => id)
      .toSorted((a, b) => a - b),
  ).toEqual(chats.map((_, at) => at));
});

const words = (direction: 'in' | 'out', author: 'agent' | 'bot' | 'customer', authorId: string | null) => ({
  ...{ direction, author, authorId, type: 'text', times: 1 },
});
