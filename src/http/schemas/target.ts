import { z } from 'zod';
import { PRIORITIES } from '../../domain/ticket';
import { Id } from './shared';

const within = (says: string) =>
  z
    .string()
    .nullable()
    .meta({ format: 'duration', description: `${says} null = as a less specific row says.` });

const TargetShape = z
  .strictObject({
    teamId: Id.nullable().meta({ description: 'null = every team.' }),
    priority: z.enum(PRIORITIES).nullable().meta({ description: 'null = every priority.' }),
    firstAnswer: within('From the creation of a ticket.'),
    nextAnswer: within('From the first message that nobody has answered, after the first answer.'),
    resolution: within('From the creation or the last reopening until the close.'),
  })
  .meta({
    id: 'Target',
    description:
      'ISO 8601 durations in working hours of the ticket\u2019s team. Field by field the most specific row decides: team and priority, team, priority, neither.',
  });

export const Targets = z.strictObject({ targets: z.array(TargetShape).max(500) }).meta({ id: 'Targets' });
