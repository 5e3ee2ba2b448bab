import { z } from 'zod';
import { LONGEST_REASON, MOST_REASONS } from '../../domain/away-reasons';
import { Presence } from './agent';
import { Time, words } from './shared';

const Day = z.iso.date().meta({ description: 'A local date, YYYY-MM-DD.' });
const Reason = z.string().nullable().meta({ description: '`no_connection`: the desk set it, since no live connection was left.' });
const Spell = z.object({ presence: Presence, reason: Reason, from: Time, to: Time });

export const PresenceQuery = z.strictObject({
  from: Day.optional().meta({ description: 'The first day; without it six days before the last.' }),
  to: Day.optional().meta({ description: 'The last day, counted too; without it today.' }),
  zone: z.string().max(64).optional().meta({ description: 'Whose days: an IANA time zone; without it the workspace\u2019s.' }),
});

export const PresenceTimesShape = z
  .object({
    zone: z.string(),
    days: z.array(
      z.object({
        date: Day,
        from: Time.meta({ description: 'Its midnight.' }),
        to: Time.meta({ description: 'The midnight after it: 23 to 25 hours later where clocks turn.' }),
        times: z.array(z.object({ presence: Presence, reason: Reason, milliseconds: z.int() })).meta({ description: 'Longest first.' }),
        spells: z.array(Spell).meta({ description: 'In order, cut at midnight.' }),
      }),
    ),
  })
  .meta({ id: 'PresenceTimes', description: 'How long somebody was in which presence, for which reason, on each day up to now.' });
export type PresenceTimesJson = z.input<typeof PresenceTimesShape>;

const AwayReason = z.object({ key: z.string(), name: z.string() });

export const AwayReasonsShape = z.object({ data: z.array(AwayReason) });
export const AwayReasonsBody = z
  .strictObject({
    reasons: z.array(z.strictObject({ key: z.string().min(1).max(64).optional(), name: words(LONGEST_REASON) })).max(MOST_REASONS),
  })
  .meta({ description: 'The whole list; one with the key of a former reason is that reason.' });
