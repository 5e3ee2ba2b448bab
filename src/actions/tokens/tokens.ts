import { SCOPES } from '../../domain/access';
import { changesBetween } from '../../domain/acts';
import type { Role } from '../../domain/agent';
import { invalid, Refusal } from '../../domain/errors';
import { clean } from '../../domain/text';
import type { Instant } from '../../domain/ticket';
import type { ApiToken } from '../../ports/store';
import { hashOf, newToken } from '../agents/sessions';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

/** What a token begins with, so that people and scanners know one when they see it. */
const PREFIX = 'rd_';

interface Wanted {
  readonly by: Person;
  readonly name: string;
  readonly role: Role;
  /** Scopes of `SCOPES`, or `*`. */
  readonly scopes: readonly string[];
  readonly teamIds: readonly string[];
  /** null: until it is revoked. */
  readonly expiresAt: Instant | null;
}

/** Makes a token for a machine. `secret` is told this once: the desk keeps its hash. */
export async function addToken(desk: Desk, { by, ...wanted }: Wanted): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const secret = `${PREFIX}${newToken()}`;
  const token = await transact(desk, async (tx, { at, house, act }) => {
    const { name, role, scopes, teamIds, expiresAt } = wanted;
    if (expiresAt !== null && expiresAt <= at) throw invalid('expiresAt', 'expected a time to come');
    const isTeam = (id: string) => house.teams.some((team) => team.id === id && team.deletedAt === null);
    if (!teamIds.every(isTeam)) throw invalid('teamIds', 'no such team');
    const made: ApiToken = {
      id: desk.newId(),
      hash: hashOf(secret),
      name: clean(name),
      role,
      scopes: scopes.includes('*') ? ['*'] : SCOPES.filter((scope) => scopes.includes(scope)),
      teamIds: [...new Set(teamIds)],
      madeBy: by.id,
      createdAt: at,
      expiresAt,
      usedAt: null,
      revokedAt: null,
    };
    await tx.addToken(made);
    const ends = expiresAt === null ? null : new Date(expiresAt).toISOString();
    const changes = changesBetween(null, { role, scopes: made.scopes, teamIds: made.teamIds, expiresAt: ends });
    act({ act: 'token.added', target: { kind: 'token', id: made.id, name: made.name }, changes });
    return made;
  });
  return { token, secret };
}

/** From this moment on it opens nothing any more. */
export function revokeToken(desk: Desk, { tokenId }: { readonly tokenId: string }): Promise<void> {
  return transact(desk, async (tx, { at, act }) => {
    const token = await desk.store.reads.token({ id: tokenId });
    if (!token || token.revokedAt !== null) throw new Refusal('not_found', 'There is no such token.');
    await tx.revokeToken(tokenId, at);
    act({ act: 'token.removed', target: { kind: 'token', id: tokenId, name: token.name }, changes: [] });
  });
}
