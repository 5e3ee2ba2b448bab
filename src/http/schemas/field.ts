import { z } from 'zod';
import { FIELD_TYPES, LONGEST_FIELD_TEXT } from '../../domain/fields';
import { words } from './shared';

const Field = z.object({
  name: z.string(),
  of: z.enum(['ticket', 'contact']),
  type: z.enum(FIELD_TYPES),
  choices: z.array(z.string()).meta({ description: 'Of a `choice`; else empty.' }),
});

export const FieldShape = Field.extend({
  key: z.string().meta({ description: 'Made from the first name; never changes.' }),
}).meta({ id: 'Field', description: 'A field of your own, of tickets or of contacts.' });
export type FieldJson = z.input<typeof FieldShape>;

const Key = z.string().regex(/^[a-z0-9_]{1,32}$/, 'expected small letters, digits and _');

export const FieldList = z
  .strictObject({
    fields: z
      .array(
        z.strictObject({
          key: Key.optional().meta({ description: 'Of a field that is there; a new one may leave it out.' }),
          name: words(64),
          of: Field.shape.of,
          type: Field.shape.type,
          choices: z.array(words(128)).max(100).default([]),
        }),
      )
      .max(50),
  })
  .meta({ description: 'All of them, in order: one that is left out is shown no more, and its values are kept.' });

/** Values as tickets and contacts show them. */
export const Fields = z.record(z.string(), z.union([z.string(), z.number()])).meta({ description: 'Values of your own fields, by key.' });

/** A change of values: merged by key. */
export const FieldsPatch = z
  .record(z.string(), z.union([z.string().trim().min(1).max(LONGEST_FIELD_TEXT), z.number(), z.null()]))
  .meta({ description: 'Merged by key; null takes a value away.' });
