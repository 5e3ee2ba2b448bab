import type { FigureCount } from '../../domain/figures/kept';
import type { Whose } from '../../domain/figures/stood';
import type { Stand } from '../../domain/figures/trace';
import { OPEN_STATUSES } from '../../domain/ticket';
import type { LiveFigureReads, SinceAsked, Staff } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Database } from '../database';
import { decode, type Row, selected } from '../rows';
import { AGENTS, FIGURE_COUNTS } from '../schema';
import { among } from '../work';

interface Part {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** One statement, so that a fold between two of them takes nothing from both and gives nothing to both. */
const STANDING = `select c.id, c.channelId, c.teamId, c.assigneeId, c.status, c.stage, c.tickets, c.statusSince, c.stageSince,
    null as ticketId, null as seq, null as was, null as now from figure_counts c
  union all select t.id, t.channelId, null, null, null, null, null, null, null, t.ticketId, t.seq, t.was, t.now
  from traces t where t.batch is null and t.now is not null`;

/** How the desk stands at this moment. */
export function liveFigureReads({ query, dialect }: Database): LiveFigureReads {
  return {
    async standingNow() {
      const { rows } = await query(STANDING);
      const isTrace = (row: Row): boolean => row.now !== null;
      return {
        counts: rows.filter((row) => !isTrace(row)).map((row): FigureCount => decode(FIGURE_COUNTS, row)),
        traces: rows.filter(isTrace).map((row) => ({
          id: row.id as string,
          ticketId: row.ticketId as string,
          seq: Number(row.seq),
          channelId: row.channelId as string,
          was: JSON.parse((row.was as string | null) ?? 'null') as Stand | null,
          now: JSON.parse(row.now as string) as Stand,
        })),
      };
    },

    async sinceWhen(asked) {
      const parts = asked.map((one, at) => sinceWhen(dialect, one, at)).filter((part) => part !== null);
      if (parts.length === 0) return asked.map(() => []);
      const { rows } = await query(
        parts.map(({ sql }) => sql).join(' union all '),
        parts.flatMap(({ values }) => values),
      );
      const lists = asked.map((): number[] => []);
      for (const { place, since } of rows) lists[Number(place)]?.push(Number(since));
      return lists.map((list) => list.sort((a, b) => b - a));
    },

    async staff() {
      const { rows } = await query(`select ${selected(AGENTS, 'a')} from agents a order by a.name, a.id`);
      return rows.map((row): Staff => decode(AGENTS, row));
    },

    async windowsEnding(from, until, whose) {
      const { sql, values } = theirs(dialect, whose);
      const open = among(dialect, OPEN_STATUSES);
      const { rows } = await query(
        `select count(*) as tickets from tickets f where f.status ${open.sql} and f.windowFrom >= ? and f.windowFrom < ?${sql}`,
        [open.value, from, until, ...values],
      );
      return Number(rows[0]?.tickets);
    },

    async queueNow(whose) {
      const { sql, values } = theirs(dialect, whose);
      const { rows } = await query(
        `select count(*) as tickets, min(f.statusSince) as oldestSince from tickets f where f.queueRank >= 0${sql}`,
        values,
      );
      return { tickets: Number(rows[0]?.tickets), oldestSince: (rows[0]?.oldestSince as number | null) ?? null };
    },
  };
}

function sinceWhen(dialect: Dialect, { of, whose, from, length }: SinceAsked, place: number): Part | null {
  if (length <= 0 || ('stages' in of && of.stages.length === 0)) return null;
  const [column, those] = 'status' in of ? ['statusSince', { sql: '= ?', value: of.status }] : ['stageSince', inStages(dialect, of.stages)];
  const { sql, values } = theirs(dialect, whose);
  const name = 'status' in of ? 'status' : 'stage';
  return {
    sql: `select ${place} as place, s${place}.since as since from (
      select f.${column} as since from ticket_figures f where f.${name} ${those.sql}${sql} order by f.${column} desc limit ? offset ?) s${place}`,
    values: [those.value, ...values, length, from],
  };
}

/** One is found by the index alone; several must be sorted. */
const inStages = (dialect: Dialect, stages: readonly string[]): { readonly sql: string; readonly value: unknown } =>
  stages.length === 1 ? { sql: '= ?', value: stages[0] } : among(dialect, stages);

function theirs(dialect: Dialect, { channels, teams, agents }: Whose): Part {
  const parts = [oneOf(dialect, 'f.channelId', channels), oneOf(dialect, 'f.teamId', teams), oneOf(dialect, 'f.assigneeId', agents)];
  return { sql: parts.map(({ sql }) => sql).join(''), values: parts.flatMap(({ values }) => values) };
}

function oneOf(dialect: Dialect, column: string, ids: readonly (string | null)[] | undefined): Part {
  if (ids === undefined) return { sql: '', values: [] };
  const { sql, value } = among(
    dialect,
    ids.filter((id) => id !== null),
  );
  const known = ids.some((id) => id !== null) ? { sql: `${column} ${sql}`, values: [value] } : { sql: 'false', values: [] };
  return { sql: ` and (${known.sql}${ids.includes(null) ? ` or ${column} is null` : ''})`, values: known.values };
}
