import { z } from 'zod';
import { TRIAL_NETWORKS } from '../../ports/trial';
import { Id, Time, words } from './shared';

const Network = z.enum(TRIAL_NETWORKS);
const DELAY_AT_MOST = 10_000;

export const TrialShape = z
  .object({
    allowed: z.boolean().meta({ description: 'Only where HOST is a loopback address, or with TRIAL=on.' }),
    on: z
      .boolean()
      .meta({ description: 'The phone answers. A trial whose channels are there though it is off is paused; the channels say why.' }),
    since: Time.nullable(),
    channels: z.array(z.object({ id: Id, kind: z.string(), name: z.string(), network: Network, business: z.string() })),
    botId: Id.nullable(),
    customer: z.object({ name: z.string(), phone: z.string(), username: z.string() }),
  })
  .meta({ id: 'Trial', description: 'Two channels on a built-in twin of their networks, a bot, and one customer with a phone.' });
export type TrialJson = z.input<typeof TrialShape>;

export const PhoneMessageShape = z
  .object({
    id: Id,
    side: z.enum(['in', 'out']).meta({ description: 'As the phone has it: `out` is what the customer wrote.' }),
    type: z.string(),
    text: z.string(),
    choices: z
      .array(z.object({ id: z.string(), title: z.string(), description: z.string().optional() }))
      .meta({ description: 'What can be tapped.' }),
    button: z.string().nullable().meta({ description: 'What opens a list of choices; null where they stand in the open.' }),
    quoted: z.string().nullable(),
    ticks: z.enum(['sent', 'delivered', 'read']).nullable().meta({
      description: 'Of the customer\u2019s own messages: `delivered` when the desk has it, `read` when somebody there has read it.',
    }),
    at: Time,
    reactions: z.object({ customer: z.string().nullable(), business: z.string().nullable() }),
    edited: z.boolean(),
    deleted: z.boolean(),
  })
  .meta({ id: 'PhoneMessage' });
export type PhoneMessageJson = z.input<typeof PhoneMessageShape>;

export const PhoneShape = z
  .object({
    rev: z.int().meta({ description: 'Another number whenever anything is different.' }),
    thread: z
      .object({
        business: z.string(),
        typing: z.boolean().meta({ description: 'The business is writing.' }),
        messages: z.array(PhoneMessageShape).meta({ description: 'Oldest first, the newest 200.' }),
      })
      .nullable()
      .meta({ description: 'null: nothing has changed since `after`.' }),
  })
  .meta({ id: 'TrialPhone' });
export type PhoneJson = z.input<typeof PhoneShape>;

export const PhoneQuery = z.strictObject({
  network: Network.default('whatsapp'),
  after: z.coerce.number().int().optional().meta({ description: 'The `rev` that is known already.' }),
});

export const Say = z.strictObject({ network: Network, text: words(4096) });
export const Tap = z.strictObject({ network: Network, message: words(512), id: words(1000).meta({ description: 'Of a choice.' }) });
export const React = z.strictObject({
  network: Network,
  message: words(512),
  emoji: z.string().min(1).max(64).nullable().meta({ description: 'One emoji; null takes it back.' }),
});

const tenths = (says: string) =>
  z
    .int()
    .min(0)
    .max(10)
    .default(0)
    .meta({ description: `${says}, how often of 10 times.` });

export const WeatherShape = z
  .strictObject({
    duplicate: tenths('An event comes twice'),
    reorder: tenths('An event is overtaken by later ones'),
    errors: tenths('A send is refused with an error of the provider'),
    delay: z.int().min(0).max(DELAY_AT_MOST).default(0).meta({ description: 'The longest wait of an event, in milliseconds.' }),
  })
  .meta({ id: 'TrialWeather', description: 'What is left out is calm.' });
