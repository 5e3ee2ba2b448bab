import { z } from 'zod';
import { Fields, FieldsPatch } from './field';
import { Id, PageQuery, Time, words } from './shared';

const Identity = z.object({ channelId: Id, chatId: Id, key: z.string().meta({ description: 'How the network names this person.' }) });

export const ContactShape = z
  .object({
    id: Id,
    name: z.string().nullable(),
    phone: z.string().nullable().meta({ description: 'Digits.' }),
    username: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    blocked: z.boolean().meta({ description: 'What they write is stored, opens nothing and asks no bot.' }),
    fields: Fields,
    identities: z.array(Identity),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'Contact' });
export type ContactJson = z.input<typeof ContactShape>;

export const ContactsQuery = PageQuery.extend({
  q: z.string().trim().max(256).optional().meta({ description: 'Name, phone or @username.' }),
});
export const ContactPatch = z.strictObject({ name: words(128).nullable().optional(), fields: FieldsPatch.optional() });
