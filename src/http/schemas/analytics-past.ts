import { z } from 'zod';
import { isZone } from '../../domain/hours';
import { STAGE_COLORS } from '../../domain/stages';
import { Id, listOf, Named, PageQuery, several, Time } from './shared';
import { Status } from './ticket';

/** A moment, with any offset. */
export const Moment = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601, with an offset or Z; not in the future.' });

/** Which tickets count: as they were at that moment. */
export const STOOD = {
  channel: several(Id, 'On any of these channels.'),
  team: several(z.string(), 'In any of these teams then, or `none`.'),
  agent: several(z.string(), 'Held by any of these agents then, or `none`.'),
};

const StageThen = z.object({
  key: z.string(),
  name: z.string().meta({ description: 'Its name then.' }),
  color: z.enum(STAGE_COLORS),
  deletedAt: Time.nullable().meta({ description: 'When it was deleted since; null = it is still there.' }),
  renamedTo: z.string().nullable().meta({ description: 'Its name now, where that is another.' }),
});

/** Where a ticket stands now, whatever moment is looked at. */
const Now = z.object({ status: Status, stage: z.object({ key: z.string(), name: z.string(), color: z.enum(STAGE_COLORS) }) });

const Spoken = z
  .object({
    id: Id,
    direction: z.enum(['in', 'out', 'note']),
    author: z.enum(['customer', 'agent', 'bot', 'system', 'channel_app']),
    type: z.string(),
    text: z.string().meta({ description: 'A preview of at most 160 characters; empty when it was deleted.' }),
    at: Time,
    deleted: z.boolean().meta({ description: 'It was there then, and was deleted since.' }),
  })
  .meta({ description: 'The newest message heard by then.' });

export const CardThen = z
  .object({
    id: Id,
    number: z.int(),
    chatId: Id,
    channel: z.object({ id: Id, kind: z.string(), name: z.string() }),
    contact: z.object({ id: Id, name: z.string().nullable(), address: z.string() }).meta({ description: 'As they were called then.' }),
    createdAt: Time,
    status: Status,
    statusSince: Time,
    stage: StageThen,
    stageSince: Time,
    seconds: z.int().meta({ description: 'In its stage or status (as the board is drawn), up to then.' }),
    assignee: Named.nullable(),
    team: Named.nullable(),
    lastMessage: Spoken.nullable(),
    now: Now.meta({ description: 'Where it stands now.' }),
  })
  .meta({ id: 'TicketThen', description: 'A ticket as it stood at a moment.' });
export type CardThenJson = z.input<typeof CardThen>;

export const BoardQuery = z.strictObject({
  at: Moment.optional().meta({ description: 'Without it, now.' }),
  by: z.enum(['stage', 'status']).default('stage'),
  cards: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(20)
    .meta({ description: 'How many cards of each column; the rest by `/analytics/tickets`.' }),
  ...STOOD,
});

export const BoardShape = z
  .object({
    at: Time,
    by: z.enum(['stage', 'status']),
    open: z.int().meta({ description: 'How many tickets were open.' }),
    statuses: z.array(z.object({ status: Status, tickets: z.int() })).meta({ description: 'The open ones, by status.' }),
    oldestWaitSeconds: z
      .int()
      .nullable()
      .meta({ description: 'How long the oldest ticket of the queue had waited; null = the queue was empty.' }),
    columns: z.array(
      z.object({
        key: z.string().meta({ description: 'The stage\u2019s key, or the status.' }),
        stage: StageThen.nullable().meta({ description: 'null on a board of statuses.' }),
        tickets: z.int(),
        medianSeconds: z
          .int()
          .nullable()
          .meta({ description: 'In this column up to then; null when it is empty, and for closed tickets.' }),
        cards: z
          .array(CardThen)
          .meta({ description: 'The first ones, last to come in first; none of closed tickets, which `/analytics/tickets` lists.' }),
      }),
    ),
  })
  .meta({
    id: 'BoardThen',
    description: 'The tickets as they stood at a moment, in the order of the stages then. Counts include closed ones.',
  });
export type BoardJson = z.input<typeof BoardShape>;

export const HILL_STEPS = ['PT15M', 'PT1H', 'P1D'] as const;

export const HillQuery = z.strictObject({
  from: Moment.optional().meta({ description: 'Without it, seven days before `to`.' }),
  to: Moment.optional().meta({ description: 'Where it ends; now, without it or if that is in the future.' }),
  step: z.enum(HILL_STEPS).default('PT1H'),
  zone: z
    .string()
    .max(64)
    .refine(isZone, 'expected an IANA time zone such as Europe/Lisbon')
    .optional()
    .meta({ description: 'Whose days `P1D` steps by: an IANA time zone; without it the workspace\u2019s.' }),
});

export const HillShape = z
  .object({
    from: Time,
    to: Time,
    step: z.enum(HILL_STEPS),
    points: z.array(z.object({ at: Time, open: z.int() })).meta({ description: 'From `from` on, a step apart; at most 2,000.' }),
  })
  .meta({ id: 'Hill', description: 'How many tickets were open at each step.' });
export type HillJson = z.input<typeof HillShape>;

/** Of `GET /analytics/tickets` without `metric`: every ticket created by then, newest first. */
export const TicketsThenQuery = PageQuery.extend({
  at: Moment.optional().meta({ description: 'Without it, now.' }),
  status: several(Status, 'In any of these statuses then.'),
  stage: several(z.string(), 'In any of these stages then, by key.'),
  ticket: Id.optional().meta({ description: 'Only this one, wherever it stood.' }),
  ...STOOD,
});

export const TicketsThen = listOf(CardThen);
