import { z } from 'zod';
import { HEALTH_RULES, type HealthCode } from '../../domain/health-rules';
import { Id, Time } from './shared';

const State = z.enum(['good', 'bad', 'unknown']);
const Code = z.enum(Object.keys(HEALTH_RULES) as [HealthCode, ...HealthCode[]]);
const When = Time.nullable();

const Problem = z
  .object({
    code: Code,
    severity: z.enum(['bad', 'warning']).meta({ description: 'A warning leaves the channel good.' }),
    since: Time,
    says: z.string().meta({ description: 'What is wrong.' }),
    do: z.string().meta({ description: 'What to do about it.' }),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'What stands for it; times in ISO 8601.' }),
  })
  .meta({ id: 'ChannelProblem' });

const Quality = z.object({
  rating: z.enum(['green', 'yellow', 'red']).nullable(),
  limit: z.string().nullable().meta({ description: 'How many people a day may be written to first, as the network names it.' }),
  at: Time,
});

const Facts = z.object({
  paused: z.object({ reason: z.string().nullable(), since: Time }).nullable(),
  slowed: z
    .object({ until: Time, detail: z.string() })
    .nullable()
    .meta({ description: 'The network asked for patience: nothing is sent until then.' }),
  token: z
    .object({
      valid: z.boolean(),
      expiresAt: When.meta({ description: 'null: never, or the network does not tell.' }),
      scopes: z.array(z.string()).nullable(),
      missing: z.array(z.string()),
      detail: z.string().nullable(),
    })
    .nullable()
    .meta({ description: 'What the network says of the access token; null until it was asked.' }),
  tokenSince: When.meta({ description: 'Since when the channel has its token, where tokens end and the network does not tell when.' }),
  check: z
    .object({ at: When, failedSince: When, detail: z.string().nullable() })
    .meta({ description: 'When the network last told how the account is, and since when it could not be asked.' }),
  accountName: z.string().nullable(),
  webhook: z
    .object({ asks: z.boolean().meta({ description: 'Whether the network asks with a verify token before it calls.' }), handshakeAt: When })
    .nullable(),
  lastEventAt: When,
  lastSentAt: When.meta({ description: 'When the network last took a message, give or take a minute.' }),
  signatureFailures: z.object({ count: z.int(), inARow: z.int(), lastAt: When }),
  foreignSecret: z
    .object({ channelId: Id, count: z.int(), lastAt: Time })
    .nullable()
    .meta({ description: 'The channel whose app secret signs what comes by this one\u2019s URL.' }),
  otherUrl: z
    .object({ channelId: Id, count: z.int(), lastAt: Time, swapped: z.boolean() })
    .nullable()
    .meta({ description: 'The channel by whose URL events of this one come: usual where several are of one app.' }),
  queue: z.object({ waiting: z.int(), oldestAt: When }).meta({ description: 'What waits to be sent.' }),
  quality: Quality.nullable(),
  silence: z.object({ hours: z.int(), usual: z.int(), weeks: z.int() }).nullable().meta({
    description:
      'Whole hours without an event, and what the poorest of the weeks before brought in them. null: none, or not known long enough.',
  }),
  gaps: z
    .object({ statuses: z.int(), replies: z.int(), lastAt: When })
    .meta({ description: 'What was heard in a day, until an hour ago, about messages that the desk does not know.' }),
  subscribed: z
    .boolean()
    .nullable()
    .meta({ description: 'Whether the network tells the account\u2019s events to our app; null: it does not say.' }),
  otherApps: z
    .array(z.object({ id: z.string(), name: z.string().nullable() }))
    .nullable()
    .meta({ description: 'Other apps that hear the account; null: it is not known which is ours.' }),
  alarms: z
    .array(z.object({ event: z.string(), detail: z.string(), at: Time }))
    .meta({ description: 'What the network said of the account and did not take back.' }),
});

const Turn = z.object({ at: Time, state: State, problems: z.array(Code) });

export const ChannelHealthShape = z
  .object({
    state: State.meta({ description: 'Bad while a problem of that severity holds; unknown until anything was heard, sent or checked.' }),
    since: Time,
    checkedAt: When.meta({ description: 'When the network last told how the account is.' }),
    problems: z.array(Problem).meta({ description: 'The worst first.' }),
    facts: Facts,
    history: z.array(Turn).meta({ description: 'When it turned good and bad, newest first; 50 at most.' }),
  })
  .meta({ id: 'ChannelHealth', description: 'How a channel is.' });
export type ChannelHealthJson = z.input<typeof ChannelHealthShape>;

export const ChannelHealthLineShape = z
  .object({ channelId: Id, state: State, since: Time, checkedAt: When, problems: z.array(Code) })
  .meta({ id: 'ChannelHealthLine', description: 'How a channel is, in short.' });
export type ChannelHealthLineJson = z.input<typeof ChannelHealthLineShape>;
