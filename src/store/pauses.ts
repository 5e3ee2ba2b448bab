import type { Pause, PauseReads, PauseTx } from '../ports/store';
import type { Dialect } from './columns';
import type { Database, Query } from './database';
import { decode, selected } from './rows';
import { OUTBOX, PAUSES } from './schema';
import { among, type Work } from './work';

/** What must wait before it is sent, and what has waited for long. */
export function pauseReads({ query, dialect }: Database): PauseReads {
  return {
    pauses: (scopes) => pausesOf(query, dialect, scopes),

    async lateSends(channelId, before, limit) {
      const { rows } = await query(
        `select ${selected(OUTBOX, 'o')} from outbox o
         where o.channelId = ? and o.lateAt is null and o.createdAt <= ? order by o.createdAt, o.id limit ?`,
        [channelId, before, limit],
      );
      return rows.map((row) => decode(OUTBOX, row));
    },
  };
}

export function pausesIn({ query, bulk, dialect, lock }: Work): PauseTx {
  return {
    pauses: (scopes) => pausesOf(query, dialect, scopes),
    savePauses: (pauses) => bulk.upsert(PAUSES, pauses),

    async removePauses({ scopes, endedBy }) {
      const those = scopes && among(dialect, scopes);
      await query(`delete from pauses where until <= ?${those ? ` and scope ${those.sql}` : ''}`, [
        endedBy,
        ...(those ? [those.value] : []),
      ]);
    },

    hurryQueue: async (channelId, at) =>
      void (await query('update outbox set dueAt = ? where channelId = ? and dueAt > ?', [at, channelId, at])),

    async markLate(errandIds, at) {
      const those = among(dialect, errandIds);
      const { rows } = await query(`select id from outbox where id ${those.sql} and lateAt is null${lock}`, [those.value]);
      const there = rows.map(({ id }) => id as string);
      const left = among(dialect, there);
      if (there.length > 0) await query(`update outbox set lateAt = ? where id ${left.sql}`, [at, left.value]);
      return new Set(there);
    },
  };
}

async function pausesOf(query: Query, dialect: Dialect, scopes: readonly string[]): Promise<Pause[]> {
  if (scopes.length === 0) return [];
  const those = among(dialect, scopes);
  const { rows } = await query(`select ${selected(PAUSES, 'p')} from pauses p where p.scope ${those.sql}`, [those.value]);
  return rows.map((row) => decode(PAUSES, row));
}
