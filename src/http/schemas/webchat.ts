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
