import { z } from 'zod';
import { EVENT_TYPES } from '../../domain/events';
import { DELIVERY_ORDER } from '../../domain/message';
import { ADVICE } from '../../domain/problems';
import { ContentShape, Sendable } from './content';
import { Id, Named, PageQuery, PassedOver, Time, words } from './shared';
import { Status } from './ticket';

const AuthorKind = z.enum(['customer', 'agent', 'bot', 'system', 'channel_app']);

const DeliveryError = z.object({
  code: z.string(),
  providerCode: z.string().nullable(),
  detail: z.string(),
  retryable: z.boolean().meta({ description: 'The same message, sent again, may go.' }),
  advice: z.enum(ADVICE).nullable().meta({ description: 'What helps.' }),
  reason: z.string().nullable().meta({ description: 'Which case of the code it is.' }),
  notBefore: Time.nullable().meta({ description: 'Before then the same would be refused again.' }),
});

const Attempt = z.object({
  attempt: z.int(),
  at: Time,
  endedAt: Time,
  outcome: z.enum(['postponed', 'failed', 'uncertain', 'sent', 'decided']),
  error: DeliveryError.nullable(),
  by: Named.nullable().meta({ description: 'Who asked for it, or decided; null = the desk by itself.' }),
});

const Delivery = z.object({
  status: z.enum([...DELIVERY_ORDER, 'failed']),
  attempts: z.int(),
  error: DeliveryError.nullable(),
  nextAttemptAt: Time.nullable().meta({ description: 'While it is queued: not before then, as far as is known.' }),
  twice: z.boolean().meta({ description: 'Somebody had it sent again, and it arrived both times.' }),
  history: z.array(Attempt).meta({ description: 'The attempts that did not simply succeed, oldest first; the newest 20.' }),
});

const Mark = z.literal(true).optional();
const Text = z.string().nullable();

const Referral = z.object({
  source: z.enum(['ad', 'post', 'link', 'other']),
  id: Text.meta({ description: 'Of the advertisement or post, at the network.' }),
  url: Text,
  title: Text,
  text: Text,
  ref: Text.meta({ description: 'The word that whoever made the link put in it.' }),
  clickId: Text.meta({ description: 'By which the network knows the click again.' }),
});

const ContextShape = z
  .object({
    forwarded: Mark,
    frequentlyForwarded: Mark,
    referral: Referral.optional().meta({ description: 'The advertisement, post or link by which the person came.' }),
    product: z.object({ catalogId: Text, productId: Text }).optional().meta({ description: 'What of the catalogue it is about.' }),
    story: z.object({ id: Text }).optional().meta({ description: 'The story of ours that it answers.' }),
    contactRequested: Mark.meta({ description: 'The card is the person\u2019s own: they were asked for it.' }),
    missed: Mark.meta({ description: 'It came while the desk had no line to the network, and was fetched later; no bot answered it.' }),
    likeHeart: Mark,
  })
  .meta({ id: 'MessageContext', description: 'What a message came with besides its words.' });

export const MessageShape = z
  .object({
    id: Id,
    seq: z.int().meta({ description: 'The order in which the chat stored it; never changes.' }),
    rev: z.int().meta({ description: 'The chat\u2019s change counter, new with every change of the message.' }),
    chatId: Id,
    ticketId: Id.nullable(),
    direction: z.enum(['in', 'out', 'note']),
    author: z.object({ kind: AuthorKind, id: Id.nullable(), name: z.string().nullable() }),
    content: ContentShape,
    context: ContextShape.nullable(),
    replyTo: Id.nullable(),
    reactions: z.array(z.object({ by: z.enum(['customer', 'business']), emoji: z.string(), at: Time })),
    sentAt: Time,
    heardAt: Time,
    editedAt: Time.nullable(),
    deletedAt: Time.nullable(),
    deletedBy: z.enum(['customer', 'business']).nullable(),
    importedAt: Time.nullable().meta({
      description: 'When it came with the history of the business\u2019s phone; null for what was news.',
    }),
    delivery: Delivery.nullable(),
    providerMessageId: z.string().nullable(),
    mentions: z.array(Named).optional().meta({ description: 'Of notes alone: the agents whom it names, as they were called then.' }),
    former: z
      .array(z.object({ content: ContentShape, until: Time }))
      .optional()
      .meta({ description: 'What it said before it was edited, oldest first; absent where the network wants that hidden.' }),
  })
  .meta({ id: 'Message' });
export type MessageJson = z.input<typeof MessageShape>;

export const MessagesQuery = PageQuery.extend({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: 'A `rev`: all heard or changed since, by rev. Without it: newest first.' }),
});

export const NewMessage = z.strictObject({
  content: Sendable,
  replyTo: Id.nullable().optional(),
  seen: z.int().min(0).optional().meta({
    description: 'The newest `seq` of the chat that the writer had on the screen. A colleague\u2019s newer message: 409 `newer_message`.',
  }),
  confirmed: z.boolean().optional().meta({ description: 'Send it all the same.' }),
});
export const Again = z.strictObject({
  evenIfSent: z.boolean().optional().meta({ description: 'Send it although it may have arrived.' }),
});
export const Seen = z.strictObject({ sent: z.literal(true).meta({ description: 'It was seen to have arrived.' }) });
export const NewReaction = z.strictObject({
  emoji: z.string().min(1).max(64).nullable().meta({ description: 'One emoji; null takes it back.' }),
});
export const NewNote = z.strictObject({
  text: words(16_384),
  mentions: z.array(Id).max(50).optional().meta({ description: 'Ids of agents whom it names; each may see the ticket.' }),
});

const changeOf = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value });

const Decision = z.object({
  rule: z.string(),
  facts: z.record(z.string(), z.unknown()),
  passedOver: PassedOver.optional(),
});

export const EventShape = z
  .object({
    seq: z.int(),
    type: z.enum(EVENT_TYPES),
    cause: z.string(),
    actor: z.object({
      kind: z.enum(['customer', 'agent', 'admin', 'system', 'bot', 'channel_app']),
      id: Id.nullable(),
      name: z.string().nullable(),
    }),
    at: Time,
    from: Status.nullable().meta({ description: 'The status before, when it changed.' }),
    to: Status.nullable(),
    status: changeOf(Status.nullable()).nullable(),
    stage: changeOf(z.string().nullable()).nullable(),
    assignee: changeOf(Named.nullable()).nullable(),
    decision: Decision.nullable().meta({ description: 'Why an automatic act was taken.' }),
    data: z.record(z.string(), z.unknown()).nullable().meta({ description: 'Further facts: the fields that changed, writtenBeforeClose.' }),
  })
  .meta({ id: 'TicketEvent' });
export type EventJson = z.input<typeof EventShape>;
