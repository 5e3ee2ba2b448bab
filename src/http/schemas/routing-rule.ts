import { z } from 'zod';
import { MOST_RULES } from '../../domain/routing-rules';
import { PRIORITIES } from '../../domain/ticket';
import { Id, Named, Time, words } from './shared';

const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(100);

const When = z
  .strictObject({
    channels: some(Id).optional(),
    words: some(words(256)).optional().meta({ description: 'Whole words of what the customer wrote, without case or accents.' }),
    languages: some(z.string().regex(/^[a-z]{2,3}$/i, 'expected a language such as es'))
      .optional()
      .meta({ description: 'Of what the customer wrote. Where too little is said to be sure, no language fits.' }),
    contact: z
      .strictObject({
        known: z.boolean().optional().meta({ description: 'Whether they have had a ticket before.' }),
        phones: some(z.string().regex(/^\d{1,20}$/, 'expected digits'))
          .optional()
          .meta({ description: 'Beginnings of phone numbers, in digits.' }),
        field: z.strictObject({ key: words(64), value: words(1024) }).optional(),
      })
      .optional(),
    hours: z
      .strictObject({ from: z.string(), to: z.string() })
      .optional()
      .meta({ description: 'Local times of the workspace as HH:MM; 22:00 to 06:00 is the night.' }),
  })
  .meta({ description: 'Everything that is given must hold, any one entry of each.' });

const Then = z.strictObject({
  teamId: Id.optional(),
  priority: z.enum(PRIORITIES).optional(),
  tags: some(words(64)).optional(),
  close: z.literal(true).optional().meta({ description: 'Closes it at once as `unassignable`.' }),
});

const Rule = z.strictObject({ name: words(64), on: z.boolean().default(true), when: When.default({}), then: Then });

export const RuleShape = z.object({ id: Id, name: z.string(), on: z.boolean(), when: When, then: Then }).meta({ id: 'RoutingRule' });
export type RuleJson = z.input<typeof RuleShape>;

export const RuleList = z
  .strictObject({ rules: z.array(Rule.extend({ id: words(64).optional() })).max(MOST_RULES) })
  .meta({ description: 'All of them, in the order in which they are asked; a new one has no id.' });

export const RulesToTry = RuleList.extend({
  tickets: z.int().min(1).max(500).default(200).meta({ description: 'How many of the newest tickets.' }),
});

export const TriedShape = z
  .object({
    tickets: z.int().meta({ description: 'How many were looked at.' }),
    unmatched: z.int().meta({ description: 'No rule fits them.' }),
    differing: z.int().meta({ description: 'Came to another team, or were not closed.' }),
    rules: z.array(z.object({ id: Id, name: z.string(), tickets: z.int(), differing: z.int() })),
    teams: z
      .array(z.object({ team: Named.nullable(), tickets: z.int() }))
      .meta({ description: 'Where they would go, without those closed.' }),
    data: z.array(
      z.object({
        ticket: z.object({ id: Id, number: z.int(), contact: z.string().nullable(), createdAt: Time, team: Named.nullable() }),
        rule: Named.nullable(),
        conditions: z.array(z.string()),
        team: Named.nullable().meta({ description: 'Where it would have gone; `ticket.team` is where it is.' }),
        closes: z.boolean(),
        differs: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RulesTried', description: 'What rules would have made of tickets of the past. Nothing was changed.' });
export type TriedJson = z.input<typeof TriedShape>;
