import type { BotTalk, Folded, TicketFigures } from '../../domain/figures/kept';
import type { Gap } from '../../domain/figures/slices';
import type { Trace } from '../../domain/figures/trace';
import type { CountedMove, FigureReads, FigureTx, Fold, Standing } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Database, Query } from '../database';
import { decode, encode, marks, quoted, type Row, selected, written } from '../rows';
import {
  BOT_TALKS,
  FIGURE_COUNTS,
  FIGURE_FACTS,
  FOLDED,
  MESSAGE_COUNTS,
  SNAPSHOT_PARTS,
  SNAPSHOTS,
  TICKET_FIGURES,
  TRACES,
} from '../schema';
import { among, type Work } from '../work';
import { addToPacked } from './packed';

const TRACE = `select ${selected(TRACES, 't')} from traces t`;
const FIGURES = `select ${selected(TICKET_FIGURES, 'f')} from ticket_figures f`;
const COUNT = `select ${selected(FIGURE_COUNTS, 'c')} from figure_counts c`;
const FOLDED_ROW = `select ${selected(FOLDED, 'f')} from folded f`;
const TALK = `select ${selected(BOT_TALKS, 'b')} from bot_talks b`;

const STANDING = quoted(['ticketId', 'channelId', 'agentId', 'status', 'stage', 'assigneeId', 'teamId', 'statusSince', 'stageSince']);

const MOVE = quoted(['id', 'batch', 'at', 'channelId', 'ticketId', 'seq', 'was', 'now']);

const moveIn = ({ id, at, channelId, ticketId, seq, was, now }: Row): CountedMove => ({
  ...({ id, at, channelId, ticketId, seq } as Pick<CountedMove, 'id' | 'at' | 'channelId' | 'ticketId' | 'seq'>),
  was: was === null ? null : JSON.parse(was as string),
  now: JSON.parse(now as string),
});

/** What the fold reads: committed data, which nobody but the holder of its lease changes. */
export function figureReads({ query, dialect }: Database): FigureReads {
  const traces = async (sql: string, values: readonly unknown[]): Promise<Trace[]> =>
    (await query(`${TRACE} ${sql}`, values)).rows.map((row) => decode(TRACES, row));
  const those = (ids: readonly string[]) => among(dialect, ids);
  return {
    folded: async () => foldedIn(await query(FOLDED_ROW)),
    hasUncounted: async () => (await query('select 1 from traces where batch is null limit 1')).rows.length > 0,
    uncounted: (after, limit) => traces('where t.batch is null and t.id > ? order by t.id limit ?', [after, limit]),
    uncountedIn: (gaps) => (gaps.length === 0 ? Promise.resolve([]) : inGaps(dialect, traces, gaps)),
    async tracesOf(ticketIds, batch) {
      if (ticketIds.length === 0) return [];
      const { sql, value } = those(ticketIds);
      return traces(`where t.ticketId ${sql} and t.batch <= ? order by t.ticketId, t.seq, t.id`, [value, batch]);
    },
    async figuresOf(ticketIds) {
      if (ticketIds.length === 0) return [];
      const { sql, value } = those(ticketIds);
      return (await query(`${FIGURES} where f.ticketId ${sql}`, [value])).rows.map((row) => decode(TICKET_FIGURES, row));
    },
    async figureCounts(ids) {
      if (ids.length === 0) return [];
      const { sql, value } = those(ids);
      return (await query(`${COUNT} where c.id ${sql}`, [value])).rows.map((row) => decode(FIGURE_COUNTS, row));
    },
    allFigureCounts: async () => (await query(COUNT)).rows.map((row) => decode(FIGURE_COUNTS, row)),
    newestTalks: (chatIds) => newestTalks(query, dialect, chatIds),
    async standing(status, { since, ticketId }, limit) {
      const { rows } = await query(
        `select ${STANDING} from ticket_figures where status = ? and statusSince >= ? and (statusSince > ? or ticketId > ?)
         order by statusSince, ticketId limit ?`,
        [status, since, since, ticketId, limit],
      );
      return rows as unknown as Standing[];
    },
    newestSnapshot: async () => ((await query('select max(at) as at from snapshots')).rows[0]?.at ?? null) as number | null,
    async countedAfter(id, limit) {
      const { rows } = await query(`select ${MOVE} from traces where id > ? order by id limit ?`, [id, limit]);
      const moves = rows.filter(({ batch, now }) => batch !== null && now !== null).map(moveIn);
      const isEnd = rows.length < limit || rows.every(({ batch }) => batch === null);
      return { moves, upTo: isEnd ? null : (rows.at(-1)?.id as string) };
    },
  };
}

const foldedIn = ({ rows: [row] }: Awaited<ReturnType<Query>>): Folded => {
  if (!row) throw new Error('the row of the folds is missing: the database was not migrated');
  return decode(FOLDED, row);
};

function inGaps(dialect: Dialect, traces: (sql: string, values: readonly unknown[]) => Promise<Trace[]>, gaps: readonly Gap[]) {
  if (dialect === 'mysql') {
    const one = '(t.ticketId = ? and t.seq > ? and t.seq < ?)';
    const values = gaps.flatMap(({ ticketId, after, before }) => [ticketId, after, before]);
    return traces(`where t.batch is null and (${gaps.map(() => one).join(' or ')})`, values);
  }
  const list = JSON.stringify(gaps.map(({ ticketId, after, before }) => [ticketId, after, before]));
  const where = `t.id in (select g.id from json_each(?) j cross join traces g on g.ticketId = j.value ->> 0
    and g.seq > j.value ->> 1 and g.seq < j.value ->> 2 where +g.batch is null)`;
  return traces(`where ${where}`, [list]);
}

/** `lastAt` may be the same for two: the newer one has the greater id. */
async function newestTalks(query: Query, dialect: Dialect, chatIds: readonly string[]): Promise<BotTalk[]> {
  if (chatIds.length === 0) return [];
  const those = among(dialect, chatIds);
  const newest = `b.lastAt = (select max(n.lastAt) from bot_talks n where n.chatId = b.chatId)`;
  const { rows } = await query(`${TALK} where b.chatId ${those.sql} and ${newest} order by b.id`, [those.value]);
  return rows.map((row) => decode(BOT_TALKS, row));
}

/** Locked until the commit. */
export const holdFolded = async ({ query, lock }: Work): Promise<Folded> => foldedIn(await query(`${FOLDED_ROW}${lock}`));

/** What a fold writes, all of it or nothing. */
export function figuresIn(work: Work): FigureTx {
  const { query, bulk, dialect } = work;
  const gone = async (sql: string, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    const those = among(dialect, ids);
    await query(`${sql} ${those.sql}`, [those.value]);
  };
  return {
    holdFolded: () => holdFolded(work),
    saveFolded: (folded) => bulk.update(FOLDED, [folded]),
    async saveFold(fold) {
      const { folded, traceIds, facts, counts, messages, talks, done, from } = fold;
      await bulk.update(FOLDED, [folded]);
      await query('delete from snapshots where at >= ?', [from]);
      const those = among(dialect, traceIds);
      if (traceIds.length > 0) await query(`update traces set batch = ? where id ${those.sql}`, [folded.batch, those.value]);
      await gone('delete from traces where id', done);
      await writeFigures(work, fold);
      await addToPacked(work, fold);
      await bulk.insertMissing(FIGURE_FACTS, facts);
      const isLeft = ({ tickets }: { tickets: number }): boolean => tickets !== 0;
      await bulk.upsert(FIGURE_COUNTS, counts.filter(isLeft));
      await gone(
        'delete from figure_counts where id',
        counts.filter((count) => !isLeft(count)).map(({ id }) => id),
      );
      await addMessages(work, messages);
      await bulk.upsert(BOT_TALKS, talks);
    },
    addSnapshotPart: (part) => bulk.upsert(SNAPSHOT_PARTS, [part]),
    addSnapshot: (snapshot) => bulk.upsert(SNAPSHOTS, [snapshot]),
    dropLooseParts: async () => void (await query('delete from snapshot_parts where at not in (select at from snapshots)')),
  };
}

const FIGURE_COLUMNS = written(TICKET_FIGURES) as (keyof TicketFigures)[];
const INDEXED = new Set(TICKET_FIGURES.indexes.flatMap(({ on }) => on));

/** New ones, those that are found elsewhere from now on, and those that stand where they stood: of them no index is touched. */
async function writeFigures({ bulk }: Work, { figures, known }: Fold): Promise<void> {
  await bulk.upsert(
    TICKET_FIGURES,
    figures.filter(({ ticketId }) => !known.has(ticketId)),
  );
  const [staying, moving]: [Change[], Change[]] = [[], []];
  for (const now of figures) {
    const was = known.get(now.ticketId);
    if (was) (FIGURE_COLUMNS.some((column) => INDEXED.has(column) && was[column] !== now[column]) ? moving : staying).push({ was, now });
  }
  for (const changes of [staying, moving])
    await bulk.update(
      TICKET_FIGURES,
      changes.map(({ now }) => now),
      FIGURE_COLUMNS.filter((column) => changes.some(({ was, now }) => was[column] !== now[column])),
    );
}

interface Change {
  readonly was: TicketFigures;
  readonly now: TicketFigures;
}

/** Adds to what is there; `times` alone differs. */
async function addMessages({ query, dialect }: Work, messages: Parameters<FigureTx['saveFold']>[0]['messages']): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((row) => encode(MESSAGE_COUNTS, row));
  const into = `insert into message_counts (${quoted(written(MESSAGE_COUNTS))}) values`;
  if (dialect === 'mysql') await query(`${into} ? on duplicate key update times = times + values(times)`, [rows]);
  else {
    const key = quoted(MESSAGE_COUNTS.primary);
    await query(`${into} (${marks(written(MESSAGE_COUNTS))}) on conflict (${key}) do update set times = times + excluded.times`, [rows]);
  }
}
