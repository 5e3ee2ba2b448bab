import { z } from 'zod';
import { PARAMETER_KINDS } from '../../domain/template';
import { TemplateValues } from './content';
import { Flag, listOf, PageQuery, Time, words } from './shared';

const Parameter = z.object({
  component: z.enum(['header', 'body', 'button']),
  index: z.int().nullable().meta({ description: 'Of a button: its place, from 0.' }),
  name: z.string().meta({ description: 'What stands between the braces.' }),
  kind: z.enum(PARAMETER_KINDS),
  example: z.string().nullable(),
});

const TemplateShape = z
  .object({
    name: z.string(),
    language: z.string(),
    status: z.string().meta({ description: 'The network\u2019s word, in lower case: approved, pending, rejected, paused, disabled …' }),
    category: z.string().nullable(),
    quality: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'Why the network rejected or paused it.' }),
    usable: z.boolean().meta({ description: 'Whether it can be sent now.' }),
    unusable: z
      .enum(['pending', 'rejected', 'paused', 'disabled', 'deleted', 'unknown_status', 'unsupported_parts'])
      .nullable()
      .meta({ description: 'Why not.' }),
    goesAlone: z.boolean().meta({ description: 'Nothing to fill, or the customer\u2019s name alone: it may be the fallback.' }),
    components: z.array(z.unknown()).meta({ description: 'In the network\u2019s own shape.' }),
    parameters: z.array(Parameter).meta({ description: 'Its places to fill, in the order in which it is read.' }),
  })
  .meta({ id: 'Template' });
export type TemplateJson = z.input<typeof TemplateShape>;

export const TemplateSync = z
  .object({
    syncedAt: Time.nullable().meta({ description: 'When the network last told all of them; null = never.' }),
    triedAt: Time.nullable(),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why the last try failed; the former list stays.' }),
    templates: z.int(),
  })
  .meta({ id: 'TemplateSync' });
export type TemplateSyncJson = z.input<typeof TemplateSync>;

export const TemplateList = listOf(TemplateShape).extend({ sync: TemplateSync });

export const TemplatesQuery = PageQuery.extend({
  usable: Flag.optional().meta({ description: '`true`: only those that can be sent now.' }),
  q: z.string().trim().max(256).optional().meta({ description: 'Words of its name or its text.' }),
});

export const TemplateToFill = z.strictObject({ name: words(512), language: words(16), parameters: TemplateValues.default([]) });

export const FilledTemplateShape = z
  .object({
    header: z.string().nullable(),
    text: z.string(),
    footer: z.string().nullable(),
    buttons: z.array(z.string()),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .meta({ description: 'What keeps it from being sent, by place: `body.1`, `header.1`, `button.0.1`.' }),
  })
  .meta({ id: 'FilledTemplate', description: 'A template as the customer would see it.' });
