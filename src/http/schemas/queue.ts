import { z } from 'zod';
import { listOf, PageQuery, PassedOver, Time, words } from './shared';
import { TicketShape } from './ticket';

export const QueueEntry = z
  .object({
    place: z
      .int()
      .meta({ description: '1 = the next. Counted over the whole queue, or that of the team, also over what the caller can\u2019t see.' }),
    waitingSince: Time.meta({ description: 'Since when it is in the queue.' }),
    seconds: z.int().meta({ description: 'For how long, now.' }),
    ticket: TicketShape,
    why: z
      .object({
        rule: z.enum(['nobody_free', 'outside_hours', 'waits_for_last_agent', 'manual', 'about_to_be_given']),
        words: z.string(),
        facts: z.record(z.string(), z.unknown()),
        passedOver: PassedOver,
      })
      .meta({ description: 'Why it is not assigned yet.' }),
  })
  .meta({ id: 'QueueEntry' });
export type QueueEntryJson = z.input<typeof QueueEntry>;

export const QueueQuery = PageQuery.extend({ team: words(64).optional().meta({ description: 'Of one team.' }) });

export const Queue = listOf(QueueEntry).extend({
  total: z.int().meta({ description: 'How many of them the caller may see.' }),
  oldestSince: Time.nullable().meta({ description: 'Since when the oldest of these waits.' }),
});
