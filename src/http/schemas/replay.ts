import { z } from 'zod';
import { REPLAY_STATES } from '../../domain/replay/result';
import { STATUSES } from '../../domain/ticket';
import { TIMERS } from '../../domain/time';
import { Overrides, SettingsPatch } from './settings';
import { Id, listOf, Named, Time } from './shared';

const Day = z.string().max(40);
const Channel = z.object({ id: Id, kind: z.string(), name: z.string() });

export const ReplayBody = z.strictObject({
  from: Day.meta({ description: 'The first day, of the workspace\u2019s zone; or a moment.' }),
  to: Day.meta({ description: 'The last day, itself included; or a moment, before which the period ends.' }),
  patch: SettingsPatch,
});

const Figures = z.object({
  tickets: z.int().meta({ description: 'Tickets that were open at any time of the period.' }),
  wentIdle: z.int(),
  closed: z.int(),
  closedByThemselves: z.int().meta({ description: 'Of `closed`: by time, not by a person, a customer\u2019s yes or a routing rule.' }),
  closedBy: z.record(z.string(), z.int()).meta({ description: '`closed` by cause.' }),
  reminded: z.int(),
  backWithinDay: z
    .int()
    .meta({ description: 'Customers who wrote within 24 hours after their ticket had closed by itself; a quiet thank-you is none.' }),
  waitingSeconds: z.int().meta({ description: 'The time that customers waited for an answer, summed.' }),
  queuedSeconds: z.int().meta({ description: 'The time that tickets waited for an agent, summed.' }),
  ticketsPerAgent: z.number().nullable().meta({
    description:
      'Active and proactive tickets that an agent had at a time, on average while online; the median of all agents who were online. null: nobody was.',
  }),
  peakLoad: z.int().meta({ description: 'The most active and proactive tickets that one agent had at the same moment, online or not.' }),
});

export const ReplayShape = z
  .object({
    id: Id,
    state: z.enum(REPLAY_STATES),
    from: Time,
    to: Time.meta({ description: 'Not included.' }),
    patch: SettingsPatch,
    by: z.object({ id: Id.nullable(), name: z.string().nullable() }),
    progress: z.object({ chats: z.int(), done: z.int() }),
    result: z
      .object({
        before: Figures,
        after: Figures,
        differ: z.int().meta({ description: 'Tickets that differ; the first 10,000 of them can be listed.' }),
        estimated: z.int().meta({
          description:
            'Of these, tickets of which something is an estimate: one that the record does not have, or when somebody would have got it.',
        }),
        chats: z.int(),
        unclear: z.int().meta({
          description: 'Chats whose record can\u2019t be reproduced under the rules of then; they count on both sides as they were.',
        }),
      })
      .nullable(),
    createdAt: Time,
    finishedAt: Time.nullable(),
    expiresAt: Time.meta({ description: 'When the result goes.' }),
  })
  .meta({ id: 'Replay', description: 'What a period would have been like under other rules.' });
export type ReplayJson = z.input<typeof ReplayShape>;

const Outcome = z.object({
  status: z.enum(STATUSES).meta({ description: 'At the end of the period.' }),
  openedAt: Time,
  closedAt: Time.nullable(),
  closeCause: z.string().nullable(),
  wentIdle: z.int(),
  closes: z.int(),
  reopens: z.int(),
  waitingSeconds: z.int(),
  queuedSeconds: z.int(),
});

const Difference = z.object({
  ticket: z.object({ id: Id, number: z.int() }).nullable().meta({ description: 'null: it exists only in the replay.' }),
  chatId: Id,
  contactName: z.string().nullable(),
  channel: Channel,
  since: Time.meta({ description: 'The first moment that differs.' }),
  estimated: z.boolean(),
  before: Outcome.nullable().meta({ description: 'null: it would have begun only under the other rules.' }),
  after: Outcome.nullable().meta({ description: 'null: under the other rules there would not have been one.' }),
});

export const ReplayTickets = listOf(Difference).meta({ id: 'ReplayTickets' });
export type DifferenceJson = z.input<typeof Difference>;

/** A change of the settings, or of what one channel does otherwise. */
export const PlanBody = z
  .strictObject({
    patch: SettingsPatch.optional().meta({ description: 'As `PATCH /settings` takes it.' }),
    channelId: Id.optional().meta({ description: 'With `overrides`, instead of `patch`.' }),
    overrides: Overrides.optional().meta({
      description: 'Of the channel, in place of those that it has, as `PATCH /channels/{id}` takes them.',
    }),
  })
  .refine(({ patch, ...ours }) => [ours.channelId, ours.overrides].every((one) => (one === undefined) === (patch !== undefined)), {
    path: ['patch'],
    message: 'expected either `patch`, or `channelId` and `overrides`',
  });

const Touched = z.object({
  id: Id,
  number: z.int(),
  contactName: z.string().nullable(),
  channel: Channel,
  from: z.enum(STATUSES),
  to: z.enum(STATUSES),
  kind: z.enum(TIMERS),
  dueAt: Time.meta({ description: 'When it would have been due under these rules.' }),
  lastCustomerMessageAt: Time.nullable(),
  lastAgentMessageAt: Time.nullable(),
  openedAt: Time,
});

export const PlanShape = listOf(Touched)
  .extend({
    open: z
      .int()
      .nullable()
      .meta({ description: 'How many tickets are open; with `overrides` in that channel. null on further pages, as are the next three.' }),
    tickets: z.int().nullable().meta({ description: 'How many of them would move now.' }),
    redated: z.int().nullable().meta({ description: 'How many others would have another due time.' }),
    moves: z
      .array(
        z.object({
          from: z.enum(STATUSES),
          to: z.enum(STATUSES),
          kind: z.enum(TIMERS),
          tickets: z.int(),
          movesAt: Time.nullable().meta({
            description: 'null: at the next look of the desk; else when it has caught up after a downtime.',
          }),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'Plan', description: 'Which open tickets a change of the settings would move now.' });
export type PlanJson = z.input<typeof PlanShape>;

const Version = z.object({
  at: Time,
  by: Named.nullable().meta({ description: 'null: nobody\u2019s act is known.' }),
  changes: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })),
});

export const VersionList = listOf(Version).meta({ id: 'SettingsVersions' });
export type VersionJson = z.input<typeof Version>;
