import type { Duration } from '../../actions/figures/spreads';
import type { Summary, Totals } from '../../actions/figures/summary';
import { milliseconds } from '../../domain/duration';
import type { MessageSums } from '../../domain/figures/message-sums';
import { type MetricId, metrics } from '../../domain/figures/metrics';
import type { Group } from '../../domain/figures/periods';
import { upTo } from '../../domain/figures/spread';
import { isOfFacts } from '../../domain/figures/summing';
import type { Times } from '../../domain/figures/tallies';
import type { Instant } from '../../domain/ticket';
import type { House, Narrowed } from '../../ports/store';
import type { Call } from '../route';
import type { SummaryJson } from '../schemas/analytics-summary';
import { summaryTables } from './summary-tables';
import { iso } from './time';

type Counts = SummaryJson['metrics'];

interface Shown {
  readonly group: Group;
  readonly hours: 'all' | 'business';
  readonly narrowed: Narrowed;
}

export async function summaryJson(
  call: Pick<Call<unknown, unknown>, 'desk' | 'house'>,
  { measured, before }: Summary,
  shown: Shown,
): Promise<SummaryJson> {
  const now = call.desk.clock.now();
  return {
    ...periodJson(measured, now),
    zone: measured.period.zone,
    group: shown.group,
    hours: shown.hours,
    soFar: measured.period.to > now,
    ...numbersJson(measured, call.house, shown.narrowed),
    heatmap: measured.wanted.has('new_tickets') ? heatmapJson(measured.facts.heat) : null,
    ...(await summaryTables(call, measured, shown.narrowed)),
    ...(before && { before: { ...periodJson(before, now), ...numbersJson(before, call.house, shown.narrowed) } }),
  };
}

const periodJson = ({ period, buckets }: Totals, now: Instant) => ({
  from: iso(period.from),
  to: iso(period.to),
  buckets: buckets.map(({ from, to }) => ({ from: iso(from), to: iso(to), soFar: from <= now && now < to })),
});

function numbersJson(measured: Totals, house: House, narrowed: Narrowed): Pick<SummaryJson, 'metrics' | 'durations'> {
  const { facts, durations, messages, talks } = measured;
  const counted = metrics.filter(isOfFacts).flatMap(({ id }) => {
    const tally = facts.counts.get(id);
    if (!tally) return [];
    const causes = tally.named().map(({ name, ...times }) => ({ cause: name, ...times }));
    return [[id, { ...tally.all(), causes }] as const];
  });
  return {
    metrics: {
      ...Object.fromEntries(counted),
      ...(messages && messageCounts(messages)),
      ...(talks && { bot_talks: talks.of('all'), bot_contained: talks.of('contained') }),
    } as Counts,
    durations: Object.fromEntries(
      [...durations].map(([id, duration]) => [id, { ...durationJson(duration), target: targetJson(id, duration, house, narrowed) }]),
    ),
  };
}

const messageCounts = ({ ways }: Pick<MessageSums, 'ways'>): Partial<Record<MetricId, Times>> => ({
  messages: ways.all(),
  messages_in: ways.of('in'),
  messages_out: ways.of('out'),
});

const durationJson = ({ all, bars, series }: Duration) => ({ ...all, histogram: [...bars], series: [...series] });

const AIMS: Readonly<Record<string, 'firstAnswer' | 'resolution'>> = { first_response: 'firstAnswer', resolution: 'resolution' };

/** The target that counts for all: that of the one team that is looked at, or of every team. */
function targetJson(id: string, { sorted: { values } }: Duration, { targets }: House, { team }: Narrowed) {
  const aim = AIMS[id];
  if (aim === undefined) return null;
  const general = targets.filter(({ priority }) => priority === null);
  const own = team?.length === 1 ? general.find(({ teamId }) => teamId !== null && teamId === team[0])?.[aim] : null;
  const within = own ?? general.find(({ teamId }) => teamId === null)?.[aim];
  if (!within) return null;
  const seconds = milliseconds(within) / 1000;
  return { seconds, within: upTo(values, seconds) };
}

function heatmapJson(heat: readonly (readonly number[])[]): SummaryJson['heatmap'] {
  const cells = heat.flatMap((hours, weekday) => hours.map((tickets, hour) => ({ weekday, hour, tickets })));
  const most = cells.reduce((most, cell) => (cell.tickets > most.tickets ? cell : most));
  return { tickets: heat.map((hours) => [...hours]), most: most.tickets === 0 ? null : most };
}
