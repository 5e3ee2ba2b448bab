import { z } from 'zod';
import { ContentShape } from './content';
import { Id, Time, words } from './shared';

const TEXT = { type: 'text', text: 'We open at nine.' };
const Config = z.record(z.string(), z.unknown()).meta({
  description:
    'Kind `rules`: `{welcome?:[content], rules:[{when:{any:true}|{keywords:[…]}|{pattern}|{payload}, reply:[content], then:"stay"|"handoff", teamId?}], fallback?:{reply:[content], handoffAfter}}`.',
  example: {
    rules: [{ when: { keywords: ['opening hours', 'open'] }, reply: [TEXT], then: 'stay' }],
    fallback: { reply: [], handoffAfter: 0 },
  },
});

export const BotShape = z
  .object({ id: Id, name: z.string(), kind: z.string(), config: Config, createdAt: Time, updatedAt: Time, version: z.int() })
  .meta({ id: 'Bot', description: 'A bot answers on the channels whose `botId` names it, and only while a chat is closed.' });
export type BotJson = z.input<typeof BotShape>;

export const NewBot = z.strictObject({ name: words(128), kind: words(64), config: Config });
export const BotPatch = z.strictObject({
  name: words(128).optional(),
  config: Config.optional().meta({ description: 'Merged by key at every depth; a list takes the place of the former one.' }),
});

/** Either what a customer writes or the id of the button that they tap. */
export const BotTry = z
  .strictObject({ text: words(65_536).optional(), payload: words(256).optional() })
  .refine(({ text, payload }) => (text === undefined) !== (payload === undefined), {
    path: ['text'],
    message: 'expected `text` or `payload`',
  })
  .transform(({ text, payload }) => (text === undefined ? { payload: payload ?? '' } : { text }));

export const TriedShape = z
  .object({
    says: z.array(ContentShape),
    handoff: z
      .object({ teamId: Id.nullable() })
      .nullable()
      .meta({ description: 'A person is needed: what it says would be its last words.' }),
    matched: z
      .array(z.union([z.int(), z.literal('fallback')]))
      .meta({ description: 'What decided: rules, counted from 0, or `fallback` when none matched.' }),
    failed: z
      .object({ reason: z.enum(['threw', 'too_slow']), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it has no answer.' }),
  })
  .meta({ id: 'TriedBot' });
export type TriedJson = z.input<typeof TriedShape>;
