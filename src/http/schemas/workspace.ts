import { z } from 'zod';
import { AgentShape, Presence, Role } from './agent';
import { FieldShape } from './field';
import { AwayReasonsShape } from './presence';
import { settingsGroup } from './settings';
import { Id, Time } from './shared';
import { StageShape } from './stage';

const TextLimit = z.object({ max: z.int(), unit: z.enum(['characters', 'bytes']) });
const ButtonLimits = z.object({ text: TextLimit, most: z.int(), title: z.int(), id: z.int(), titlesDiffer: z.boolean() });
const ListLimits = z.object({
  text: TextLimit,
  button: z.int(),
  sections: z.int(),
  rows: z.int().meta({ description: 'In all sections together.' }),
  sectionTitle: z.int(),
  title: z.int(),
  id: z.int(),
  description: z.int(),
});

const Capabilities = z
  .object({
    text: TextLimit.meta({ description: 'Longer words go out as several messages.' }),
    contents: z.array(z.string()),
    choices: z
      .object({ buttons: ButtonLimits.nullable(), list: ListLimits.nullable() })
      .meta({ description: 'null where the network has no such form.' }),
    reactions: z.union([z.literal('any'), z.array(z.string())]),
    startsChats: z.boolean().meta({ description: 'A ticket can be begun by naming an address.' }),
  })
  .meta({ id: 'Capabilities', description: 'What the channel can send. Lengths without a unit are in characters.' });

const Milliseconds = z.int().nullable();

const WorkspaceChannel = z.object({
  id: Id,
  kind: z.string(),
  name: z.string(),
  trial: z.boolean().meta({ description: 'Its network is the built-in phone.' }),
  state: z.object({ status: z.enum(['new', 'ok', 'paused']), since: Time }),
  capabilities: Capabilities,
  window: z
    .object({ freeText: Milliseconds, humanAgent: Milliseconds, templates: z.boolean() })
    .meta({ description: 'For how many milliseconds after the customer\u2019s last message what may be sent; `freeText` null = always.' }),
  timers: settingsGroup('timers').meta({ description: 'As they hold on this channel.' }),
});

export const WorkspaceShape = z
  .object({
    me: AgentShape,
    role: Role,
    serverTime: Time,
    stages: z.array(StageShape).meta({ description: 'In order.' }),
    fields: z.array(FieldShape).meta({ description: 'Your own fields of tickets and contacts, in order.' }),
    channels: z.array(WorkspaceChannel),
    teams: z.array(z.object({ id: Id, name: z.string(), open: z.boolean().meta({ description: 'Whether these are its hours now.' }) })),
    agents: z
      .array(
        z.object({
          id: Id,
          name: z.string(),
          role: Role,
          presence: Presence,
          presenceReason: z.string().nullable(),
          presenceSince: Time,
          teamIds: z.array(Id),
        }),
      )
      .meta({ description: 'Who is not removed.' }),
    awayReasons: AwayReasonsShape.shape.data,
    policy: settingsGroup('policy'),
    routing: z.object({ capacity: z.int(), queueAlarmAfter: z.string().nullable(), warnBefore: z.string() }),
    timers: settingsGroup('timers').meta({ description: 'Of the whole workspace; a channel\u2019s own stand at the channel.' }),
    locale: settingsGroup('locale'),
    setUp: z.object({ hasRealChannel: z.boolean() }),
  })
  .meta({ id: 'Workspace', description: 'What the web app needs at its start. It holds no secret and no configuration of a channel.' });
export type WorkspaceJson = z.input<typeof WorkspaceShape>;

export const LoadShape = z
  .object({ agentId: Id, load: z.int().meta({ description: 'Active and proactive tickets.' }), capacity: z.int() })
  .meta({ id: 'Load' });
export type LoadJson = z.input<typeof LoadShape>;
