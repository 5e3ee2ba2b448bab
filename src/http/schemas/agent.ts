import { z } from 'zod';
import { PRESENCES } from '../../domain/agent';
import { Email, Id, Password, Time, words } from './shared';

export const Role = z.enum(['admin', 'agent']);
export const Presence = z.enum(PRESENCES);
const Capacity = z
  .int()
  .min(0)
  .max(1000)
  .nullable()
  .meta({ description: 'Own limit of active and proactive tickets; null = the setting\u2019s.' });

const TeamIds = z.array(Id).max(200).meta({ description: 'The teams that they are in.' });

export const AgentShape = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: Role,
    presence: Presence,
    presenceReason: z.string().nullable().meta({ description: '`no_connection`: the desk set it, since no live connection was left.' }),
    presenceSince: Time,
    capacity: Capacity,
    teamIds: z.array(Id),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'Agent' });
export type AgentJson = z.input<typeof AgentShape>;

export const MeShape = AgentShape.extend({
  token: z
    .object({ scopes: z.array(z.string()), expiresAt: Time.nullable() })
    .nullable()
    .meta({ description: 'What a token was given; null for people.' }),
}).meta({ id: 'Me' });

export const NewAgent = z.strictObject({
  name: words(128),
  email: Email,
  password: Password.optional().meta({
    description: 'Without one this person can\u2019t log in until they are invited, or an admin sets it.',
  }),
  role: Role,
  capacity: Capacity.optional(),
  teamIds: TeamIds.optional(),
});

export const AgentPatch = z.strictObject({
  name: words(128).optional(),
  email: Email.optional(),
  password: Password.optional(),
  role: Role.optional(),
  capacity: Capacity.optional(),
  teamIds: TeamIds.optional(),
});

export const NewPresence = z.strictObject({
  presence: Presence,
  reason: words(256).nullable().optional().meta({ description: 'A key or name of `/away-reasons`, or any words.' }),
});

export const SetUpBody = z.strictObject({ token: z.string().min(1).max(256), name: words(128), email: Email, password: Password });
export const SetUpShape = z.object({ needed: z.boolean() });
export const SessionShape = z
  .object({ agent: AgentShape, expiresAt: Time })
  .meta({ id: 'Session', description: 'The cookie itself is in Set-Cookie.' });
