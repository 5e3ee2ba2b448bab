import { z } from 'zod';
import { AgentShape, Presence, Role } from './agent';
import { CapabilitiesShape, WindowShape } from './capabilities';
import { FieldShape } from './field';
import { AwayReasonsShape } from './presence';
import { settingsGroup } from './settings';
import { Id, Time } from './shared';
import { StageShape } from './stage';

const WorkspaceChannel = z.object({
  id: Id,
  kind: z.string(),
  name: z.string(),
  trial: z.boolean().meta({ description: 'Its network is the built-in phone.' }),
  state: z.object({ status: z.enum(['new', 'ok', 'paused']), since: Time }),
  capabilities: CapabilitiesShape,
  window: WindowShape,
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
