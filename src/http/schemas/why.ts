import { z } from 'zod';
import { TIMERS } from '../../domain/time';
import { Id, PassedOver, Time } from './shared';

export const WhyShape = z
  .object({
    ticketId: Id,
    number: z.int(),
    zone: z.string().meta({ description: 'The workspace\u2019s time zone: the clock of the sentences.' }),
    story: z.array(
      z.object({
        seq: z.int().meta({ description: 'Of the event.' }),
        at: Time,
        cause: z.string(),
        row: z.string().nullable().meta({ description: 'Of the transition table, when the status changed.' }),
        says: z.string(),
        passedOver: PassedOver,
      }),
    ),
    now: z.string().meta({ description: 'How it stands.' }),
    next: z
      .array(z.object({ kind: z.enum(TIMERS), dueAt: Time, says: z.string() }))
      .meta({ description: 'What time will do, soonest first.' }),
    text: z.string().meta({ description: 'All of it, a line each.' }),
  })
  .meta({ id: 'Why', description: 'What happened to a ticket and why, in sentences, from its decision records.' });
export type WhyJson = z.input<typeof WhyShape>;
