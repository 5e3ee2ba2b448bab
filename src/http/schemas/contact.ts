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
    phonebookName: z.string().nullable().meta({ description: 'What the business\u2019s own phone calls them.' }),
    profileName: z.string().nullable().meta({ description: 'What the network calls them, where `name` is the phone book\u2019s.' }),
    fields: Fields,
    identities: z.array(Identity),
    chats: z
      .array(z.object({ chatId: Id, channelId: Id }))
      .meta({ description: 'Every chat that you may see, also one to which no name leads any more.' }),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'Contact' });
export type ContactJson = z.input<typeof ContactShape>;

const AliasShape = z
  .object({
    kind: z.enum(['phone', 'user_id', 'parent_user_id', 'username', 'scoped_id', 'other']),
    value: z.string().meta({ description: 'As the network wrote it.' }),
    channelId: Id,
    chatId: Id,
    since: Time,
    until: Time.nullable().meta({ description: 'Since when it holds no more; null = it does.' }),
    source: z.enum(['heard', 'sent', 'moved', 'typed', 'synced']).nullable().meta({
      description: 'From a message, the answer to one, a change of number or id, a person of the desk, or the phone\u2019s own data.',
    }),
  })
  .meta({ id: 'Alias' });

const MergeShape = z
  .object({
    id: Id,
    contact: z
      .object({ id: Id, name: z.string().nullable(), phone: z.string().nullable(), username: z.string().nullable() })
      .meta({ description: 'Who was found to be this contact.' }),
    by: z.object({ kind: z.string(), id: Id.nullable(), name: z.string().nullable() }),
    at: Time,
    undoneAt: Time.nullable(),
  })
  .meta({ id: 'ContactMerge' });

/** One contact with all that is known of who they are. */
export const ContactDetail = ContactShape.extend({
  aliases: z.array(AliasShape).meta({ description: 'The names that networks have for them: those that hold, then the former ones.' }),
  merges: z.array(MergeShape).meta({ description: 'Who was made one with them, newest first.' }),
}).meta({ id: 'ContactDetail' });
export type ContactDetailJson = z.input<typeof ContactDetail>;

export const DuplicateShape = z
  .object({
    contact: ContactDetail,
    signs: z
      .array(
        z.object({
          kind: z.enum(['phone', 'user_id', 'parent_user_id', 'username', 'scoped_id', 'other', 'moved']),
          value: z.string(),
        }),
      )
      .meta({ description: 'What both are known by; `moved`: the network gave a name of the one to the other.' }),
  })
  .meta({ id: 'Duplicate' });
export type DuplicateJson = z.input<typeof DuplicateShape>;

export const MergeBody = z.strictObject({ contactId: Id.meta({ description: 'Who turns out to be this contact, and is gone then.' }) });
export const UnmergeBody = z.strictObject({
  mergeId: Id.optional().meta({ description: 'Which merge to undo; without it the newest that holds.' }),
  contactId: Id.optional().meta({ description: 'The same by whom to part again.' }),
});

export const ContactsQuery = PageQuery.extend({
  q: z.string().trim().max(256).optional().meta({ description: 'Name, phone or @username.' }),
});
export const ContactPatch = z.strictObject({ name: words(128).nullable().optional(), fields: FieldsPatch.optional() });
