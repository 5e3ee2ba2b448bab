import { z } from 'zod';
import { STAGE_COLORS } from '../../domain/stages';
import { Moment } from './analytics-past';
import { Id, several, Time } from './shared';
import { Status } from './ticket';

/** Whose tickets are looked at. */
const WHOSE = {
  channel: several(Id, 'On any of these channels.'),
  team: several(z.string(), 'In any of these teams, or `none`.'),
  agent: several(z.string(), 'Held by any of these agents, or `none`.'),
};

export const StagesQuery = z.strictObject({
  at: Moment.optional().meta({ description: 'A past moment; without it, now.' }),
  ...WHOSE,
});

const stay = {
  tickets: z.int(),
  seconds: z.int().meta({ description: 'How long they have been there, all together: of each the present stay, in whole seconds.' }),
  medianSeconds: z
    .int()
    .nullable()
    .meta({ description: 'The shortest stay that at least half of them do not exceed; null when there are none, and for closed ones.' }),
  p90Seconds: z.int().nullable().meta({ description: 'The same for nine of ten.' }),
};

const shared = {
  tickets: z.int().meta({ description: 'Closed ones, too.' }),
  open: z.int(),
};

const Presence = z.enum(['online', 'away', 'offline']);

export const StagesShape = z
  .object({
    at: Time,
    stages: z
      .array(z.object({ key: z.string(), name: z.string(), color: z.enum(STAGE_COLORS), ...stay }))
      .meta({ description: 'In their order. The tickets of a deleted one count as `open` from its deletion on.' }),
    statuses: z.array(z.object({ status: Status, ...stay })),
    channels: z.array(z.object({ id: Id, kind: z.string(), name: z.string(), ...shared })),
    teams: z.array(z.object({ id: Id.nullable(), name: z.string().nullable(), ...shared })).meta({ description: 'null = no team.' }),
    agents: z
      .array(
        z.object({
          id: Id.nullable(),
          name: z.string().nullable(),
          presence: Presence.nullable().meta({ description: 'Now; null for a past moment and for nobody.' }),
          open: z.int(),
        }),
      )
      .meta({ description: 'Who has open tickets, and everybody who is not offline; null = nobody.' }),
  })
  .meta({ id: 'StagesNow', description: 'How many tickets stand in each stage and status, and for how long.' });
export type StagesJson = z.input<typeof StagesShape>;

export const LiveQuery = z.strictObject({ channel: WHOSE.channel, team: WHOSE.team });

export const LiveShape = z
  .object({
    at: Time,
    open: z.int().meta({ description: 'Open tickets.' }),
    queue: z.object({
      tickets: z.int().meta({ description: 'That wait for an agent; snoozed ones do not.' }),
      oldestSeconds: z.int().nullable().meta({ description: 'How long the oldest of them has waited; null when none does.' }),
    }),
    windowsClosing: z.object({
      tickets: z.int().meta({ description: 'Open ones whose answer window ends within that time.' }),
      withinSeconds: z.int(),
    }),
    agents: z
      .object({ online: z.int(), away: z.int(), offline: z.int() })
      .meta({ description: 'Who is not removed, by presence; of these teams, if some are asked for.' }),
  })
  .meta({ id: 'LiveFigures' });
export type LiveJson = z.input<typeof LiveShape>;
