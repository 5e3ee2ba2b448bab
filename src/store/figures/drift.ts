import type { FigureCount } from '../../domain/figures/kept';
import { dayOf } from '../../domain/figures/packing';
import type { FigureDriftReads, FigureDriftTx, TicketRange } from '../../ports/store';
import type { Database } from '../database';
import { decode, selected } from '../rows';
import { FIGURE_COUNTS, FIGURE_FACTS, TICKET_FIGURES, TICKETS } from '../schema';
import { among, type Work } from '../work';
import { dropPacked, dropPackedOf } from './packed';

const SAME = ['status', 'stage', 'statusSince', 'stageSince'].map((name) => `f.${name} = t.${name}`);
const SAME_OR_NONE = ['assigneeId', 'teamId'].map((name) => `(f.${name} = t.${name} or (f.${name} is null and t.${name} is null))`);
const ALIKE = [...SAME, ...SAME_OR_NONE].join(' and ');

/** A thousand milliseconds are a whole second; the rest is left out (`seconds` of domain/figures/durations). */
const whole = (column: string, dialect: Database['dialect']): string => (dialect === 'mysql' ? `${column} div 1000` : `${column} / 1000`);

export function figureDriftReads({ query, dialect }: Database): FigureDriftReads {
  const ids = async (sql: string, values: readonly unknown[]): Promise<string[]> =>
    (await query(sql, values)).rows.map(({ id }) => id as string);
  const alikeIn = async (table: string, { sql, values }: Part): Promise<Omit<FigureCount, 'id'>[]> => {
    const alike = 'f.channelId, f.teamId, f.assigneeId, f.status, f.stage';
    const { rows } = await query(
      `select ${alike}, count(*) as tickets, sum(${whole('f.statusSince', dialect)}) as statusSince,
       sum(${whole('f.stageSince', dialect)}) as stageSince from ${table} f where ${sql} group by ${alike}`,
      values,
    );
    return rows.map((row) => ({
      ...(row as unknown as FigureCount),
      tickets: Number(row.tickets),
      statusSince: Number(row.statusSince),
      stageSince: Number(row.stageSince),
    }));
  };
  return {
    async rangeEnd(after, tickets) {
      return (await ids('select id from tickets where id > ? order by id limit 1 offset ?', [after, tickets - 1]))[0] ?? null;
    },

    async drifted(range) {
      const [of, among] = [within('t.id', range), within('f.ticketId', range)];
      const apart = await ids(
        `select t.id from tickets t left join ticket_figures f on f.ticketId = t.id where ${of.sql} and (f.ticketId is null or not (${ALIKE}))`,
        of.values,
      );
      const gone = await ids(
        `select f.ticketId as id from ticket_figures f left join tickets t on t.id = f.ticketId where ${among.sql} and t.id is null`,
        among.values,
      );
      return [...apart, ...gone];
    },

    async uncountedAmong(ticketIds) {
      if (ticketIds.length === 0) return [];
      const those = among(dialect, ticketIds);
      return ids(`select distinct ticketId as id from traces where ticketId ${those.sql} and batch is null`, [those.value]);
    },

    countedIn: (range) => alikeIn('ticket_figures', within('f.ticketId', range)),
    ticketsIn: (range) => alikeIn('tickets', within('f.id', range)),

    async isUncounted(most) {
      return (await query('select 1 from traces where batch is null limit 1 offset ?', [most])).rows.length > 0;
    },

    async ticketRows(ticketIds) {
      if (ticketIds.length === 0) return [];
      const those = among(dialect, ticketIds);
      const { rows } = await query(`select ${selected(TICKETS, 't')} from tickets t where t.id ${those.sql}`, [those.value]);
      return rows.map((row) => decode(TICKETS, row));
    },
  };
}

interface Part {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const within = (column: string, { after, until }: TicketRange): Part =>
  until === null ? { sql: `${column} > ?`, values: [after] } : { sql: `${column} > ? and ${column} <= ?`, values: [after, until] };

export function figureDriftIn(work: Work): FigureDriftTx {
  const { query, dialect, bulk } = work;
  return {
    saveFigures: (figures) => bulk.upsert(TICKET_FIGURES, figures),
    async saveFacts(facts) {
      await dropPacked(
        work,
        facts.map(({ kind, at }) => ({ of: kind, day: dayOf(at) })),
      );
      await bulk.insertMissing(FIGURE_FACTS, facts);
    },
    async removeFigures(ticketIds) {
      if (ticketIds.length === 0) return;
      await dropPackedOf(work, ticketIds);
      const those = among(dialect, ticketIds);
      for (const table of ['ticket_figures', 'figure_facts'])
        await query(`delete from ${table} where ticketId ${those.sql}`, [those.value]);
    },
    async saveCounts(counts) {
      await bulk.upsert(FIGURE_COUNTS, counts);
      await query('delete from figure_counts where tickets = 0');
    },
  };
}
