import { behind } from '../../src/actions/figures/behind';
import { catchUp } from '../../src/actions/figures/catch-up';
import { checkDrift } from '../../src/actions/figures/check-drift';
import { checkPacked } from '../../src/actions/figures/check-packed';
import { whileFolding } from '../../src/actions/figures/folding';
import { addFacts } from '../../src/actions/figures/gathering';
import { packDays } from '../../src/actions/figures/pack-days';
import { summarise } from '../../src/actions/figures/summary';
import { type MetricId, metrics } from '../../src/domain/figures/metrics';
import { bucketsOf } from '../../src/domain/figures/periods';
import { summing } from '../../src/domain/figures/summing';
import { summaryJson } from '../../src/http/present/summary';
import { SummaryShape } from '../../src/http/schemas/analytics-summary';
import { MESSAGES, PACKED_DAYS, TICKET_EVENTS, TICKETS } from '../../src/store/schema';
import { databases } from '../support/database';
import { type Dice, withDice } from './support/dice';
import { someDays } from './support/figure-days';
import { whatHappened } from './support/naive-figures';
import { type Asked, naiveBefore, naiveSummary } from './support/naive-summary';
import { deskWithRows } from './support/rows-of-desk';
import { figure, sized } from './support/size';

type Told = ReturnType<typeof SummaryShape.parse>;

/** Those that can be listed: all but messages. */
const numbersIn = ({ metrics, durations }: Told) =>
  Object.fromEntries([
    ...Object.entries(metrics).flatMap(([id, { total }]) => (id.startsWith('messages') ? [] : [[id, total]])),
    ...Object.entries(durations).map(([id, { n }]) => [id, n]),
  ]);

const ZONES = ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'] as const;
const GROUPS = ['hour', 'day', 'week', 'month'] as const;
const DAY = 86_400_000;
const ACTS = sized(18, 60);

describe.each(databases())('the numbers of a period, on $name,', ({ name, create }) => {
  const { house, all, run } = deskWithRows(create);

  /** Counts what there is, and lays finished days together: now and then, as the clock does. */
  const packSometimes = (dice: Dice) => async () => {
    if (dice.below(2) === 0) return;
    await catchUp(house.desk);
    await packDays(house.desk);
  };

  const asked = async ({ zone, group, worked, narrowed, from, to }: Asked, compare: boolean, desk = house.desk) => {
    const summary = await summarise(desk, { from, to, zone, group, worked, compare, narrowed });
    const hours = worked ? ('business' as const) : ('all' as const);
    return SummaryShape.parse(await summaryJson({ desk, house: house.desk.house.current() }, summary, { group, hours, narrowed }));
  };

  /** How much stands behind each number. */
  const listed = async ({ group: _, ...one }: Asked, told: Told) => {
    const names = Object.keys(numbersIn(told)) as MetricId[];
    const many = names.map(async (metric) => [metric, await behindIn({ ...one, metric })] as const);
    return Object.fromEntries(await Promise.all(many));
  };

  const behindIn = async (one: Parameters<typeof behind>[1]) => {
    for (let [all, cursor] = [0, null as string | null]; ; ) {
      const page = await behind(house.desk, one, { limit: 50, cursor });
      all += page.data.length;
      cursor = page.nextCursor;
      if (cursor === null) return all;
    }
  };

  /** The same desk, as if no day were packed. */
  const loose = (): typeof house.desk => {
    const { store } = house.desk;
    return { ...house.desk, store: { ...store, reads: { ...store.reads, packedDays: async () => [] } } };
  };

  /** Everything that was counted of facts up to some fold. */
  const factsUpTo = async (desk: typeof house.desk, batch: number, [from, to]: readonly [number, number]) => {
    const period = { zone: 'UTC', from, to, days: null };
    const looking = { period, buckets: bucketsOf(period, 'month'), worked: true, wanted: new Set<string>(metrics.map(({ id }) => id)) };
    const sums = summing(looking);
    await addFacts(desk, { ...looking, batch, narrowed: {} }, sums);
    const shares = Object.values(sums.shares).map(({ ids, times }) =>
      ids.texts.map((id, at) => JSON.stringify([id, Object.values(times).map((many) => many[at] ?? 0)])).sort(),
    );
    return {
      counts: [...sums.counts].map(([id, tally]) => [id, tally.named()]),
      values: sums.durations.map((id) => [id, [...sums.values(id).values]]),
      shares,
      heat: sums.heat,
    };
  };

  /** Packed days tell what their rows tell: all of it, and up to any fold. */
  const isTheSame = async (dice: Dice, of: Asked, [first, last]: readonly [number, number]) => {
    expect(await asked(of, true)).toEqual(await asked(of, true, loose()));
    const { batch } = await house.desk.store.reads.folded();
    const then = dice.below(batch + 1);
    const from = first + dice.below(last - first);
    const part = [from, from + 1 + dice.below(last - from)] as const;
    expect({ then, part, facts: await factsUpTo(house.desk, then, part) }).toEqual({
      then,
      part,
      facts: await factsUpTo(loose(), then, part),
    });
  };

  /** Whether one of the next days that are looked at is not packed right. */
  const packedWrong = async (hours: number): Promise<boolean> => {
    const wrong = await whileFolding(house.desk, 0, (folding) => checkPacked(house.desk, folding));
    if (wrong !== 0 || hours === 0) return wrong === 1;
    house.clock.forward(3_600_000);
    return packedWrong(hours - 1);
  };

  /** What is packed is put right, erased, and packed anew. */
  const changed = async (dice: Dice, same: () => Promise<void>) => {
    await same();
    const some = 'number % 2 = 0';
    await run(`update figure_facts set total = total + 1 where ticketId in (select ticketId from ticket_figures where ${some})`);
    await run(`update ticket_figures set status = case status when 'closed' then 'idle' else 'closed' end where ${some}`);
    await checkDrift(house.desk);
    await same();
    await packDays(house.desk);
    expect(await packedWrong(0)).toBe(false);
    await run('update packed_days set day = day + 100000');
    expect(await packedWrong((await all(PACKED_DAYS)).length)).toBe(true);
    await run('delete from packed_days');
    await same();
    await packDays(house.desk);
    const { chatId } = dice.pick(await all(TICKETS));
    await house.desk.store.atomically((tx) => tx.eraseChats([chatId], []));
    await same();
    await packDays(house.desk);
    await same();
  };

  const histories = name === 'SQLite' ? sized(1, 200) : 1;
  it.each(Array.from({ length: histories }, (_, at) => at + 1))(
    'are those that are counted by hand from what was written down: history %i, every group, five time zones',
    () =>
      withDice(async (dice) => {
        const teams = await someDays(house, dice, ACTS, packSometimes(dice));
        const { settings, teams: known } = await house.desk.house.refresh();
        const [tickets, events, messages] = [await all(TICKETS), await all(TICKET_EVENTS), await all(MESSAGES)];
        const hoursOf = (id: string | null) => known.find((team) => team.id === id)?.hours ?? settings.routing.hours;
        const records = whatHappened({ tickets, events, messages, hoursOf });
        const moments = events.map(({ at }) => at);
        const day = (at: number) => new Date(at).toISOString().slice(0, 10);
        const [first, last] = [Math.min(...moments) - DAY, house.clock.now() + DAY];
        const isComparedRight = async (one: Asked) => {
          const { before, ...told } = await asked(one, true);
          if (!before) throw new Error('nothing was compared');
          const { metrics, durations } = before;
          const former = { ...one, ...naiveBefore(one, Date.parse(before.from), house.clock.now()) };
          const { metrics: counted, durations: spreads } = naiveSummary(records, former, { ...told, buckets: before.buckets });
          expect({ former, metrics, durations }).toEqual({ former, metrics: counted, durations: spreads });
        };
        let compared = 0;
        const zones = name === 'SQLite' ? ZONES : [dice.pick(ZONES)];
        for (const zone of zones)
          for (const group of GROUPS) {
            const cut = dice.below(3) === 0 ? first + dice.below(last - first) : first;
            const narrowed = dice.pick([
              {},
              {},
              { team: [dice.pick(teams)] },
              { team: [null] },
              { channel: [house.whatsapp.id] },
              { agent: [house.admin.id] },
            ]);
            const one = { zone, group, worked: dice.below(2) === 0, narrowed, from: day(cut), to: day(last) };
            const told = await asked(one, false);
            const { metrics, durations, heatmap, agents, teams: byTeam, channels, messages: words, bot } = told;
            const everybody = agents.map(({ id }) => id).sort();
            expect({ one, metrics, durations, heatmap, agents, everybody, teams: byTeam, channels, messages: words, bot }).toEqual({
              one,
              ...naiveSummary(records, one, told),
            });
            compared += 1;
            if (group === 'hour' || group === 'month')
              await isComparedRight({ ...one, from: day(last - 2 * DAY - dice.below(Math.max(1, last - first - 4 * DAY))) });
            if (group === 'month' && zone === zones[0])
              expect({ one, listed: await listed(one, told) }).toEqual({ one, listed: numbersIn(told) });
          }
        await packDays(house.desk);
        const whole = Math.floor((Math.max(...moments) - Math.min(...moments)) / DAY) - 1;
        expect((await all(PACKED_DAYS)).length).toBeGreaterThanOrEqual(Math.sign(Math.max(0, whole)));
        const of = { zone: dice.pick(ZONES), group: 'day', worked: false, narrowed: {}, from: day(first), to: day(last) } as const;
        await changed(dice, () => isTheSame(dice, of, [first, last]));
        figure(
          `summary, ${name}: ${compared} summaries of ${tickets.length} tickets and ${messages.length} messages, equal to those counted by hand`,
        );
      }),
  );
});
