import type { AccountReads, AccountTx } from '../ports/store';
import type { Database, Query } from './database';
import { decode, type Row, selected } from './rows';
import { ACCOUNT_LINKS, SECOND_FACTORS, SESSIONS } from './schema';
import { among, type Work } from './work';

const LINK = `select ${selected(ACCOUNT_LINKS, 'l')} from account_links l`;

/** Links to set a password, second factors and sessions. */
export function accountReads({ query, dialect }: Database): AccountReads {
  return {
    async accounts(agentIds) {
      if (agentIds.length === 0) return [];
      const those = among(dialect, agentIds);
      const links = (await query(`${LINK} where l.kind = 'invite' and l.agentId ${those.sql}`, [those.value])).rows;
      const invites = new Map(links.map((row) => decode(ACCOUNT_LINKS, row)).map((link) => [link.agentId, link]));
      const { rows } = await query(
        `select a.id, a.passwordHash is not null as hasPassword, f.confirmedAt is not null as twoFactor
           from agents a left join second_factors f on f.agentId = a.id where a.id ${those.sql}`,
        [those.value],
      );
      const found = new Map(rows.map((row) => [row.id as string, row]));
      return agentIds.flatMap((id) => {
        const row: Row | undefined = found.get(id);
        const can = row && { hasPassword: row.hasPassword === 1, twoFactor: row.twoFactor === 1 };
        return can ? [{ agentId: id, ...can, invite: invites.get(id) ?? null }] : [];
      });
    },
    accountLink: (id) => link(query, id, ''),
    passwordHash: (agentId) => passwordHash(query, agentId),
    secondFactor: (agentId) => secondFactor(query, agentId, ''),
    async sessionsOf(agentId, at) {
      const { rows } = await query(
        `select ${selected(SESSIONS, 's')} from sessions s where s.agentId = ? and s.expiresAt > ? order by coalesce(s.seenAt, s.createdAt) desc, s.id`,
        [agentId, at],
      );
      return rows.map((row) => decode(SESSIONS, row));
    },
  };
}

async function link(query: Query, id: string, lock: string) {
  const { rows } = await query(`${LINK} where l.id = ?${lock}`, [id]);
  return rows[0] ? decode(ACCOUNT_LINKS, rows[0]) : null;
}

async function passwordHash(query: Query, agentId: string) {
  const { rows } = await query('select passwordHash from agents where id = ?', [agentId]);
  return (rows[0]?.passwordHash as string | null | undefined) ?? null;
}

async function secondFactor(query: Query, agentId: string, lock: string) {
  const { rows } = await query(`select ${selected(SECOND_FACTORS, 'f')} from second_factors f where f.agentId = ?${lock}`, [agentId]);
  return rows[0] ? decode(SECOND_FACTORS, rows[0]) : null;
}

export function accountsIn({ query, bulk, lock }: Work): AccountTx {
  return {
    accountLink: (id) => link(query, id, lock),
    addAccountLink: (link) => bulk.insert(ACCOUNT_LINKS, [link]),
    saveLinkMail: async (id, mail) => void (await query('update account_links set mail = ? where id = ?', [mail, id])),
    async removeAccountLinks(which) {
      if ('agentId' in which) await query('delete from account_links where agentId = ?', [which.agentId]);
      else await query('delete from account_links where expiresAt < ?', [which.endedBefore]);
    },
    passwordHash: (agentId) => passwordHash(query, agentId),
    secondFactor: (agentId) => secondFactor(query, agentId, lock),
    saveSecondFactor: (factor) => bulk.upsert(SECOND_FACTORS, [factor]),
    removeSecondFactor: async (agentId) => void (await query('delete from second_factors where agentId = ?', [agentId])),
    sessionSeen: async (id, at) => void (await query('update sessions set seenAt = ? where id = ?', [at, id])),
  };
}
