import { z } from 'zod';
import { words } from './shared';

const content = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z
      .string()
      .max(4000)
      .refine((said) => said.trim() !== '', 'can’t be empty'),
  }),
  z.strictObject({ type: z.literal('button_reply'), id: words(256), title: z.string().max(256) }),
  z.strictObject({ type: z.enum(['image', 'video', 'audio', 'document']), mediaId: words(64), caption: z.string().max(1000).optional() }),
]);

export const PageSession = z.strictObject({ token: z.string().max(512).nullish() });

export const PageProof = z.strictObject({
  externalId: words(191),
  name: z.string().max(200).nullish(),
  email: z.string().max(254).nullish(),
  signature: z.string().max(128).default(''),
});

export const PageMessage = z.strictObject({
  clientId: z.string().regex(/^[\w-]{1,64}$/, 'expected 1 to 64 letters, digits, - and _'),
  content,
  replyTo: words(64).nullish(),
});

export const PageSeen = z.strictObject({ rev: z.string().max(2048) });

export const PageMessages = z.strictObject({
  after: z.string().max(2048).optional(),
  before: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const PageUpload = z.strictObject({ name: z.string().max(255).optional() });

const file = z.object({
  mediaId: z.string(),
  mime: z.string(),
  bytes: z.number(),
  fileName: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

export const PageFile = file.meta({ id: 'PageFile', description: 'An upload of a visitor: theirs alone until it is part of a message.' });

export const PageConfig = z
  .object({
    title: z.string().nullable(),
    color: z.string().nullable(),
    position: z.string().nullable(),
    language: z.string().nullable(),
    greeting: z.string().nullable(),
    greetAfter: z.number().nullable().meta({ description: 'Seconds.' }),
    offlineText: z.string().nullable(),
    online: z.boolean().meta({ description: 'Somebody is there to answer: within working hours, and online.' }),
    limits: z.object({ text: z.number(), file: z.object({ most: z.number(), mimes: z.array(z.string()) }) }),
  })
  .meta({ id: 'PageConfig', description: 'How a web chat looks, and what it takes.' });

const rev = z.string().meta({ description: 'How far it goes: opaque, to be given back.' });

export const PageVisitorSession = z
  .object({
    token: z.string().meta({ description: 'As `Authorization: Bearer`, and as the second subprotocol of the socket.' }),
    visitor: z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable(), isKnown: z.boolean() }),
    rev,
  })
  .meta({ id: 'PageSession', description: 'Who writes on a page.' });

export const PageMessageShape = z
  .object({
    id: z.string(),
    rev: z.number().meta({ description: 'Of two versions of one message the higher is the newer.' }),
    by: z.enum(['visitor', 'agent', 'bot', 'system']),
    name: z.string().nullable(),
    content: z.unknown().meta({ description: 'As `Content`; null once it was taken back.' }),
    replyTo: z.string().nullable(),
    sentAt: z.string(),
    editedAt: z.string().nullable(),
    deletedAt: z.string().nullable(),
    clientId: z.string().nullable(),
    state: z.enum(['sent', 'read']).nullable().meta({ description: 'Of their own: whether somebody of the desk has read it.' }),
  })
  .meta({ id: 'PageMessage', description: 'A message as the visitor may read it.' });

export const PageMessageList = z.object({
  messages: z.array(PageMessageShape),
  rev,
  more: z.boolean(),
  readTo: z.string().nullable().meta({ description: 'Their newest message that somebody of the desk has read.' }),
});
