import { z } from 'zod';
import { Flag, Id, PageQuery, Time } from './shared';

export const MentionShape = z
  .object({
    messageId: Id,
    ticketId: Id,
    ticketNumber: z.int(),
    contactName: z.string().nullable(),
    author: z.object({ id: Id.nullable(), name: z.string().nullable() }),
    text: z.string().meta({ description: 'A preview of the note, of at most 160 characters.' }),
    at: Time,
    seenAt: Time.nullable(),
  })
  .meta({ id: 'Mention', description: 'A note that names you.' });
export type MentionJson = z.input<typeof MentionShape>;

export const MentionsQuery = PageQuery.extend({
  unseen: Flag.optional().meta({ description: '`true`: only those that you have not seen.' }),
});

export const SeenMentions = z.strictObject({ messageIds: z.array(Id.max(64)).min(1).max(200) });
