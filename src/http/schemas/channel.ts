import { z } from 'zod';
import { Overrides } from './settings';
import { Id, listOf, PageQuery, Time, words } from './shared';

const Values = z.record(z.string(), z.string());

export const ChannelShape = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    config: Values.meta({ description: 'Secrets are masked; a PATCH that sends the mask back leaves them.' }),
    overrides: Overrides,
    botId: Id.nullable().meta({ description: 'The bot that answers while a chat is closed.' }),
    state: z.object({ status: z.enum(['new', 'ok', 'paused']), reason: z.string().nullable(), since: Time }),
    previousSecretUntil: Time.nullable().meta({ description: 'Until then the app secret before the present one is taken too.' }),
    webhook: z
      .object({ url: z.string(), verifyToken: z.string().nullable(), fields: z.array(z.string()) })
      .nullable()
      .meta({ description: 'What to paste at the provider.' }),
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
  config: z.record(z.string(), z.string().nullable()).optional(),
  botId: BotId.optional(),
  overrides: Overrides.optional(),
});

const ConfigFieldShape = z.object({
  name: z.string(),
  required: z.boolean(),
  secret: z.boolean(),
  choices: z.array(z.string()).nullable(),
  pattern: z
    .object({ source: z.string(), says: z.string() })
    .nullable()
    .meta({ description: 'A regular expression, and the words for when it does not match.' }),
  says: z.string(),
});

export const ChannelKindShape = z
  .object({ kind: z.string(), title: z.string(), config: z.array(ConfigFieldShape) })
  .meta({ id: 'ChannelKind', description: 'A network, with the fields of the form that connects an account of it.' });
export type ChannelKindJson = z.input<typeof ChannelKindShape>;

const OUTCOMES = ['applied', 'ignored', 'failed', 'unrouted'] as const;

export const WebhookEventShape = z
  .object({
    id: Id,
    channelId: Id,
    account: z.string().nullable(),
    kind: z.string(),
    outcome: z.enum(OUTCOMES),
    reason: z.string().nullable(),
    raw: z.unknown().meta({ description: 'The provider\u2019s words, as they came.' }),
    heardAt: Time,
    replayedAt: Time.nullable(),
  })
  .meta({ id: 'WebhookEvent' });
export type WebhookEventJson = z.input<typeof WebhookEventShape>;

export const WebhookEventsQuery = PageQuery.extend({ outcome: z.enum([...OUTCOMES, 'rejected']).optional() });

const Rejected = z.object({ count: z.int(), lastAt: Time.nullable(), reason: z.string().nullable() });

export const WebhookEventList = listOf(WebhookEventShape).extend({
  rejected: Rejected.meta({ description: 'POSTs refused for their signature since this process began; nothing of them is kept.' }),
});
