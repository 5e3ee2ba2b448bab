import { catchUp } from '../../src/actions/figures/catch-up';
import { checkDrift } from '../../src/actions/figures/check-drift';
import { foldSome, hoursUnder } from '../../src/actions/figures/fold';
import { type Folding, whileFolding } from '../../src/actions/figures/folding';
import { stagesNow } from '../../src/actions/figures/stages-now';
import { advance } from '../../src/domain/figures/advance';
import type { FigureCount, FigureFact, MessageCount, TicketFigures } from '../../src/domain/figures/kept';
import { byTicket, counted } from '../../src/domain/figures/slices';
import type { Trace } from '../../src/domain/figures/trace';
import { QUARTER } from '../../src/domain/figures/words';
import type { Ticket } from '../../src/domain/ticket';
import { FIGURE_FACTS, MESSAGE_COUNTS, TICKET_FIGURES, TICKETS, TRACES } from '../../src/store/schema';
import { databases } from '../support/database';
import { says, type TestDesk } from '../support/desk';
import { anyHistory } from '../support/histories';
import { withDice } from './support/dice';
import { deskWithRows } from './support/rows-of-desk';
import { sized } from './support/size';

const ACTS = sized(25, 1_000);

/** Whoever reads how far it is folded waits until so many have. */
function readingTogether(desk: TestDesk['desk'], many: number): TestDesk['desk'] {
  const { store } = desk;
  let come = 0;
  let all = () => {};
  const together = new Promise<void>((resolve) => {
    all = resolve;
  });
  const folded: typeof store.reads.folded = async () => {
    const read = await store.reads.folded();
    come++;
    if (come === many) all();
    await together;
    return read;
  };
  return { ...desk, store: { ...store, reads: { ...store.reads, folded } } };
}

describe.each(databases())('figures, on $name,', ({ create }) => {
  const { house, all, run } = deskWithRows(create);

  /** Everything that is kept, without which fold counted it. */
  const kept = async () => ({
    figures: byId(await all<TicketFigures>(TICKET_FIGURES), 'ticketId'),
    facts: byId(await all<FigureFact>(FIGURE_FACTS), 'traceId'),
    counts: byId(await house.desk.store.reads.allFigureCounts(), 'id'),
  });

  /** As if nothing had been counted yet. */
  const forget = async () => {
    for (const table of ['ticket_figures', 'figure_facts', 'figure_counts', 'message_counts', 'bot_talks', 'snapshots', 'snapshot_parts'])
      await run(`delete from ${table}`);
    await run('update traces set batch = null');
    await run("update folded set batch = 0, at = 0, traces = 0, sinceSnapshot = 0, historyAfter = null where id = 'desk'");
  };

  const foldIn = (sizes: () => number) =>
    whileFolding(house.desk, 0, async (folding) => {
      while ((await foldSome(house.desk, folding, sizes())) !== 'all') await folding.goOn();
    });

  it('are the same however their traces are folded, in order or not, by one process or by two', () =>
    withDice(async (dice) => {
      await anyHistory(house, dice, { acts: ACTS });
      await catchUp(house.desk);
      const once = await kept();
      const words = await all<MessageCount>(MESSAGE_COUNTS);
      expect(once.figures).toEqual(byId(recomputed(await all<Trace>(TRACES), house), 'ticketId'));
      expect(once.counts).toEqual(byId(countedAnew(await all<Ticket>(TICKETS)), 'id'));

      // What somebody breaks is found, and put right.
      expect(await checkDrift(house.desk)).toEqual({ tickets: 0, counts: 0 });
      const [one, two, three] = dice.shuffled(once.figures.map(({ ticketId }) => ticketId));
      await run("update ticket_figures set status = 'idle', statusSince = statusSince + 1 where ticketId = ?", [one]);
      await run('delete from ticket_figures where ticketId = ?', [two]);
      await run('delete from figure_facts where ticketId = ?', [two]);
      await run("update ticket_figures set ticketId = 'of nobody', stage = 'strange' where ticketId = ?", [three]);
      const broken = byId(countedAnew(await all<Ticket>(TICKETS)), 'id')[0]?.id;
      await run('update figure_counts set tickets = tickets + 3 where id = ?', [broken]);
      expect(await checkDrift(house.desk)).toEqual({ tickets: 4, counts: expect.any(Number) });
      expect(await kept()).toEqual(once);
      expect(await house.desk.store.reads.folded()).toMatchObject({ drifted: expect.any(Number), driftedAt: house.clock.now() });
      expect(await checkDrift(house.desk)).toEqual({ tickets: 0, counts: 0 });

      // One, two or three at a time.
      await forget();
      await foldIn(() => 1 + dice.below(3));
      expect(await kept()).toEqual(once);

      // Who has lost the right counts nothing; of two who read the same, one does.
      await forget();
      const nobody: Folding = { hold: { name: 'figures', token: 'of nobody' }, goOn: async () => undefined };
      await expect(foldSome(house.desk, nobody)).rejects.toThrow('lost');
      expect((await kept()).figures).toEqual([]);
      await whileFolding(house.desk, 0, async (folding) => {
        const desk = readingTogether(house.desk, 2);
        const both = [foldSome(desk, folding, 7), foldSome(desk, folding, 7)];
        expect((await Promise.all(both)).filter((said) => said === 'again')).toHaveLength(1);
      });
      await Promise.all([catchUp(house.desk), catchUp(house.desk)]);
      expect(await kept()).toEqual(once);

      // A ticket is followed by its versions, when the ids of two processes are of clocks that are apart.
      await forget();
      const traces = await all<Trace>(TRACES);
      const ids = dice.shuffled(traces.map(({ id }) => `${id}x`));
      const names = new Map(traces.map(({ id }, at) => [ids[at] as string, id]));
      for (const [made, id] of names) await run('update traces set id = ? where id = ?', [made, id]);
      await foldIn(() => 5);
      const { facts, ...rest } = await kept();
      expect(rest).toEqual({ figures: once.figures, counts: once.counts });
      const named = facts.map((fact) => ({ ...fact, traceId: names.get(fact.traceId) as string }));
      expect(byId(named, 'traceId')).toEqual(once.facts);

      // A desk that is upgraded in mid-life: what its tickets did before is told by their events and messages.
      const middle = dice.pick(traces).at;
      const wordsBefore = (counts: readonly MessageCount[]) =>
        counts
          .filter(({ quarter }) => quarter + QUARTER <= middle)
          .map(lineOf)
          .sort();
      await forget();
      await run('delete from traces where at < ?', [middle]);
      await run("update folded set historyAfter = '' where id = 'desk'");
      expect(byId((await stagesNow(house.desk, {})).counts, 'id')).toEqual(once.counts);
      await catchUp(house.desk);
      const upgraded = await kept();
      expect(upgraded.counts).toEqual(once.counts);
      expect(told(upgraded)).toEqual(told(once));
      expect(wordsBefore(await all<MessageCount>(MESSAGE_COUNTS))).toEqual(wordsBefore(words));

      // Chats that are erased leave nothing in the counts, whether what they did is counted or not.
      const [gone] = dice.shuffled(await all<Ticket>(TICKETS));
      await house.hear(says('15559999', 'hello'));
      const [fresh] = await house.tickets('15559999');
      if (!gone || !fresh) throw new Error('nothing to erase');
      await house.desk.store.atomically((tx) => tx.eraseChats([gone.chatId, fresh.chatId], []));
      await catchUp(house.desk);
      const left = await kept();
      expect(left.counts).toEqual(byId(countedAnew(await all<Ticket>(TICKETS)), 'id'));
      expect(left.facts.map(({ ticketId }) => ticketId)).not.toContain(gone.id);
      expect(left.figures.map(({ ticketId }) => ticketId)).not.toContain(gone.id);

      // What no trace tells is told by one more.
      const [lost] = dice.shuffled(left.figures);
      await run('delete from traces where ticketId = ?', [lost?.ticketId]);
      await run('delete from ticket_figures where ticketId = ?', [lost?.ticketId]);
      expect(await checkDrift(house.desk)).toMatchObject({ tickets: 1 });
      await catchUp(house.desk);
      expect((await kept()).counts).toEqual(left.counts);
      expect(await checkDrift(house.desk)).toEqual({ tickets: 0, counts: 0 });
    }));
});

const lineOf = ({ quarter, direction, author, authorId, type, times }: MessageCount): string =>
  [quarter, direction, author, authorId, type, times].join(' ');

const LATER = Date.UTC(2027, 1);

/** What can be known of the time before there were traces. */
const told = ({ figures, facts }: { readonly figures: readonly TicketFigures[]; readonly facts: readonly FigureFact[] }) => ({
  figures: figures.map(({ stages, statuses, stage, status, at, ...one }) => ({
    id: one.ticketId,
    opened: [one.number, one.createdAt, one.openCause, one.proactive],
    ended: [one.closedAt, one.reopens, one.response],
    heard: one.messagesIn,
    stages: { ...stages, [stage]: (stages[stage] ?? 0) + LATER - at },
    statuses: { ...statuses, [status]: (statuses[status] ?? 0) + LATER - at },
  })),
  facts: facts
    .map(({ kind, at, ticketId, agentId, cause, total, handle, idle }) =>
      [at, ticketId, kind, agentId, cause, total, handle, idle].join(' '),
    )
    .sort(),
});

type Desk = { desk: { house: { current(): Parameters<typeof hoursUnder>[0] } } };

function recomputed(traces: readonly Trace[], { desk }: Desk): TicketFigures[] {
  return [...byTicket(traces)].flatMap(([, its]) => {
    const end = its.reduce<TicketFigures | null>(
      (figures, trace) => advance(figures, counted(trace, 1), hoursUnder(desk.house.current())).figures,
      null,
    );
    return end ? [end] : [];
  });
}

/** The tickets, counted from scratch. */
function countedAnew(tickets: readonly Ticket[]): FigureCount[] {
  const counts = new Map<string, FigureCount>();
  for (const { channelId, teamId, assigneeId, status, stage, statusSince, stageSince } of tickets) {
    const id = [channelId, teamId ?? '', assigneeId ?? '', status, stage].join(' ');
    const sum = counts.get(id) ?? { id, channelId, teamId, assigneeId, status, stage, tickets: 0, statusSince: 0, stageSince: 0 };
    counts.set(id, {
      ...sum,
      tickets: sum.tickets + 1,
      statusSince: sum.statusSince + Math.floor(statusSince / 1000),
      stageSince: sum.stageSince + Math.floor(stageSince / 1000),
    });
  }
  return [...counts.values()];
}

function byId<T extends object>(rows: readonly T[], key: keyof T): T[] {
  const keyed = rows.map((row) => [`${row[key]} ${'kind' in row ? row.kind : ''}`, 'batch' in row ? { ...row, batch: 0 } : row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
