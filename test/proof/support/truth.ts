import { policyFor } from '../../../src/actions/rules';
import type { Agent } from '../../../src/domain/agent';
import type { Chat } from '../../../src/domain/chat';
import type { TicketEvent } from '../../../src/domain/events';
import type { Message } from '../../../src/domain/message';
import type { Ticket } from '../../../src/domain/ticket';
import type { Errand, House } from '../../../src/ports/store';
import type { Table } from '../../../src/store/columns';
import { type Database, openDatabase, type Query } from '../../../src/store/database';
import { readHouse } from '../../../src/store/house';
import { decode, selected } from '../../../src/store/rows';
import { AGENTS, CHATS, MESSAGES, OUTBOX, TICKET_EVENTS, TICKETS } from '../../../src/store/schema';

/** Everything that a desk remembers of its traffic, read straight from the database. */
export interface Truth {
  readonly house: House;
  readonly chats: readonly Chat[];
  readonly tickets: readonly Ticket[];
  readonly messages: readonly Message[];
  readonly events: readonly TicketEvent[];
  readonly agents: readonly Agent[];
  readonly errands: readonly Errand[];
  /** The chat in which each ticket is the open one, by the column that keeps it unique. */
  readonly openIn: ReadonlyMap<string, string | null>;
}

export async function truthIn(url: string): Promise<Truth> {
  const database = await openDatabase(url);
  return truthOf(database).finally(database.close);
}

/** The same, over a database that is open already. */
export async function truthOf({ query }: Pick<Database, 'query'>): Promise<Truth> {
  const open = await query('select id, openChatId from tickets');
  return {
    house: await readHouse(query),
    chats: await all(query, CHATS, 'id'),
    tickets: await all(query, TICKETS, 'id'),
    messages: await all(query, MESSAGES, 'chatId, seq'),
    events: await all(query, TICKET_EVENTS, 'ticketId, seq'),
    agents: await all(query, AGENTS, 'id'),
    errands: await all(query, OUTBOX, 'id'),
    openIn: new Map(open.rows.map((row) => [row.id as string, row.openChatId as string | null])),
  };
}

async function all<R>(query: Query, table: Table<R>, order: string): Promise<R[]> {
  const { rows } = await query(`select ${selected(table, 't')} from ${table.name} t order by ${order}`);
  return rows.map((row) => decode(table, row));
}

export const policyIn = (truth: Truth, { channelId }: Ticket) => policyFor(truth.house, channelId);

export function grouped<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
