import type { Merged } from '../../domain/figures/merged';
import type { MessageHead, Place, ReportedFact, ReportReads } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Database } from '../database';
import { among } from '../work';
import { peopleIn, personOf, ticketOf, ticketsIn } from './told-rows';

type Rows = Pick<
  ReportReads,
  | 'merges'
  | 'firstTicketAt'
  | 'countCreated'
  | 'ticketSlice'
  | 'personsOf'
  | 'displaysOf'
  | 'ticketsOfMessages'
  | 'factsBetween'
  | 'messageSlice'
>;

/** Left to themselves both would sort all of a period. */
const BY_CREATION = {
  sqlite: 'ticket_figures f indexed by ticket_figures_created',
  mysql: 'ticket_figures f force index (ticket_figures_created)',
};
const BY_MOMENT = { sqlite: 'figure_facts f indexed by figure_facts_at', mysql: 'figure_facts f force index (figure_facts_at)' };

/** What stands in reports, slice by slice: whoever walks lets others in between. */
export function reportRows({ query, dialect }: Database): Rows {
  const [tickets, people] = [ticketsIn(dialect), peopleIn(dialect)];
  return {
    async merges() {
      const { rows } = await query('select goneId, keptId, at, undoneAt, moved from contact_merges order by at');
      return rows.map(({ moved, ...merge }) => ({ ...merge, chatIds: JSON.parse(moved as string).chatIds ?? [] }) as unknown as Merged);
    },

    async firstTicketAt() {
      const { rows } = await query('select min(createdAt) as first from ticket_figures');
      return rows[0]?.first === null ? null : Number(rows[0]?.first);
    },

    async countCreated({ from, to }, channelIds) {
      const those = channelIds && among(dialect, channelIds);
      const { rows } = await query(
        `select count(*) as tickets from ${BY_CREATION[dialect]} where f.createdAt >= ? and f.createdAt < ?${those ? ` and f.channelId ${those.sql}` : ''}`,
        [from, to, ...(those ? [those.value] : [])],
      );
      return Number(rows[0]?.tickets);
    },

    async ticketSlice({ from, to }, after, limit) {
      const past = beyond('f.createdAt', 'f.ticketId', after);
      const { rows } = await query(
        `${tickets} from ${BY_CREATION[dialect]} left join contacts c on c.id = f.contactId
         where f.createdAt >= ? and f.createdAt < ?${past.sql} order by f.createdAt, f.ticketId limit ?`,
        [Math.max(from, after?.at ?? from), to, ...past.values, limit],
      );
      return rows.map(ticketOf);
    },

    async personsOf(ids) {
      if (ids.length === 0) return [];
      const those = among(dialect, ids);
      const { rows } = await query(`${people} from contacts c where c.id ${those.sql}`, [those.value]);
      return rows.map(personOf);
    },

    async displaysOf(chatIds) {
      if (chatIds.length === 0) return new Map();
      const those = among(dialect, chatIds);
      const { rows } = await query(`select id, address from chats where id ${those.sql}`, [those.value]);
      return new Map(rows.map((row) => [row.id as string, displayIn(row.address as string)]));
    },

    async ticketsOfMessages(ticketIds) {
      if (ticketIds.length === 0) return [];
      const those = among(dialect, ticketIds);
      const { rows } = await query(
        `${tickets} from ticket_figures f left join contacts c on c.id = f.contactId where f.ticketId ${those.sql}`,
        [those.value],
      );
      return rows.map(ticketOf);
    },

    async factsBetween(kind, batch, { from, to }) {
      const { rows } = await query(
        `select agentId, channelId, total, handle, waiting, idle from ${BY_MOMENT[dialect]}
         where f.kind = ? and f.at >= ? and f.at < ? and f.batch <= ?`,
        [kind, from, to, batch],
      );
      return rows as unknown as ReportedFact[];
    },

    async messageSlice({ from, to }, after, limit) {
      const { rows } = await query(
        `select m.id, m.heardAt, m.channelId, m.chatId, m.ticketId, m.direction, m.importedAt, ${inJson(dialect, 'author', 'kind')} as authorKind,
           ${inJson(dialect, 'author', 'id')} as authorId, ${inJson(dialect, 'content', 'type')} as type, h.contactId
         from messages m left join chats h on h.id = m.chatId
         where m.id ${after === null ? '>=' : '>'} ? and m.id < ? order by m.id limit ?`,
        [after ?? from, to, limit],
      );
      return rows as unknown as MessageHead[];
    },
  };
}

/** The rest of the rows of the moment that a walk has come to, and those after it. */
const beyond = (at: string, id: string, after: Place | null): { sql: string; values: readonly unknown[] } =>
  after ? { sql: ` and (${at} > ? or ${id} > ?)`, values: [after.at, after.id] } : { sql: '', values: [] };

/** Without reading the rest of a content into memory. */
const inJson = (dialect: Dialect, column: string, field: string): string =>
  dialect === 'mysql' ? `json_value(m.${column}, '$.${field}')` : `m.${column} ->> '$.${field}'`;

function displayIn(text: string): string {
  const { id, display } = JSON.parse(text) as { id?: string; display: string };
  return display.startsWith('@') ? display : (id ?? display);
}
