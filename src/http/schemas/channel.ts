import { z } from 'zod';
import { REJECTIONS, type Rejection } from '../rejects';
import { CapabilitiesShape, WindowShape } from './capabilities';
import { Overrides } from './settings';
import { Id, listOf, PageQuery, Time, words } from './shared';

const Values = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const ChannelShape = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    config: Values.meta({ description: 'Secrets are masked; a PATCH that sends the mask back leaves them.' }),
    overrides: Overrides,
    botId: Id.nullable().meta({ description: 'The bot that answers while a chat is closed.' }),
    teamId: Id.nullable().meta({ description: 'Whose its new tickets are, unless a routing rule or the bot says otherwise.' }),
    state: z.object({ status: z.enum(['new', 'ok', 'paused']), reason: z.string().nullable(), since: Time }),
    previousSecretUntil: Time.nullable().meta({ description: 'Until then the secret before the present one is taken too.' }),
    webhook: z
      .object({
        url: z.string(),
        verifyToken: z.string().nullable().meta({
          description:
            'What the network shows: to Meta’s question before it calls, with each call of Telegram. null where it shows a signature.',
        }),
        fields: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'What to paste at the provider.' }),
    line: z
      .boolean()
      .meta({ description: 'The desk holds a line to the network open, instead of being called: `GET /channels/{id}/line`.' }),
    trial: z.boolean().meta({ description: 'Its network is the built-in phone; it is gone with the trial.' }),
    history: z
      .object({
        progress: z.int().nullable().meta({ description: 'Percent; 100 = done.' }),
        phase: z.int().nullable(),
        declined: z.object({ code: z.string().nullable(), detail: z.string() }).nullable().meta({ description: 'Why there will be none.' }),
        since: Time,
        updatedAt: Time,
      })
      .nullable()
      .meta({ description: 'How far the history of the business\u2019s phone has been imported; null when none was offered.' }),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'Channel' });
export type ChannelJson = z.input<typeof ChannelShape>;

const BotId = words(64).nullable().meta({ description: 'Who answers while a chat is closed; null = nobody.' });

export const NewChannel = z.strictObject({
  kind: words(64),
  name: words(128),
  config: Values.default({}),
  botId: BotId.optional(),
  overrides: Overrides.optional(),
});

export const ChannelPatch = z.strictObject({
  name: words(128).optional(),
  config: z.record(z.string(), z.union([z.string(), z.array(z.string()).max(100)]).nullable()).optional(),
  botId: BotId.optional(),
  teamId: words(64).nullable().optional(),
  overrides: Overrides.optional(),
});

const ConfigFieldShape = z.object({
  name: z.string(),
  required: z.boolean(),
  secret: z.boolean(),
  choices: z.array(z.string()).nullable(),
  made: z.boolean().meta({ description: 'Made up when it is left empty.' }),
  list: z.boolean().meta({ description: 'Several values: an array, or a text with commas, spaces or lines between them.' }),
  pattern: z
    .object({ source: z.string(), says: z.string() })
    .nullable()
    .meta({ description: 'A regular expression, and the words for when it does not match.' }),
  says: z.string(),
});

export const ChannelKindShape = z
  .object({
    kind: z.string(),
    title: z.string(),
    config: z.array(ConfigFieldShape),
    secretField: z
      .string()
      .nullable()
      .meta({ description: 'The field that signs what the network sends; a new value leaves the former valid for seven days.' }),
    asksLeave: z.boolean().meta({ description: 'It asks with a verify token before it calls the webhook.' }),
    capabilities: CapabilitiesShape,
    window: WindowShape,
  })
  .meta({
    id: 'ChannelKind',
    description: 'A network: the fields of the form that connects an account of it, and what can be sent through it.',
  });
export type ChannelKindJson = z.input<typeof ChannelKindShape>;

const OUTCOMES = ['applied', 'ignored', 'failed', 'unrouted'] as const;

/** A log is counted so far and no further: who has more wants to know that it is many. */
export const MOST_COUNTED = 100_000;

export const WebhookEventShape = z
  .object({
    id: Id,
    channelId: Id,
    account: z.string().nullable(),
    kind: z.string(),
    outcome: z.enum(OUTCOMES),
    reason: z.string().nullable(),
    ticket: z.object({ id: Id, number: z.int() }).nullable().meta({ description: 'What it was about when it was heard.' }),
    raw: z.unknown().meta({ description: 'The provider\u2019s words, as they came.' }),
    heardAt: Time,
    replayedAt: Time.nullable(),
  })
  .meta({ id: 'WebhookEvent' });
export type WebhookEventJson = z.input<typeof WebhookEventShape>;

export const WebhookEventsQuery = PageQuery.extend({ outcome: z.enum([...OUTCOMES, 'rejected']).optional() });

const Happened = z.object({ at: Time, kind: z.string() });

const RejectedGroup = z.object({
  code: z.enum(Object.keys(REJECTIONS) as [Rejection, ...Rejection[]]),
  reason: z.string(),
  count: z.int(),
  lastAt: Time,
  from: z.string().nullable().meta({ description: 'Address of who sent the last of them.' }),
});

export const WebhookShape = z
  .object({
    handshakeAt: Time.nullable().meta({ description: 'When the provider last asked with the right verify token.' }),
    handshakeFailures: z.object({ count: z.int(), lastAt: Time.nullable() }).meta({ description: 'Asked with a wrong one.' }),
    firstEvent: Happened.nullable(),
    lastEvent: Happened.extend({ outcome: z.enum(OUTCOMES) }).nullable(),
    perMinute: z.array(z.int()).meta({ description: 'Events of each of the last 60 minutes, oldest first.' }),
    counts: z
      .object(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, z.int()])) as Record<(typeof OUTCOMES)[number], z.ZodInt>)
      .meta({ description: `Events by outcome; ${MOST_COUNTED} means that or more.` }),
    rejected: z
      .array(RejectedGroup)
      .meta({ description: 'POSTs that this process has refused since it began, by reason, newest first; nothing of them is kept.' }),
    fieldsSeen: z
      .array(z.object({ field: z.string(), lastAt: Time }))
      .meta({ description: 'The fields of which an event has come; up to ten seconds behind where several processes serve.' }),
    previousSecret: z
      .object({ until: Time, lastUsedAt: Time.nullable() })
      .nullable()
      .meta({ description: 'The secret before the present one, while it is taken too.' }),
  })
  .meta({ id: 'Webhook', description: 'How a channel\u2019s webhook is doing.' });
export type WebhookJson = z.input<typeof WebhookShape>;

const Rejected = z.object({ count: z.int(), lastAt: Time.nullable(), reason: z.string().nullable() });

export const WebhookEventList = listOf(WebhookEventShape).extend({
  rejected: Rejected.meta({ description: 'POSTs refused for their signature since this process began; nothing of them is kept.' }),
});
