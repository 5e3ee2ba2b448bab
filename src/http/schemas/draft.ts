import { z } from 'zod';
import { Id, Time } from './shared';

const Draft = z.object({
  text: z.string(),
  replyTo: Id.nullable().meta({ description: 'The message that the reply answers.' }),
  updatedAt: Time,
});

export const DraftsShape = z
  .object({ reply: Draft.nullable(), note: Draft.nullable() })
  .meta({ id: 'Drafts', description: 'What you have begun to write in a ticket; null where there is nothing.' });
export type DraftsJson = z.input<typeof DraftsShape>;

export const NewDraft = z.strictObject({
  text: z.string().max(16_000).meta({ description: 'Empty: no draft any more.' }),
  note: z.boolean().default(false).meta({ description: 'Of a note; otherwise of a reply.' }),
  replyTo: Id.max(64).nullable().default(null),
  socket: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Id of the live connection that wrote it, and so is not told `draft.changed`.' }),
});

export const DraftTickets = z.object({ ticketIds: z.array(Id) }).meta({ description: 'Newest draft first, at most 1000.' });
