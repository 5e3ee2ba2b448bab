import type { Spoken } from '../../domain/figures/history';
import type { ChatPast, FigureHistoryReads, FigureHistoryTx } from '../../ports/store';
import type { Database } from '../database';
import { decode, type Row, selected } from '../rows';
import { TICKET_EVENTS, TICKETS, TRACES } from '../schema';
import { among, type Work } from '../work';

const UNTOLD = `exists (select 1 from tickets t where t.chatId = c.id
  and not exists (select 1 from traces x where x.ticketId = t.id and x.was is null and x.now is not null))`;
const LOOSE = `exists (select 1 from messages m left join tickets o on o.id = m.ticketId
  where m.chatId = c.id and m.heardAt < ? and m.importedAt is null and (o.id is null or m.heardAt < o.createdAt))`;

export function figureHistoryReads({ query, dialect }: Database): FigureHistoryReads {
  return {
    async chatsAfter(id, limit) {
      return (await query('select id from chats where id > ? order by id limit ?', [id, limit])).rows.map((row) => row.id as string);
    },
    async untoldAmong(chatIds, before) {
      if (chatIds.length === 0) return [];
      const those = among(dialect, chatIds);
      const { rows } = await query(`select c.id from chats c where c.id ${those.sql} and (${UNTOLD} or ${LOOSE}) order by c.id`, [
        those.value,
        before,
      ]);
      return rows.map(({ id }) => id as string);
    },
    async firstTrace() {
      const { rows } = await query('select at from traces where batch is null and seq >= 0 order by id limit 1');
      return (rows[0]?.at as number | undefined) ?? null;
    },
  };
}

/** What was kept of chats before there were traces. */
export function figureHistoryIn({ query, dialect, bulk }: Work): FigureHistoryTx {
  const type = dialect === 'mysql' ? "json_unquote(json_extract(m.content, '$.type'))" : "m.content ->> '$.type'";
  return {
    async pastOf(chatIds): Promise<ChatPast> {
      const chats = among(dialect, chatIds);
      const ofChats = async (sql: string): Promise<Row[]> => (await query(`${sql} ${chats.sql}`, [chats.value])).rows;
      const tickets = (await ofChats(`select ${selected(TICKETS, 't')} from tickets t where t.chatId`)).map((row) => decode(TICKETS, row));
      const theirs = among(
        dialect,
        tickets.map(({ id }) => id),
      );
      const ofTickets = async (sql: string, order: string): Promise<Row[]> =>
        tickets.length === 0 ? [] : (await query(`${sql} ${theirs.sql} order by ${order}`, [theirs.value])).rows;
      const events = await ofTickets(`select ${selected(TICKET_EVENTS, 'e')} from ticket_events e where e.ticketId`, 'e.ticketId, e.seq');
      const traces = await ofTickets(`select ${selected(TRACES, 't')} from traces t where t.ticketId`, 't.ticketId, t.seq, t.id');
      const { rows: spoken } = await query(
        `select m.chatId, m.ticketId, m.heardAt, m.direction, m.author, ${type} as type from messages m
         where m.chatId ${chats.sql} and m.direction <> 'note' and m.importedAt is null order by m.chatId, m.seq`,
        [chats.value],
      );
      return {
        chats: (await ofChats('select id, channelId from chats where id')) as unknown as ChatPast['chats'],
        tickets,
        events: events.map((row) => decode(TICKET_EVENTS, row)),
        spoken: spoken.map((row) => ({ chatId: row.chatId as string, ...spokenIn(row) })),
        traces: traces.map((row) => decode(TRACES, row)),
      };
    },
    addTraces: (traces) => bulk.insert(TRACES, traces),
  };
}

function spokenIn(row: Row): Spoken {
  const { kind, id } = JSON.parse(row.author as string) as { kind: Spoken['author']; id: string | null };
  return {
    ticketId: row.ticketId as string | null,
    at: row.heardAt as number,
    direction: row.direction as Spoken['direction'],
    author: kind,
    authorId: id,
    type: row.type as string,
  };
}
