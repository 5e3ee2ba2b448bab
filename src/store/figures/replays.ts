import type { ReplayReads, ReplayTx } from '../../ports/store';
import type { Database } from '../database';
import { pageOf } from '../reads/pages';
import { decode, selected } from '../rows';
import { FORMER_VALUES, REPLAY_TICKETS, REPLAYS } from '../schema';
import type { Work } from '../work';

type ResultReads = Pick<ReplayReads, 'replay' | 'replayTickets' | 'formerSettings'>;

/** Replays with what came out of them, and the versions of the settings. */
export function replayReads({ query }: Database): ResultReads {
  return {
    async replay(id) {
      const { rows } = await query(`select ${selected(REPLAYS, 'r')} from replays r where r.id = ?`, [id]);
      return rows[0] ? decode(REPLAYS, rows[0]) : null;
    },

    async replayTickets(id, page) {
      return pageOf({
        query,
        list: `replay ${id}`,
        select: `select ${selected(REPLAY_TICKETS, 't')} from replay_tickets t`,
        where: 't.replayId = ?',
        values: [id],
        by: ['t.place'],
        keyNames: ['place'],
        like: [0],
        direction: 'asc',
        page,
        decode: (row) => decode(REPLAY_TICKETS, row).difference,
      });
    },

    formerSettings: (page) =>
      pageOf({
        query,
        list: 'settings versions',
        select: `select ${selected(FORMER_VALUES, 'f')} from former_values f`,
        where: "f.`of` = 'settings' and f.id = 'desk'",
        by: ['f.until'],
        keyNames: ['until'],
        like: [0],
        direction: 'desc',
        page,
        decode: (row) => decode(FORMER_VALUES, row),
      }),
  };
}

export function replaysIn({ query, bulk }: Work): ReplayTx {
  return {
    addReplay: (replay) => bulk.insert(REPLAYS, [replay]),

    async saveReplay(replay) {
      const { rows } = await query('select version from replays where id = ?', [replay.id]);
      if (rows.length === 0) return false;
      await bulk.update(REPLAYS, [{ ...replay, version: Number(rows[0]?.version) + 1 }]);
      return true;
    },

    addDifferences: (replayId, found) =>
      bulk.insert(
        REPLAY_TICKETS,
        found.map(({ place, ...difference }) => ({ replayId, place, difference })),
      ),

    removeDifferences: async (replayId) => void (await query('delete from replay_tickets where replayId = ?', [replayId])),

    async removeReplays(before) {
      await query('delete from replay_tickets where replayId in (select id from replays where createdAt < ?)', [before]);
      await query('delete from replays where createdAt < ?', [before]);
    },
  };
}
