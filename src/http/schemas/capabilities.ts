import { z } from 'zod';
import { MEDIA_TYPES } from '../../domain/content';

const TextLimit = z.object({ max: z.int(), unit: z.enum(['characters', 'bytes']) });
const ButtonLimits = z.object({
  text: TextLimit,
  most: z.int(),
  title: z.int(),
  id: z.int(),
  idUnit: z.literal('bytes').optional().meta({ description: 'In what ids are counted, if not in characters.' }),
  titlesDiffer: z.boolean(),
});
const ListLimits = z.object({
  text: TextLimit,
  button: z.int(),
  sections: z.int(),
  rows: z.int().meta({ description: 'In all sections together.' }),
  sectionTitle: z.int(),
  title: z.int(),
  id: z.int(),
  description: z.int(),
});

const MediaLimit = z.object({
  most: z.int().meta({ description: 'Bytes of the largest file.' }),
  mostAnimated: z.int().optional().meta({ description: 'Bytes of the largest one that moves, where that differs.' }),
  mimes: z.array(z.string()).meta({ description: 'Types that it takes, without parameters.' }),
  caption: TextLimit.nullable().meta({ description: 'null: words go as a message of their own.' }),
  fileName: TextLimit.nullable().meta({ description: 'null: the network shows no name.' }),
  instead: z.enum(MEDIA_TYPES).optional().meta({ description: 'What a file goes as that is none of these types.' }),
});

export const CapabilitiesShape = z
  .object({
    text: TextLimit.meta({ description: 'Longer words go out as several messages.' }),
    contents: z.array(z.string()),
    choices: z
      .object({ buttons: ButtonLimits.nullable(), list: ListLimits.nullable() })
      .meta({ description: 'null where the network has no such form.' }),
    media: z
      .partialRecord(z.enum(MEDIA_TYPES), MediaLimit)
      .meta({ description: 'By kind of file; one that is missing can\u2019t be sent.' }),
    contacts: z.int().meta({ description: 'Cards in one message.' }),
    template: z
      .object({ parameter: TextLimit, header: z.array(z.enum(MEDIA_TYPES)) })
      .nullable()
      .meta({ description: 'Each parameter of a template, and the kinds of file that can head one; null where there are none.' }),
    replies: z.boolean().meta({ description: 'A message can quote the one that it answers.' }),
    showsFormer: z.boolean().meta({ description: 'What a message said before it was edited may be shown (`Message.former`).' }),
    reactions: z.union([z.literal('any'), z.array(z.string())]),
    startsChats: z.boolean().meta({ description: 'A ticket can be begun by naming an address.' }),
  })
  .meta({ id: 'Capabilities', description: 'What the channel can send. Lengths without a unit are in characters.' });

const Milliseconds = z.int().nullable();

export const WindowShape = z
  .object({ freeText: Milliseconds, humanAgent: Milliseconds, templates: z.boolean() })
  .meta({ description: 'For how many milliseconds after the customer\u2019s last message what may be sent; `freeText` null = always.' });
