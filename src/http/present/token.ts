import type { ApiToken, AuditEntry } from '../../ports/store';
import type { AuditJson } from '../schemas/audit';
import type { TokenJson } from '../schemas/token';
import type { Named } from './names';
import { iso, isoOrNull } from './time';

export function tokenJson(token: ApiToken, nameOf: (id: string | null) => Named | null): TokenJson {
  const { id, name, role, scopes, teamIds } = token;
  return {
    id,
    name,
    role,
    scopes: [...scopes],
    teamIds: [...teamIds],
    createdBy: nameOf(token.madeBy),
    createdAt: iso(token.createdAt),
    expiresAt: isoOrNull(token.expiresAt),
    lastUsedAt: isoOrNull(token.usedAt),
  };
}

export const auditJson = ({ id, at, actor, address, act, target, changes }: AuditEntry): AuditJson => ({
  id,
  at: iso(at),
  actor: { ...actor },
  address,
  act,
  target: target && { ...target },
  changes: changes.map(({ path, from, to }) => ({ path, from: from ?? null, to: to ?? null })),
});
