import type { SummaryJson } from '../../src/http/schemas/analytics-summary';
import type { Line } from './csv';

/** Every number of the period as one line: which, of what, from when to when, how much. Durations in seconds. */
export function linesOf(summary: SummaryJson): readonly Line[] {
  const whole = { from: summary.from, to: summary.to };
  return [
    ['metric', 'value', 'of', 'name', 'from', 'to', 'amount'],
    ...counts(summary, whole),
    ...durations(summary, whole),
    ...heat(summary, whole),
    ...messages(summary, whole),
    ...people(summary, whole),
  ];
}

interface Stretch {
  readonly from: string;
  readonly to: string;
}

const line = (metric: string, value: string, of: string, name: string, { from, to }: Stretch, amount: number | null): Line => [
  metric,
  value,
  of,
  name,
  from,
  to,
  amount,
];

const counts = ({ metrics, buckets }: SummaryJson, whole: Stretch): Line[] =>
  Object.entries(metrics).flatMap(([id, count]) =>
    count
      ? [
          line(id, 'count', 'all', '', whole, count.total),
          ...(count.causes ?? []).map(({ cause, total }) => line(id, 'count', 'cause', cause, whole, total)),
          ...buckets.map((bucket, at) => line(id, 'count', 'all', '', bucket, count.series[at] ?? 0)),
        ]
      : [],
  );

const spread = (
  id: string,
  of: string,
  name: string,
  stretch: Stretch,
  values: Readonly<Record<'n' | 'sum' | 'median' | 'p90', number | null>>,
): Line[] => (['n', 'sum', 'median', 'p90'] as const).map((value) => line(id, value, of, name, stretch, values[value]));

const durations = ({ durations: all, buckets }: SummaryJson, whole: Stretch): Line[] =>
  Object.entries(all).flatMap(([id, one]) =>
    one
      ? [
          ...spread(id, 'all', '', whole, one),
          ...one.histogram.map(({ to, n }) => line(id, 'n', 'up_to_seconds', to === null ? '' : String(to), whole, n)),
          ...buckets.flatMap((bucket, at) => (one.series[at] ? spread(id, 'all', '', bucket, one.series[at]) : [])),
        ]
      : [],
  );

const heat = ({ heatmap }: SummaryJson, whole: Stretch): Line[] =>
  (heatmap?.tickets ?? []).flatMap((hours, day) =>
    hours.map((amount, hour) =>
      line('new_tickets', 'count', 'weekday_hour', `${day + 1} ${String(hour).padStart(2, '0')}:00`, whole, amount),
    ),
  );

const messages = ({ messages: all, channels }: SummaryJson, whole: Stretch): Line[] => [
  ...(all?.authors ?? []).map(({ author, direction, total }) => line(`messages_${direction}`, 'count', 'author', author, whole, total)),
  ...(all?.types ?? []).map(({ type, direction, total }) => line(`messages_${direction}`, 'count', 'type', type, whole, total)),
  ...channels.flatMap(({ name, new: added, closed, messagesIn, messagesOut }) => [
    line('new_tickets', 'count', 'channel', name, whole, added),
    line('closed_tickets', 'count', 'channel', name, whole, closed),
    line('messages_in', 'count', 'channel', name, whole, messagesIn),
    line('messages_out', 'count', 'channel', name, whole, messagesOut),
  ]),
];

const people = ({ agents, teams }: SummaryJson, whole: Stretch): Line[] => [
  ...agents.flatMap(({ name, closed, reopened, messages: written, firstResponse, resolution, handle }) => [
    line('closed_tickets', 'count', 'agent', name, whole, closed),
    line('reopened_tickets', 'count', 'agent', name, whole, reopened),
    line('messages_out', 'count', 'agent', name, whole, written),
    ...spread('first_response', 'agent', name, whole, firstResponse),
    ...spread('resolution', 'agent', name, whole, resolution),
    ...spread('handle', 'agent', name, whole, handle),
  ]),
  ...teams.flatMap(({ name, new: added, closed, reopened, firstResponse, resolution }) => [
    line('new_tickets', 'count', 'team', name ?? '', whole, added),
    line('closed_tickets', 'count', 'team', name ?? '', whole, closed),
    line('reopened_tickets', 'count', 'team', name ?? '', whole, reopened),
    ...spread('first_response', 'team', name ?? '', whole, firstResponse),
    ...spread('resolution', 'team', name ?? '', whole, resolution),
  ]),
];
