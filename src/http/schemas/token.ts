import { z } from 'zod';
import { SCOPES } from '../../domain/access';
import { Role } from './agent';
import { Id, Time, words } from './shared';

const Scopes = z
  .array(z.enum([...SCOPES, '*']))
  .min(1)
  .max(SCOPES.length + 1)
  .meta({ description: '`*` stands for all of them.' });

export const TokenShape = z
  .object({
    id: Id,
    name: z.string(),
    role: Role,
    scopes: z.array(z.string()),
    teamIds: z.array(Id),
    createdBy: z.object({ id: Id, name: z.string() }).nullable(),
    createdAt: Time,
    expiresAt: Time.nullable(),
    lastUsedAt: Time.nullable().meta({ description: 'Give or take five minutes.' }),
  })
  .meta({ id: 'Token' });
export type TokenJson = z.input<typeof TokenShape>;

export const MadeToken = TokenShape.extend({
  token: z.string().nullable().meta({
    description: 'What to call with. Told this once: the desk keeps no more than its hash, and a repeated Idempotency-Key answers null.',
  }),
}).meta({ id: 'MadeToken' });

export const NewToken = z.strictObject({
  name: words(128),
  role: Role.meta({ description: 'May do what an agent or an admin may, as far as the scopes go.' }),
  scopes: Scopes,
  teamIds: z.array(Id).max(100).optional().meta({ description: 'Whose tickets it sees where agents see their teams\u2019.' }),
  expiresAt: Time.nullable().optional().meta({ description: 'null: it holds until it is revoked.' }),
});
