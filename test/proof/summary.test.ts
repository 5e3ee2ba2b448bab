import { behind } from '../../src/actions/figures/behind';
import { summarise } from '../../src/actions/figures/summary';
import type { MetricId } from '../../src/domain/figures/metrics';
import { summaryJson } from '../../src/http/present/summary';
import { SummaryShape } from '../../src/http/schemas/analytics-summary';
import { MESSAGES, TICKET_EVENTS, TICKETS } from '../../src/store/schema';
import { databases } from '../support/database';
import { withDice } from './support/dice';
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
  const { house, all } = deskWithRows(create);

  const asked = async ({ zone, group, worked, narrowed, from, to }: Asked, compare: boolean) => {
    const summary = await summarise(house.desk, { from, to, zone, group, worked, compare, narrowed });
    const hours = worked ? ('business' as const) : ('all' as const);
    return SummaryShape.parse(
      await summaryJson({ desk: house.desk, house: house.desk.house.current() }, summary, { group, hours, narrowed }),
    );
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

  const histories = name === 'SQLite' ? sized(1, 200) : 1;
  it.each(Array.from({ length: histories }, (_, at) => at + 1))(
    'are those that are counted by hand from what was written down: history %i, every group, five time zones',
    () =>
      withDice(async (dice) => {
        const teams = await someDays(house, dice, ACTS);
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
        figure(
          `summary, ${name}: ${compared} summaries of ${tickets.length} tickets and ${messages.length} messages, equal to those counted by hand`,
        );
      }),
  );
});
