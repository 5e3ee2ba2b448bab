import type { ReplayReads, ReplayTx } from '../../ports/store';
import type { Database } from '../database';
import { pageOf } from '../reads/pages';
import { decode, selected } from '../rows';
import { FORMER_VALUES, REPLAY_TICKETS, REPLAYS } from '../schema';
import type { Work } from '../work';

const REPLAY = `select ${selected(REPLAYS, 'r')} from replays r`;

type ResultReads = Pick<ReplayReads, 'replay' | 'replayTickets' | 'formerSettings'>;

/** Replays with what came out of them, and the versions of the settings. */
export function replayReads({ query }: Database): ResultReads {
  return {
    async replay(id) {
      const { rows } = await query(`${REPLAY} where r.id = ?`, [id]);
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

export function replaysIn({ query, bulk, lock }: Work): ReplayTx {
  return {
    async replay(id) {
      const { rows } = await query(`${REPLAY} where r.id = ?${lock}`, [id]);
      return rows[0] ? decode(REPLAYS, rows[0]) : null;
    },
    addReplay: (replay) => bulk.insert(REPLAYS, [replay]),
    saveReplay: (replay) => bulk.update(REPLAYS, [replay]),

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
