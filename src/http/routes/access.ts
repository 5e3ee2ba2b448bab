import { addToken, revokeToken } from '../../actions/tokens/tokens';
import type { ApiToken } from '../../ports/store';
import { inMemory } from '../pages-of';
import { namesOf } from '../present/names';
import { auditJson, tokenJson } from '../present/token';
import { type Call, type Route, route } from '../route';
import { AuditQuery, AuditShape } from '../schemas/audit';
import { listOf, PageQuery, pageOf } from '../schemas/shared';
import { MadeToken, NewToken, TokenShape } from '../schemas/token';
import { tokenInSight } from '../sight';

const tokens = { for: 'admins', tag: 'tokens' } as const;

/** Who may call without a browser, and who did what. */
export const ACCESS: readonly Route[] = [
  route({
    ...tokens,
    method: 'get',
    path: '/tokens',
    says: 'What machines call with, newest first. Revoked ones are left out.',
    query: PageQuery,
    status: 200,
    answer: listOf(TokenShape),
    handle: async ({ desk, query }) => inMemory(await tokensJson({ desk }, await desk.store.reads.tokens()), ({ id }) => id, query),
  }),
  route({
    ...tokens,
    method: 'post',
    path: '/tokens',
    says: 'Make a token for a machine: `Authorization: Bearer <token>`. The answer is the only one that holds it.',
    body: NewToken,
    status: 201,
    answer: MadeToken,
    again: async (call, id) => madeJson(call, await tokenInSight({ ...call, params: { id } }), null),
    kept: (body) => ({ ...(body as object), token: null }),
    handle: async ({ desk, person, body: { teamIds = [], expiresAt = null, ...body } }) => {
      const expiry = expiresAt === null ? null : Date.parse(expiresAt);
      const { token, secret } = await addToken(desk, { ...body, teamIds, expiresAt: expiry, by: person });
      return madeJson({ desk }, token, secret);
    },
  }),
  route({
    ...tokens,
    method: 'delete',
    path: '/tokens/{id}',
    finds: tokenInSight,
    says: 'Revoke a token. Whoever calls with it is refused at once, and its sockets are closed.',
    status: 204,
    answer: null,
    handle: async ({ desk, live, params: { id = '' } }) => {
      await revokeToken(desk, { tokenId: id });
      await live.lookAgain(id);
    },
  }),
  route({
    method: 'get',
    path: '/audit',
    for: 'admins',
    tag: 'audit',
    says: 'What admins changed, newest first: who, what, before and after, from where. Also when admins logged in and out.',
    query: AuditQuery,
    status: 200,
    answer: listOf(AuditShape),
    handle: async ({ desk, query: { from, to, actor, act, target, ...page } }) => {
      const when = { from: from === undefined ? undefined : Date.parse(from), to: to === undefined ? undefined : Date.parse(to) };
      const { data, nextCursor } = await desk.store.reads.audit({ actor, act, target, ...when }, pageOf(page));
      return { data: data.map(auditJson), nextCursor };
    },
  }),
];

async function madeJson(call: Pick<Call<unknown, unknown>, 'desk'>, token: ApiToken, secret: string | null) {
  const [json] = await tokensJson(call, [token]);
  if (!json) throw new Error('a token without its JSON');
  return { ...json, token: secret };
}

async function tokensJson({ desk }: Pick<Call<unknown, unknown>, 'desk'>, tokens: readonly ApiToken[]) {
  const nameOf = await namesOf(
    desk.store.reads,
    tokens.map(({ madeBy }) => madeBy),
  );
  return tokens.map((token) => tokenJson(token, nameOf));
}
