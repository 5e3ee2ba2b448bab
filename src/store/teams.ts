import type { Content } from '../domain/content';
import type { FieldValues } from '../domain/fields';
import { OPEN_STATUSES, type Ticket } from '../domain/ticket';
import type { Opened, TeamReads, TeamTx } from '../ports/store';
import type { Dialect } from './columns';
import type { Database } from './database';
import { agentsWhere } from './people';
import { decode, type Row, selected } from './rows';
import { TICKETS } from './schema';
import { among, type Work } from './work';

/** The words of so many messages say what a customer wants. */
const MOST_SAID = 20;

/** From the newest ticket on, by its number: left to themselves databases walk through all events, or sort all tickets. */
const NEWEST = {
  sqlite: { tickets: 'tickets t', join: 'cross join' },
  mysql: { tickets: 'tickets t force index (tickets_number)', join: 'straight_join' },
} as const;

const openedOn = (
  dialect: Dialect,
): string => `select ${selected(TICKETS, 't', 't_')}, c.name as name, c.phone as phone, c.fields as fields, e.cause as cause, e.data as data
  from ${NEWEST[dialect].tickets} ${NEWEST[dialect].join} ticket_events e on e.ticketId = t.id and e.seq = 1
  join contacts c on c.id = t.contactId where t.number > 0 and e.status like '%"to":"pending"%' order by t.number desc limit ?`;

/** What the desk asks of teams, and of tickets as they began. */
export function teamReads(database: Database): TeamReads {
  const { query, dialect } = database;
  return {
    async openTicketsOf(teamIds) {
      if (teamIds.length === 0) return new Map();
      const [teams, open] = [among(dialect, teamIds), among(dialect, OPEN_STATUSES)];
      const { rows } = await query(
        `select teamId, count(*) as tickets from tickets where teamId ${teams.sql} and status ${open.sql} group by teamId`,
        [teams.value, open.value],
      );
      return new Map(rows.map((row) => [row.teamId as string, Number(row.tickets)]));
    },

    async opened(limit) {
      const { rows } = await query(openedOn(dialect), [limit]);
      const tickets = rows.map((row) => decode(TICKETS, row, 't_'));
      const said = await saidBefore(database, tickets);
      return rows.map((row, at) => openedOf(tickets[at] as Ticket, row, said));
    },
  };
}

function openedOf(ticket: Ticket, row: Row, said: ReadonlyMap<string, readonly Content[]>): Opened {
  const json = <T>(value: unknown): T | null => (value === null ? null : (JSON.parse(value as string) as T));
  return {
    ticket,
    contact: { name: row.name as string | null, phone: row.phone as string | null, fields: json(row.fields) },
    created: { cause: row.cause as string, data: json(row.data) },
    said: said.get(ticket.id) ?? [],
  };
}

/** What customers had written when their tickets opened, by ticket. */
async function saidBefore({ query, dialect }: Database, tickets: readonly Ticket[]): Promise<Map<string, Content[]>> {
  if (tickets.length === 0) return new Map();
  const those = among(
    dialect,
    tickets.map(({ id }) => id),
  );
  const { rows } = await query(
    `select m.ticketId as ticketId, m.content as content from tickets t join messages m on m.ticketId = t.id
     where t.id ${those.sql} and m.direction = 'in' and m.heardAt <= t.createdAt order by m.seq`,
    [those.value],
  );
  const said = new Map<string, Content[]>();
  for (const { ticketId, content } of rows) {
    const before = said.get(ticketId as string) ?? [];
    said.set(ticketId as string, [...before, JSON.parse(content as string) as Content].slice(-MOST_SAID));
  }
  return said;
}

export function teamsIn(work: Work): TeamTx {
  const { query, dialect } = work;
  return {
    async contactFields(contactIds) {
      const those = among(dialect, contactIds);
      const { rows } = await query(`select id, fields from contacts where id ${those.sql} and fields is not null`, [those.value]);
      return new Map(rows.map((row) => [row.id as string, JSON.parse(row.fields as string) as FieldValues]));
    },

    async membersAnd(teamId, agentIds) {
      const those = among(dialect, agentIds);
      const named = agentIds.length === 0 ? 'false' : `a.id ${those.sql}`;
      const values = agentIds.length === 0 ? [] : [those.value];
      return [
        ...(await agentsWhere(work, `a.removedAt is null and (instr(a.teamIds, ?) > 0 or ${named})`, [JSON.stringify(teamId), ...values])),
      ];
    },

    async ticketsOfTeam(teamId, limit) {
      const open = among(dialect, OPEN_STATUSES);
      const { rows } = await query(`select id, chatId from tickets where teamId = ? and status ${open.sql} order by id limit ?`, [
        teamId,
        open.value,
        limit,
      ]);
      return rows.map((row) => ({ id: row.id as string, chatId: row.chatId as string }));
    },
  };
}
