import type { TicketEvent } from '../../domain/events';
import type { Message } from '../../domain/message';
import type { ChatRecord, Stretch } from '../../domain/replay/record';
import type { Member } from '../../domain/replay/staff';
import type { ReplayReads, Walked } from '../../ports/store';
import type { Table } from '../columns';
import type { Database } from '../database';
import { decode, type Row, selected } from '../rows';
import { FORMER_VALUES, MESSAGES, PRESENCE_SPELLS, TICKET_EVENTS } from '../schema';
import { among } from '../work';

type RecordReads = Pick<ReplayReads, 'countChats' | 'walkChats' | 'formerRules' | 'members'>;

/** More than that of one chat is not held in memory. */
const MOST = { events: 5_000, messages: 10_000 } as const;
/** So many rows are read before others have their turn. */
const STEP = 500;

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
async function recordOf(database: Database, chat: Row, tickets: readonly Span[], period: Stretch): Promise<ChatRecord | null> {
  const events = await eventsOf(database, tickets);
  const messages = events && (await messagesOf(database, chat, tickets[0] as Span, period));
  if (!messages) return null;
  const byTicket = grouped(events, ({ ticketId }) => ticketId);
  return {
    chat: { id: chat.id as string, channelId: chat.channelId as string, contactId: chat.contactId as string },
    tickets,
    events: inOrder(tickets.map(({ id }) => byTicket.get(id) ?? [])),
    messages: messages.sort((a, b) => a.seq - b.seq),
  };
}

/** So many tickets are asked for together. */
const TOGETHER = 50;

async function eventsOf({ query, dialect }: Database, tickets: readonly Span[]): Promise<TicketEvent[] | null> {
  const all: TicketEvent[] = [];
  for (let at = 0; at < tickets.length; at += TOGETHER) {
    const those = among(
      dialect,
      tickets.slice(at, at + TOGETHER).map(({ id }) => id),
    );
    const some = await inSteps(MOST.events - all.length, TICKET_EVENTS, (after, limit) =>
      query(
        `select ${selected(TICKET_EVENTS, 'e')} from ticket_events e
          where e.ticketId ${those.sql} and (e.ticketId > ? or (e.ticketId = ? and e.seq > ?)) order by e.ticketId, e.seq limit ?`,
        [those.value, after?.ticketId ?? '', after?.ticketId ?? '', after?.seq ?? 0, limit],
      ),
    );
    if (!some) return null;
    all.push(...some);
  }
  return all;
}

/** Along the index, by when they were sent. */
function messagesOf({ query }: Database, chat: Row, first: Span, { to }: Stretch): Promise<Message[] | null> {
  return inSteps(MOST.messages, MESSAGES, (after, limit) =>
    query(
      `select ${selected(MESSAGES, 'm')} from messages m
        where m.chatId = ? and m.sentAt >= ? and (m.sentAt > ? or m.seq > ?) and m.heardAt < ? and (m.heardAt >= ? or m.ticketId = ?)
        order by m.sentAt, m.seq limit ?`,
      [chat.id, after?.sentAt ?? LONG_AGO, after?.sentAt ?? LONG_AGO, after?.seq ?? 0, to, first.createdAt, first.id, limit],
    ),
  );
}

const LONG_AGO = -1;

/** Rows in their order, some hundreds at a time; others have their turn in between. null when there are more than `most`. */
async function inSteps<T>(
  most: number,
  table: Table<T>,
  read: (after: T | undefined, limit: number) => Promise<{ readonly rows: readonly Row[] }>,
): Promise<T[] | null> {
  const all: T[] = [];
  for (;;) {
    const { rows } = await read(all.at(-1), STEP);
    for (const row of rows) all.push(decode(table, row));
    if (all.length > most) return null;
    if (rows.length < STEP) return all;
    await new Promise(setImmediate);
  }
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
