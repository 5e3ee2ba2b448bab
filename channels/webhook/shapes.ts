import { z } from 'zod';

/** Every shape here is described to integrators as it validates. */
const word = (most: number, says: string) => z.string().min(1).max(most).meta({ description: says });
const id = (says: string) => z.union([z.string().min(1).max(512), z.int()]).meta({ description: says });
const url = z.url({ protocol: /^https?$/ }).max(4096);

/** A moment: ISO 8601, or seconds or milliseconds since 1970. */
const Moment = z
  .union([z.string().meta({ format: 'date-time' }), z.number().positive()])
  .meta({ description: 'ISO 8601, or seconds or milliseconds since 1970. When it is missing, the moment at which the desk hears it.' });

export const Contact = z
  .object({
    id: id('What you call the person; it never changes, and names nobody else.'),
    name: z.string().nullish(),
    phone: z.string().nullish().meta({ description: 'In any form; digits are kept.' }),
    username: z.string().nullish(),
    email: z.string().nullish(),
  })
  .meta({ id: 'WebhookContact', description: 'The customer.' });

const Media = z.object({
  type: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
  url: url.meta({ description: 'Where the desk fetches the file, at once and without signing in. It follows no redirect.' }),
  mime: z.string().max(255).optional(),
  fileName: z.string().max(255).optional(),
  caption: z.string().max(65_536).optional(),
  animated: z.boolean().optional(),
});

const Choice = z.object({ id: word(1024, 'Comes back when it is chosen.'), title: word(1024, 'What people read.') });
const Card = z.object({
  name: z.string().nullish(),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  organisation: z.string().optional(),
});
const Item = z.object({
  productId: z.string(),
  quantity: z.number(),
  price: z.number().nullable().default(null),
  currency: z.string().nullable().default(null),
});

/** Everything that can be said, by its type. */
// biome-ignore format: a table is read in columns
export const CONTENTS = {
  text:         z.object({ type: z.literal('text'), text: z.string() }),
  image:        Media.extend({ type: z.literal('image') }),
  video:        Media.extend({ type: z.literal('video') }),
  audio:        Media.extend({ type: z.literal('audio') }),
  voice:        Media.extend({ type: z.literal('voice') }),
  document:     Media.extend({ type: z.literal('document') }),
  sticker:      Media.extend({ type: z.literal('sticker') }),
  location:     z.object({ type: z.literal('location'), latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), name: z.string().optional(), address: z.string().optional(), url: url.optional() }),
  contacts:     z.object({ type: z.literal('contacts'), contacts: z.array(Card).min(1) }),
  buttons:      z.object({ type: z.literal('buttons'), text: z.string(), buttons: z.array(Choice).min(1) }),
  list:         z.object({ type: z.literal('list'), text: z.string(), button: z.string(), sections: z.array(z.object({ title: z.string().optional(), rows: z.array(Choice.extend({ description: z.string().optional() })) })) }),
  button_reply: z.object({ type: z.literal('button_reply'), id: word(1024, 'The id of the button or row.'), title: z.string(), description: z.string().optional() }),
  form_reply:   z.object({ type: z.literal('form_reply'), data: z.unknown(), name: z.string().optional() }),
  order:        z.object({ type: z.literal('order'), catalogId: z.string().nullable().default(null), text: z.string().default(''), items: z.array(Item) }),
  template:     z.object({ type: z.literal('template'), name: z.string(), language: z.string(), components: z.array(z.unknown()).default([]), words: z.string().optional() }),
  share:        z.object({ type: z.literal('share'), url: url.nullable().default(null), kind: z.string(), title: z.string().optional() }),
  story_reply:  z.object({ type: z.literal('story_reply'), text: z.string(), url: url.nullable().default(null) }),
} as const;

export const Said = z
  .discriminatedUnion('type', Object.values(CONTENTS) as unknown as readonly [typeof CONTENTS.text, typeof CONTENTS.image])
  .meta({
    id: 'WebhookContent',
    description: 'What a message says. A type that is not here is kept as a message that the desk cannot show.',
  });

const replyTo = id('The id of the message that this one answers.').nullish();
const by = z.enum(['customer', 'business']).default('customer').meta({ description: 'Who did it.' });
const messageId = id('The id of the message that it is about.');

/** Whom an event must name. What else stands there, and the time, is taken where it can be read: what was said counts. */
export const Whose = z.object({ contact: z.looseObject({ id: Contact.shape.id }) });

const about = { contact: Contact, at: Moment.nullish() };
/** What names a message: two with one id are the same message. */
export const Named = z.object({ id: id('What you call the message. Two with one id are the same message, which is heard once.') });
/** What stands beside the words of a message. */
export const Spoken = z.object({ replyTo });

/** What happened to a message or a person, by the member that tells it. */
export const DEEDS = {
  edit: z.object({ messageId, by, message: z.looseObject({ type: z.string() }) }),
  deletion: z.object({ messageId, by }),
  reaction: z.object({ messageId, by, emoji: z.string().max(64).nullish().meta({ description: 'null or empty takes it back.' }) }),
  receipt: z.object({
    messageId: id('What you called the message when you took it.').optional(),
    reference: word(512, 'What the desk called it: the `id` that came with it.').optional(),
    upTo: z.boolean().optional().meta({ description: 'Everything sent to this person before it, too.' }),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    error: z
      .object({ code: z.union([z.string(), z.number()]).optional(), message: z.string().optional() })
      .optional()
      .meta({ description: 'Why it failed. A `code` that the desk knows (docs/channels/webhook.md) decides what the agent is advised.' }),
  }),
} as const;

const Speech = z.intersection(Said, Spoken);
const event = (says: string, shape: z.ZodObject) => shape.meta({ description: says });

export const Event = z
  .union([
    event('A customer wrote.', Named.extend({ ...about, message: Speech })),
    event('The business wrote elsewhere: in another app, on a phone.', Named.extend({ ...about, echo: Speech })),
    event('A message has other words now.', z.object({ ...about, edit: DEEDS.edit.extend({ message: Said }) })),
    event('A message was taken back.', z.object({ ...about, deletion: DEEDS.deletion })),
    event('An emoji was put to a message, or taken back.', z.object({ ...about, reaction: DEEDS.reaction })),
    event('What became of a message of the desk.', z.object({ ...about, contact: Contact.nullish(), receipt: DEEDS.receipt })),
    event('The customer is writing. Nothing follows from it.', z.object({ ...about, typing: z.boolean() })),
    event('Somebody is there, or is called otherwise now. No ticket opens.', z.object(about)),
  ])
  .meta({
    id: 'WebhookEvent',
    description: 'One thing that happened. What the desk does not know is recorded, and nothing follows from it.',
  });

/** What a provider POSTs to `/webhooks/{channelId}`. */
export const Told = z
  .union([Event, z.object({ events: z.array(Event).max(1000) })])
  .meta({ id: 'WebhookTold', description: 'One event, or several in the order in which they happened.' });
