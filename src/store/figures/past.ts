import type { FigureCount } from '../../domain/figures/kept';
import { lastOf, type Move, SETTLED, type Standing } from '../../domain/figures/standing';
import { idFrom } from '../../domain/figures/trace-ids';
import type { Base, PastReads, TicketThen } from '../../ports/store';
import type { Database, Query } from '../database';
import { decode, quoted, type Row, selected } from '../rows';
import { SNAPSHOTS } from '../schema';
import { among } from '../work';

const MOVE = 'select t.ticketId, t.channelId, t.seq, t.was, t.now from traces t';
/** Left to themselves databases might walk from a trace's time to the newest one. */
const BY_FOLD = { sqlite: 'indexed by traces_batch', mysql: 'force index (traces_batch)' } as const;

const THEN = quoted([
  'ticketId',
  'channelId',
  'createdAt',
  'status',
  'stage',
  'assigneeId',
  'teamId',
  'statusSince',
  'stageSince',
  'agentId',
]);

export const QUARTER = 15 * 60_000;

/** How past moments are read: snapshots, and the traces between them. */
export function pastReads({ query, dialect }: Database): PastReads {
  return {
    baseOf: (at) => baseOf(query, at),
    hasSnapshot: async (at) => (await query('select 1 from snapshots where at = ?', [at])).rows.length > 0,

    async snapshotParts(at, from, limit) {
      const { rows } = await query('select tickets from snapshot_parts where at = ? and part >= ? order by part limit ?', [
        at,
        from,
        limit,
      ]);
      return rows.map((row) => JSON.parse(row.tickets as string) as Standing[]);
    },

    async movesIn({ after, upTo }, during) {
      const { rows } = await query(
        `${MOVE} ${BY_FOLD[dialect]} where t.batch > ? and t.batch <= ? and t.id >= ? and t.at > ? and t.at <= ? and t.now is not null`,
        [after, upTo, idFrom(during.after), during.after, during.upTo],
      );
      return inOne(rows);
    },

    async lastMoves(ticketIds, upTo) {
      if (ticketIds.length === 0) return [];
      const those = among(dialect, ticketIds);
      const { rows } = await query(`${MOVE} where t.ticketId ${those.sql} and t.at <= ? and t.now is not null`, [those.value, upTo]);
      return [...lastOf(rows as unknown as (Row & Pick<Move, 'ticketId' | 'seq'>)[]).values()].map((row) => moveOf(row, row));
    },

    async contactsOf(ticketIds, at) {
      if (ticketIds.length === 0) return new Map();
      const those = among(dialect, ticketIds);
      const { rows } = await query(
        `select t.ticketId, t.did from traces t where t.ticketId ${those.sql} and t.at <= ? and t.did like '%"contactId"%' order by t.seq`,
        [those.value, at],
      );
      return new Map(rows.flatMap(({ ticketId, did }) => contactIn(ticketId as string, did as string)));
    },

    async lastHeard(ticketIds, at) {
      if (ticketIds.length === 0) return new Map();
      const those = among(dialect, ticketIds);
      const newest = 'select m.id from messages m where m.ticketId = t.id and m.heardAt <= ? order by m.sentAt desc, m.seq desc limit 1';
      const { rows } = await query(`select t.id as ticketId, (${newest}) as messageId from tickets t where t.id ${those.sql}`, [
        at,
        those.value,
      ]);
      return new Map(rows.flatMap((row) => (row.messageId === null ? [] : [[row.ticketId as string, row.messageId as string]])));
    },

    async createdBy(at, after, limit) {
      const one =
        after === null ? { createdAt: at + 1 } : (await query('select createdAt from ticket_figures where ticketId = ?', [after])).rows[0];
      if (!one) return null;
      const { rows } = await query(
        `select ${THEN} from ticket_figures where createdAt <= ? and (createdAt < ? or ticketId < ?) order by createdAt desc, ticketId desc limit ?`,
        [Math.min(at, one.createdAt as number), one.createdAt, after ?? '', limit],
      );
      return rows as unknown as TicketThen[];
    },

    async ticketThen(ticketId, at) {
      const { rows } = await query(`select ${THEN} from ticket_figures where ticketId = ? and createdAt <= ?`, [ticketId, at]);
      return (rows[0] as unknown as TicketThen | undefined) ?? null;
    },

    async openings({ after, upTo }) {
      const since = `(f.at - ${after} - 1)`;
      const { rows } = await query(
        `select ${since} - ${since} % ${QUARTER} as began, sum(case f.kind when 'closed' then -1 else 1 end) as changed from figure_facts f
         where f.kind in ('new', 'closed', 'reopened') and f.at > ? and f.at <= ? group by began`,
        [after, upTo],
      );
      return rows.map((row) => ({ quarter: Number(row.began) / QUARTER, change: Number(row.changed) }));
    },
  };
}

/** All moves of a ticket as one, in whatever order they come: to read what is written of each takes longest. */
function inOne(rows: readonly Row[]): Move[] {
  const moves = new Map<unknown, { first: Row; last: Row }>();
  for (const row of rows) {
    const known = moves.get(row.ticketId);
    if (!known) moves.set(row.ticketId, { first: row, last: row });
    else if ((row.seq as number) >= (known.last.seq as number)) known.last = row;
    else if ((row.seq as number) < (known.first.seq as number)) known.first = row;
  }
  return [...moves.values()].map(({ first, last }) => moveOf(last, first));
}

const CLOSED = '"status":"closed"';

const moveOf = (row: Row, { was }: Row): Move => ({
  ticketId: row.ticketId as string,
  channelId: row.channelId as string,
  seq: row.seq as number,
  left: typeof was === 'string' && was.includes(CLOSED) ? JSON.parse(was) : null,
  now: JSON.parse(row.now as string),
});

function contactIn(ticketId: string, did: string): [string, string][] {
  const { facts } = JSON.parse(did) as { facts?: { contactId?: string } };
  return facts?.contactId === undefined ? [] : [[ticketId, facts.contactId]];
}

const NEWEST = 'order by s.at desc limit 1';

/**
 * What a snapshot's folds have counted of after it is less than `SETTLED` old; a snapshot of a later moment bounds the folds, too,
 * for whatever comes late drops it.
 */
async function baseOf(query: Query, at: number): Promise<Base> {
  const { rows } = await query(`select ${selected(SNAPSHOTS, 's')} from snapshots s where s.at <= ? ${NEWEST}`, [at]);
  const snapshot = rows[0] ? decode(SNAPSHOTS, rows[0]) : null;
  const before = snapshot
    ? (await query(`select s.batch from snapshots s where s.at <= ? ${NEWEST}`, [snapshot.at - SETTLED])).rows[0]
    : undefined;
  const later = (await query('select s.batch from snapshots s where s.at > ? order by s.at limit 1', [at])).rows[0];
  const newest = later ?? (await query('select f.batch from folded f')).rows[0];
  return {
    at: snapshot?.at ?? null,
    counts: (snapshot?.counts ?? []) as readonly FigureCount[],
    after: Number(before?.batch ?? 0),
    upTo: Number(newest?.batch ?? 0),
  };
}
