import { z } from 'zod';
import { Id, PageQuery, several, Time } from './shared';

const Key = z.string().min(1).max(64);

export const AuditShape = z
  .object({
    id: Id,
    at: Time,
    actor: z.object({ kind: z.string(), id: Id.nullable(), name: z.string().nullable() }),
    address: z.string().nullable().meta({ description: 'Where the call came from.' }),
    act: z.string().meta({ description: 'Such as `settings.changed`, `agent.added`, `token.removed`, `session.began`.' }),
    target: z.object({ kind: z.string(), id: Id, name: z.string().nullable() }).nullable(),
    changes: z
      .array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() }))
      .meta({ description: 'Before and after, by path. Of a secret it says `set` or `changed`, never what it is.' }),
  })
  .meta({ id: 'AuditEntry' });
export type AuditJson = z.input<typeof AuditShape>;

export const AuditQuery = PageQuery.extend({
  actor: several(Key, 'Ids of people and tokens.'),
  act: several(Key, 'Names of acts.'),
  target: Key.optional().meta({ description: 'Id of what was changed.' }),
  from: Time.optional(),
  to: Time.optional().meta({ description: 'Before this.' }),
});
