import { z } from 'zod';
import { METRIC_IDS } from '../../domain/figures/metrics';
import { GROUPS } from '../../domain/figures/periods';
import { Flag, Id, listOf, PageQuery, several, Time, words } from './shared';
import { Status } from './ticket';

/** What of a period is looked at. `from` and `to` are days, `YYYY-MM-DD`, both included; or moments, the second not included. */
const PERIOD = {
  from: z.string().max(40).meta({ description: 'The first day, `YYYY-MM-DD`; or a moment with an offset.' }),
  to: z.string().max(40).meta({ description: 'The last day, included; or a moment, not included.' }),
  zone: words(64).optional().meta({ description: 'Whose days and hours: an IANA time zone; without it the workspace\u2019s.' }),
  channel: several(Id, 'On any of these channels.'),
  team: several(z.string(), 'Of any of these teams, or `none`.'),
  agent: several(z.string(), 'Of any of these agents, or `none`.'),
};

const Hours = z
  .enum(['all', 'business'])
  .default('all')
  .meta({ description: 'Durations by the clock, or only the working hours of each ticket\u2019s team.' });

export const SummaryQuery = z.strictObject({
  ...PERIOD,
  from: PERIOD.from.optional().meta({ description: 'The first day, `YYYY-MM-DD`, or a moment with an offset; without it six days ago.' }),
  to: PERIOD.to.optional().meta({ description: 'The last day, included, or a moment, not included; without it today.' }),
  group: z.enum(GROUPS).default('day').meta({ description: 'Weeks begin on Monday. At most 1,500 groups.' }),
  hours: Hours,
  compare: Flag.optional().meta({
    description:
      'Also the period before: as many days, or as many calendar months when the period is whole months; of a period that still runs as much of the one before as has passed of it.',
  }),
});

export const MetricRow = z.object({
  id: z.enum(METRIC_IDS),
  unit: z.enum(['tickets', 'seconds', 'messages', 'conversations']),
  says: z.string().meta({ description: 'What it counts.' }),
  when: z.enum(['period', 'now']),
  narrowedBy: z.array(z.enum(['channel', 'team', 'agent'])),
  byCause: z.boolean(),
  businessHours: z.boolean(),
  bounds: z.array(z.int()).nullable().meta({ description: 'Upper ends of its histogram, in seconds.' }),
  tickets: z.boolean().meta({ description: 'Whether `GET /analytics/tickets?metric=` lists what it is made of.' }),
});
export type MetricRowJson = z.input<typeof MetricRow>;
export const MetricRows = z.object({ data: z.array(MetricRow) });

const series = z.array(z.int()).meta({ description: 'One for each bucket.' });

const Count = z.object({
  total: z.int(),
  series,
  causes: z
    .array(z.object({ cause: z.string(), total: z.int(), series }))
    .optional()
    .meta({ description: 'The most frequent first.' }),
});

const spread = {
  n: z.int().meta({ description: 'How many values.' }),
  sum: z.int(),
  median: z.int().nullable().meta({ description: 'The smallest value with at least half of them at or below it; null = none.' }),
  p90: z.int().nullable(),
};
const Spread = z.object(spread).meta({ description: 'In seconds.' });

const Duration = z.object({
  ...spread,
  histogram: z.array(z.object({ to: z.int().nullable().meta({ description: 'Seconds, included; null = longer than all.' }), n: z.int() })),
  series: z.array(z.object(spread)).meta({ description: 'One for each bucket.' }),
  target: z
    .object({ seconds: z.int(), within: z.int().meta({ description: 'How many values are not longer.' }) })
    .nullable()
    .meta({ description: 'Of `first_response` and `resolution`: the target that counts for every priority, if there is one.' }),
});

const Bucket = z.object({ from: Time, to: Time, soFar: z.boolean().meta({ description: 'It has not ended yet.' }) });

const period = { from: Time, to: Time.meta({ description: 'Its end, not included.' }), buckets: z.array(Bucket) };

const byId = <Value extends z.ZodType>(value: Value) => z.partialRecord(z.enum(METRIC_IDS), value);

const Before = z.object({
  ...period,
  metrics: byId(Count),
  durations: byId(Duration),
});

const SpreadPair = { firstResponse: Spread, resolution: Spread };

export const SummaryShape = z
  .object({
    ...period,
    zone: z.string(),
    group: z.enum(GROUPS),
    hours: z.enum(['all', 'business']),
    soFar: z.boolean().meta({ description: 'The period has not ended yet.' }),
    metrics: byId(Count).meta({
      description: 'By the ids of `GET /analytics/metrics`. One that can\u2019t be narrowed as asked is absent.',
    }),
    durations: byId(Duration),
    heatmap: z
      .object({
        tickets: z.array(z.array(z.int())).meta({ description: 'New tickets: seven days from Monday, each of 24 hours.' }),
        most: z.object({ weekday: z.int().meta({ description: '0 = Monday.' }), hour: z.int(), tickets: z.int() }).nullable(),
      })
      .nullable()
      .meta({ description: 'When they come, in the zone; null when looking at some agents only.' }),
    agents: z
      .array(
        z.object({
          id: Id,
          name: z.string(),
          removed: z.boolean(),
          closed: z.int(),
          reopened: z.int(),
          messages: z.int().nullable().meta({ description: 'That they wrote; null when looking at some teams only.' }),
          ...SpreadPair,
          handle: Spread,
        }),
      )
      .meta({ description: 'Who closed, answered or wrote: closed, handle and resolution by who had the ticket when it closed.' }),
    teams: z.array(
      z.object({
        id: Id.nullable().meta({ description: 'null = no team.' }),
        name: z.string().nullable(),
        deleted: z.boolean(),
        new: z.int(),
        closed: z.int(),
        reopened: z.int(),
        ...SpreadPair,
      }),
    ),
    channels: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        name: z.string(),
        new: z.int(),
        closed: z.int(),
        messagesIn: z.int().nullable(),
        messagesOut: z.int().nullable(),
      }),
    ),
    messages: z
      .object({
        authors: z
          .array(
            z.object({
              author: z.enum(['customer', 'agent', 'bot', 'system', 'channel_app']),
              direction: z.enum(['in', 'out']),
              total: z.int(),
              series,
            }),
          )
          .meta({ description: 'By who wrote them.' }),
        types: z
          .array(z.object({ type: z.string(), direction: z.enum(['in', 'out']), total: z.int() }))
          .meta({ description: 'By what they hold.' }),
      })
      .nullable()
      .meta({ description: 'null when looking at some teams only: messages are not counted by team.' }),
    bot: z
      .object({
        talks: z.int(),
        contained: z.int().meta({ description: 'Talks that became no ticket.' }),
        handOffs: z.array(z.object({ cause: z.string(), tickets: z.int() })),
      })
      .nullable()
      .meta({ description: 'null when looking at some teams or agents only.' }),
    before: Before.optional().meta({
      description: 'The period before, as a whole; while the period runs up to the same time of the same day, and `to` says up to when.',
    }),
  })
  .meta({ id: 'AnalyticsSummary' });
export type SummaryJson = z.input<typeof SummaryShape>;

const Seconds = z.coerce.number().int().min(0);

/** Of `GET /analytics/tickets` with `metric`. */
export const MetricTicketsQuery = PageQuery.extend({
  ...PERIOD,
  metric: z.enum(METRIC_IDS).meta({ description: 'Behind which number: one that is counted over a period.' }),
  hours: Hours,
  cause: z.string().max(64).optional().meta({ description: 'Only what has this cause.' }),
  over: Seconds.optional().meta({ description: 'Only durations of more seconds than this: with `upTo` one bar of a histogram.' }),
  upTo: Seconds.optional().meta({ description: 'Only durations of at most so many seconds.' }),
  weekday: z.coerce.number().int().min(0).max(6).optional().meta({ description: 'With `hour`: only on this day of the week, 0 = Monday.' }),
  hour: z.coerce
    .number()
    .int()
    .min(0)
    .max(23)
    .optional()
    .meta({ description: 'With `weekday`: only in this hour of the zone\u2019s day.' }),
});

/** One thing that a number counts. A ticket that was closed twice in the period stands there twice. */
export const MetricTicket = z.object({
  at: Time.meta({ description: 'When it counts.' }),
  value: z.int().nullable().meta({ description: 'Seconds, where the number is made of durations.' }),
  cause: z.string().nullable(),
  chatId: Id,
  contact: z.object({ id: Id, name: z.string().nullable(), address: z.string().nullable() }).nullable(),
  agent: z.object({ id: Id, name: z.string() }).nullable(),
  ticket: z
    .object({ id: Id, number: z.int(), status: Status, stage: z.string(), createdAt: Time, closedAt: Time.nullable(), channelId: Id })
    .nullable()
    .meta({ description: 'As it is now; null = a conversation of the bot that became none.' }),
});
export type MetricTicketJson = z.input<typeof MetricTicket>;
export const MetricTickets = listOf(MetricTicket);
