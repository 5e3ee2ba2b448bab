import { z } from 'zod';
import { STATUSES } from '../../domain/ticket';
import { HoursShape } from './hours';
import { Id, Time, words } from './shared';

const AgentIds = z.array(Id).max(1000);

export const TeamShape = z
  .object({
    id: Id,
    name: z.string(),
    hours: HoursShape.nullable().meta({ description: 'When its tickets are given to agents; null = the workspace\u2019s hours.' }),
    open: z.boolean().meta({ description: 'Whether these are its hours now.' }),
    agentIds: z.array(Id),
    openTickets: z.int(),
    channelIds: z.array(Id).meta({ description: 'Channels whose new tickets are its own.' }),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'Team' });
export type TeamJson = z.input<typeof TeamShape>;

export const NewTeam = z.strictObject({ name: words(64), hours: HoursShape.nullable().optional(), agentIds: AgentIds.optional() });
export const TeamPatch = z.strictObject({
  name: words(64).optional(),
  hours: HoursShape.nullable().optional(),
  agentIds: AgentIds.optional().meta({ description: 'In place of its members.' }),
});

export const HandOverBody = z
  .strictObject({ agentId: Id.optional(), teamId: Id.optional(), queue: z.literal(true).optional() })
  .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, {
    message: 'expected exactly one of agentId, teamId and queue',
    path: ['agentId'],
  });

export const HandedOverShape = z
  .object({
    data: z.array(
      z.object({
        ticketId: Id,
        number: z.int(),
        status: z.enum(STATUSES),
        outcome: z.enum(['assigned', 'queued', 'unassigned', 'left']).meta({
          description:
            '`unassigned`: idle and proactive tickets keep their status, and nobody has them. `left`: it was not theirs any more.',
        }),
      }),
    ),
  })
  .meta({ id: 'HandedOver' });
