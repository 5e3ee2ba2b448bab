import type { TicketEvent } from '../../domain/events';
import type { ChatRecord, Stretch } from '../../domain/replay/record';
import type { Member } from '../../domain/replay/staff';
import type { ReplayReads, Walked } from '../../ports/store';
import type { Database } from '../database';
import { decode, type Row, selected } from '../rows';
import { FORMER_VALUES, MESSAGES, PRESENCE_SPELLS, TICKET_EVENTS } from '../schema';
import { among } from '../work';

type RecordReads = Pick<ReplayReads, 'countChats' | 'walkChats' | 'formerRules' | 'members'>;

/** More than that of one chat is not held in memory. */
const MOST = { events: 5_000, messages: 10_000 } as const;
/** After a chat of more others have their turn. */
const LONG = 50;

interface Span {
  readonly id: string;
  readonly number: number;
  readonly chatId: string;
  readonly previousTicketId: string | null;
  readonly createdAt: number;
  readonly closedAt: number | null;
}

/** What a replay is made from: committed data, a slice at a time. */
export function recordReads(database: Database): RecordReads {
  const { query } = database;
  return {
    countChats: async () => Number((await query('select count(*) as chats from chats')).rows[0]?.chats),
    walkChats: (after, limit, period) => walkChats(database, after, limit, period),
    async formerRules(since) {
      const { rows } = await query(
        `select ${selected(FORMER_VALUES, 'f')} from former_values f where f.\`of\` in ('settings', 'channel') and f.until > ? order by f.until`,
        [since],
      );
      return rows.map((row) => decode(FORMER_VALUES, row));
    },
    members: (during) => members(database, during),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const its = groups.get(keyOf(one));
    if (its) its.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

async function walkChats(database: Database, after: string, limit: number, period: Stretch): Promise<Walked> {
  const { query, dialect } = database;
  const { rows: chats } = await query('select id, channelId, contactId from chats where id > ? order by id limit ?', [after, limit]);
  const next = chats.length < limit ? null : (chats.at(-1)?.id as string);
  if (chats.length === 0) return { next, records: [], tooLong: 0 };
  const those = among(
    dialect,
    chats.map(({ id }) => id as string),
  );
  const { rows } = await query(
    `select id, number, chatId, previousTicketId, createdAt, closedAt from tickets where chatId ${those.sql} and createdAt < ? order by createdAt, id`,
    [those.value, period.to],
  );
  const spans = rows as unknown as Span[];
  const records: ChatRecord[] = [];
  let tooLong = 0;
  for (const chat of chats) {
    const tickets = relevant(
      spans.filter(({ chatId }) => chatId === chat.id),
      period,
    );
    const record = tickets.length === 0 ? null : await recordOf(database, chat, tickets, period);
    if (record && record.events.length + record.messages.length > LONG) await new Promise(setImmediate);
    if (record) records.push(record);
    else tooLong += Number(tickets.length > 0);
  }
  return { next, records, tooLong };
}

/** Those that were open in the period, and the one before the first of them: it may be reopened. */
function relevant(tickets: readonly Span[], { from }: Stretch): readonly Span[] {
  const first = tickets.findIndex(({ closedAt }) => closedAt === null || closedAt >= from);
  return first === -1 ? [] : tickets.slice(Math.max(0, first - 1));
}

/** null when there is too much of it. */
async function recordOf({ query, dialect }: Database, chat: Row, tickets: readonly Span[], { to }: Stretch): Promise<ChatRecord | null> {
  const [first] = tickets as readonly [Span];
  const those = among(
    dialect,
    tickets.map(({ id }) => id),
  );
  const { rows: events } = await query(
    `select ${selected(TICKET_EVENTS, 'e')} from ticket_events e where e.ticketId ${those.sql} order by e.ticketId, e.seq limit ?`,
    [those.value, MOST.events + 1],
  );
  const { rows: messages } = await query(
    `select ${selected(MESSAGES, 'm')} from messages m where m.chatId = ? and m.heardAt < ? and (m.heardAt >= ? or m.ticketId = ?) order by m.seq limit ?`,
    [chat.id, to, first.createdAt, first.id, MOST.messages + 1],
  );
  if (events.length > MOST.events || messages.length > MOST.messages) return null;
  const byTicket = grouped(
    events.map((row) => decode(TICKET_EVENTS, row)),
    ({ ticketId }) => ticketId,
  );
  return {
    chat: { id: chat.id as string, channelId: chat.channelId as string, contactId: chat.contactId as string },
    tickets,
    events: inOrder(tickets.map(({ id }) => byTicket.get(id) ?? [])),
    messages: messages.map((row) => decode(MESSAGES, row)),
  };
}

/** A closed ticket that was opened again stands beside the later one: each keeps its own order. */
function inOrder(lines: readonly (readonly TicketEvent[])[]): TicketEvent[] {
  return lines.reduce<TicketEvent[]>((before, line) => {
    const all: TicketEvent[] = [];
    let at = 0;
    for (const event of line) {
      while (at < before.length && (before[at] as TicketEvent).at <= event.at) all.push(before[at++] as TicketEvent);
      all.push(event);
    }
    return [...all, ...before.slice(at)];
  }, []);
}

async function members({ query }: Database, { from, to }: Stretch): Promise<Member[]> {
  const { rows: agents } = await query('select id, role, teamIds, createdAt, removedAt from agents order by id');
  const { rows } = await query(
    `select ${selected(PRESENCE_SPELLS, 's')} from presence_spells s where s.\`from\` < ? and (s.\`to\` is null or s.\`to\` > ?) order by s.\`from\`, s.id`,
    [to, from],
  );
  const spells = grouped(
    rows.map((row) => decode(PRESENCE_SPELLS, row)),
    ({ agentId }) => agentId,
  );
  return agents.map((row) => ({
    id: row.id as string,
    role: row.role as Member['role'],
    teamIds: JSON.parse(row.teamIds as string) as string[],
    createdAt: row.createdAt as number,
    removedAt: row.removedAt as number | null,
    spells: spells.get(row.id as string) ?? [],
  }));
}
