import type { AccessReads, AccessTx, AuditFilter } from '../ports/store';
import type { Database } from './database';
import { pageOf } from './reads/pages';
import { decode, selected } from './rows';
import { AUDIT, TOKENS } from './schema';
import type { Work } from './work';

const TOKEN = `select ${selected(TOKENS, 't')} from tokens t`;

/** What machines call with, and the record of what admins did. */
export function accessReads({ query }: Database): AccessReads {
  return {
    tokens: async () => (await query(`${TOKEN} where t.revokedAt is null order by t.id desc`)).rows.map((row) => decode(TOKENS, row)),
    async token(which) {
      const [column, value] = 'id' in which ? ['id', which.id] : ['hash', which.hash];
      const { rows } = await query(`${TOKEN} where t.${column} = ?`, [value]);
      return rows[0] ? decode(TOKENS, rows[0]) : null;
    },
    audit(filter, page) {
      const { where, values } = wanted(filter);
      return pageOf({
        query,
        list: 'audit',
        select: `select ${selected(AUDIT, 'a')} from audit a`,
        where,
        values,
        by: ['a.id'],
        keyNames: ['id'],
        like: [''],
        direction: 'desc',
        page,
        decode: (row) => decode(AUDIT, row),
      });
    },
  };
}

function wanted({ actor, act, target, from, to }: AuditFilter): { where: string; values: unknown[] } {
  const parts: readonly (readonly [string, readonly unknown[] | undefined])[] = [
    [`a.actorId in (${marks(actor)})`, actor],
    [`a.act in (${marks(act)})`, act],
    ['a.targetId = ?', target === undefined ? undefined : [target]],
    ['a.at >= ?', from === undefined ? undefined : [from]],
    ['a.at < ?', to === undefined ? undefined : [to]],
  ];
  const asked = parts.filter(([, values]) => values !== undefined);
  return { where: ['true', ...asked.map(([sql]) => sql)].join(' and '), values: asked.flatMap(([, values]) => values ?? []) };
}

const marks = (values: readonly unknown[] | undefined): string => (values ?? []).map(() => '?').join(', ');

export function accessIn({ query, bulk }: Work): AccessTx {
  return {
    addToken: (token) => bulk.insert(TOKENS, [token]),
    revokeToken: async (id, at) => void (await query('update tokens set revokedAt = ? where id = ? and revokedAt is null', [at, id])),
    tokenUsed: async (id, at) =>
      void (await query('update tokens set usedAt = ? where id = ? and (usedAt is null or usedAt < ?)', [at, id, at])),
    addAudit: (entries) => bulk.insert(AUDIT, entries),
  };
}
