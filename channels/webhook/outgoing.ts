import { z } from 'zod';
import { CONTENTS } from './shapes';

export const OurContact = z
  .object({ id: z.string(), phone: z.string().optional() })
  .meta({ id: 'WebhookRecipient', description: 'The customer, as you called them.' });

const File = z.object({
  mime: z.string(),
  bytes: z.int(),
  fileName: z.string().optional(),
  caption: z.string().optional(),
  url: z
    .string()
    .optional()
    .meta({ description: 'Where the file can be fetched for six hours without signing in; when the desk has a PUBLIC_URL.' }),
  data: z.string().optional().meta({ description: 'The file itself in base64; when it has none.' }),
});

/** What the desk has to say, by its type. */
export const OUTGOING = z
  .discriminatedUnion('type', [
    CONTENTS.text,
    File.extend({ type: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']) }),
    CONTENTS.location,
    CONTENTS.contacts,
    CONTENTS.buttons,
    CONTENTS.list,
  ])
  .meta({ id: 'WebhookOutgoing', description: 'What the desk says.' });

const theirs = z
  .string()
  .meta({ description: 'The id of the message: yours, or of what the desk sent the one that you answered with, else the desk’s.' });

/** Everything that the desk POSTs to `outboundUrl`, by name. */
// biome-ignore format: a table is read in columns
export const TELLS = {
  message:  { says: 'A message for a customer.', shape: z.object({ id: z.string().meta({ description: 'What the desk calls it; also the `webhook-id`, the same however often it is sent.' }), contact: OurContact, author: z.enum(['agent', 'bot', 'system']), message: z.intersection(OUTGOING, z.object({ replyTo: theirs.optional() })) }) },
  reaction: { says: 'Somebody here put an emoji to a message, or took it back (null).', shape: z.object({ contact: OurContact, reaction: z.object({ messageId: theirs, emoji: z.string().nullable() }) }) },
  read:     { says: 'Everything up to this message was read.', shape: z.object({ contact: OurContact, read: z.object({ messageId: theirs }) }) },
  typing:   { says: 'An answer is being written; for some seconds.', shape: z.object({ contact: OurContact, typing: z.literal(true) }) },
  ping:     { says: 'Whether you are there, and know the secret: every hour, and when the channel is saved.', shape: z.object({ ping: z.literal(true) }) },
} as const;

/** What may be answered to a message. */
export const Taken = z
  .object({
    id: z
      .union([z.string(), z.int()])
      .optional()
      .meta({ description: 'What you call the message. Without it, receipts name it by the desk’s id.' }),
  })
  .meta({ id: 'WebhookTaken' });

/** How a message may be refused, with a status of 4xx. */
export const Refused = z.object({ error: z.object({ code: z.string().optional(), message: z.string().optional() }) }).meta({
  id: 'WebhookRefused',
  description: 'A `code` that the desk knows (docs/channels/webhook.md) decides what the agent is advised; `message` is shown to agents.',
});
