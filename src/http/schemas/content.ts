import { z } from 'zod';
import { MEDIA_PROBLEMS, MEDIA_STATES, MEDIA_TYPES } from '../../domain/content';
import { words } from './shared';

const text = z.object({ type: z.literal('text'), text: z.string() });
const location = z.object({
  type: z.literal('location'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
});
const card = z.object({
  name: z.string().nullable(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  organisation: z.string().optional(),
});
const contacts = z.object({ type: z.literal('contacts'), contacts: z.array(card) });
const button = z.object({ id: z.string(), title: z.string() });
const buttons = z.object({ type: z.literal('buttons'), text: z.string(), buttons: z.array(button) });
const row = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const section = z.object({ title: z.string().optional(), rows: z.array(row) });
const list = z.object({ type: z.literal('list'), text: z.string(), button: z.string(), sections: z.array(section) });
const template = z.object({
  type: z.literal('template'),
  name: z.string(),
  language: z.string(),
  components: z.array(z.unknown()),
  words: z.string().optional().meta({ description: 'What the customer sees.' }),
  buttons: z.array(z.string()).optional(),
});
const item = z.object({ productId: z.string(), quantity: z.number(), price: z.number().nullable(), currency: z.string().nullable() });

const media = z.object({
  type: z.enum(MEDIA_TYPES),
  mediaId: z.string().meta({ description: 'The file is at `GET /media/{id}`, the small picture of it at `GET /media/{id}/preview`.' }),
  mime: z.string(),
  bytes: z.number().meta({ description: '0 until the file is here.' }),
  fileName: z.string().optional(),
  caption: z.string().optional(),
  animated: z.boolean().optional(),
  state: z.enum(MEDIA_STATES).meta({
    description: '`waiting` to be fetched, `ready`, `failed` to come (`POST /media/{id}/fetch` tries again), `gone` with its message.',
  }),
  width: z.number().optional(),
  height: z.number().optional(),
  preview: z.boolean().optional().meta({ description: 'Whether there is a small picture of it.' }),
  problem: z.enum(MEDIA_PROBLEMS).optional().meta({ description: 'Why it is not here, or why there is no small picture of it.' }),
});

/** What a stored message says. */
export const ContentShape = z
  .discriminatedUnion('type', [
    text,
    media,
    location.extend({ url: z.string().optional().meta({ description: 'A page about the place.' }) }),
    contacts,
    buttons,
    list,
    z.object({ type: z.literal('button_reply'), id: z.string(), title: z.string(), description: z.string().optional() }),
    z.object({ type: z.literal('form_reply'), data: z.unknown(), name: z.string().optional() }),
    z.object({ type: z.literal('order'), catalogId: z.string().nullable(), text: z.string(), items: z.array(item) }),
    template,
    z.object({
      type: z.literal('share'),
      url: z.string().nullable(),
      kind: z.string(),
      title: z.string().optional(),
      media: media
        .optional()
        .meta({ description: 'What is shared, fetched because its link dies. A story of somebody else stays for a day.' }),
    }),
    z.object({ type: z.literal('story_reply'), text: z.string(), url: z.string().nullable(), media: media.optional() }),
    z.object({ type: z.literal('unsupported'), kind: z.string(), raw: z.unknown() }),
  ])
  .meta({ id: 'Content', description: 'What a message says.' });

export const TemplateValues = z
  .array(
    z.strictObject({
      component: z.enum(['header', 'body', 'button']).default('body'),
      index: z.int().min(0).max(9).optional().meta({ description: 'Which button, from 0.' }),
      name: words(128).default('1').meta({ description: 'What stands between the braces: 1, 2 … or a word.' }),
      value: z.string().max(32_768).optional(),
      mediaId: words(64).optional().meta({ description: 'The file of a header.' }),
    }),
  )
  .max(100)
  .meta({ description: 'What the places of the template are filled with.' });

const title = words(256);
const choice = z.strictObject({ id: words(256), title });

/** What can be sent. What each network has and takes is looked at after this, by its channel. */
export const Sendable = z
  .discriminatedUnion('type', [
    text
      .extend({
        text: z
          .string()
          .max(65_536)
          .refine((said) => said.trim() !== '', 'can\u2019t be empty'),
      })
      .strict(),
    z.strictObject({
      type: z.enum(MEDIA_TYPES),
      mediaId: words(64).meta({ description: 'What `POST /media` answered, or a file of a chat that you see.' }),
      caption: z.string().max(65_536).optional().meta({ description: 'Where the network has none, it follows as a text.' }),
      fileName: words(255).optional(),
      mime: z.string().optional().meta({ description: 'The desk knows it already: what is said here changes nothing.' }),
      bytes: z.int().optional(),
    }),
    location.strict(),
    z.strictObject({ type: z.literal('contacts'), contacts: z.array(card.strict()).min(1).max(257) }),
    z.strictObject({ type: z.literal('buttons'), text: words(65_536), buttons: z.array(choice).min(1).max(20) }),
    z.strictObject({
      type: z.literal('list'),
      text: words(65_536),
      button: title,
      sections: z
        .array(z.strictObject({ title: title.optional(), rows: z.array(choice.extend({ description: words(256).optional() })).min(1) }))
        .min(1),
    }),
    z.strictObject({
      type: z.literal('template'),
      name: words(512),
      language: words(16),
      components: z
        .array(z.unknown())
        .max(50)
        .default([])
        .meta({ description: 'In the network\u2019s own shape, instead of `parameters`.' }),
      parameters: TemplateValues.optional(),
    }),
  ])
  .meta({
    id: 'SendableContent',
    description:
      'What can be sent. Words that are too long for the network go out as several messages; choices take the form that it has; what it can\u2019t take is refused with its limit.',
  });
