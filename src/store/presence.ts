import type { PresenceReads, PresenceTx } from '../ports/store';
import type { Database } from './database';
import { decode, selected } from './rows';
import { LIVE_CONNECTIONS, PRESENCE_SPELLS } from './schema';
import { among, type Work } from './work';

const LIVE = 'exists (select 1 from live_connections l where l.agentId = a.id and l.beatAt > ?)';
const ONLINE = "presence = 'online' and removedAt is null";

export function presenceReads({ query }: Database): PresenceReads {
  return {
    async presenceSpells(agentId, from, to) {
      const { rows } = await query(
        `select ${selected(PRESENCE_SPELLS, 's')} from presence_spells s
         where s.agentId = ? and s.\`from\` < ? and (s.\`to\` is null or s.\`to\` > ?) order by s.\`from\`, s.id`,
        [agentId, to, from],
      );
      return rows.map((row) => decode(PRESENCE_SPELLS, row));
    },
  };
}

/** Marks on agents are single statements, so that a beat neither waits for routing's locks longer than it must nor moves a version. */
export function presenceIn({ bulk, query, dialect }: Work): PresenceTx {
  return {
    beat: (connections) => bulk.upsert(LIVE_CONNECTIONS, connections),

    async endBeats(which) {
      if ('before' in which) return void (await query('delete from live_connections where beatAt < ?', [which.before]));
      const those = among(dialect, which.agentIds);
      await query(`delete from live_connections where instance = ? and agentId ${those.sql}`, [which.instance, those.value]);
    },

    async liveAmong(agentIds, freshFrom) {
      const those = among(dialect, agentIds);
      const { rows } = await query(`select agentId from live_connections where agentId ${those.sql} and beatAt > ?`, [
        those.value,
        freshFrom,
      ]);
      return new Set(rows.map(({ agentId }) => agentId as string));
    },

    async attended(freshFrom) {
      const { rows } = await query(
        `select a.id, a.goneSince, ${LIVE} as isLive from agents a where a.liveSince is not null and a.${ONLINE} order by a.id`,
        [freshFrom],
      );
      return rows.map((row) => ({
        agentId: row.id as string,
        goneSince: row.goneSince as number | null,
        isLive: Number(row.isLive) === 1,
      }));
    },

    async markLive(agentIds, at) {
      if (agentIds.length === 0) return;
      const those = among(dialect, agentIds);
      await query(
        `update agents set liveSince = coalesce(liveSince, ?), goneSince = null
         where id ${those.sql} and ${ONLINE} and (liveSince is null or goneSince is not null)`,
        [at, those.value],
      );
    },

    async markGone(agentIds, at, anew) {
      if (agentIds.length === 0) return;
      const those = among(dialect, agentIds);
      const counted = anew ? '' : ' and goneSince is null';
      await query(`update agents set goneSince = ? where id ${those.sql} and ${ONLINE} and liveSince is not null${counted}`, [
        at,
        those.value,
      ]);
    },

    async changeSpell(agentId, at, next) {
      await query('update presence_spells set `to` = ? where agentId = ? and `to` is null', [at, agentId]);
      if (next) await bulk.insert(PRESENCE_SPELLS, [{ ...next, agentId, from: at, to: null }]);
    },
  };
}
