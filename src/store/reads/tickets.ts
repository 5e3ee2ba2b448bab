import type { SeenBy } from '../../domain/access';
import type { Chat } from '../../domain/chat';
import type { Ticket } from '../../domain/ticket';
import type { Page, Paged, Reads, TicketSort, TicketView } from '../../ports/store';
import type { Database } from '../database';
import { decode, type Row, selected } from '../rows';
import { TICKETS } from '../schema';
import { among } from '../work';
import { type After, after, cursorAt, type Direction, type Key, keysIn, paged } from './pages';
import { found } from './search';
import { both, type Condition, inSight, type Known, type Plan, planOf } from './ticket-lanes';

interface Order {
  readonly column: string;
  readonly direction: Direction;
  /** Numbers are unique; the others need the id to tell rows apart. */
  readonly tie: boolean;
  readonly keys: readonly string[];
  readonly like: readonly Key[];
}

const byNumber: Order = { column: 'number', direction: 'desc', tie: false, keys: ['number'], like: [0] };
const byTime = (column: string, direction: Direction): Order => ({ column, direction, tie: true, keys: [column, 'id'], like: [0, ''] });

const ORDERS: Record<TicketSort, Order> = {
  '-number': byNumber,
  '-lastMessageAt': byTime('lastMessageAt', 'desc'),
  waiting: byTime('waitingFrom', 'asc'),
  window: byTime('windowFrom', 'asc'),
  due: byTime('dueFrom', 'asc'),
  queue: byTime('queueRank * 100000000000000 + statusSince', 'asc'),
};

/** How many entries of an index are looked at for conditions that the index does not lead; then the page is short and goes on later. */
export const SCAN = 2_000;
/** How many entries are looked at to count those that fulfil what no index leads. */
const COUNTED = 5_000;
/** First only so many times the page: where every fourth ticket fits, that fills it. */
const NEAR = 4;

const PERSON = ['id', 'name', 'phone', 'username', 'avatarUrl'] as const;
const VIEW = `${selected(TICKETS, 't', 't_')}, ${PERSON.map((name) => `c.\`${name}\` as \`c_${name}\``).join(', ')}, h.address as address, h.windowFrom as windowFrom, h.heldBy as heldBy`;
const JOINED = 'join contacts c on c.id = t.contactId join chats h on h.id = t.chatId';

export function ticketReads(
  database: Database,
): Pick<Reads, 'ticket' | 'ticketsByIds' | 'tickets' | 'countTickets' | 'ticketCounts' | 'chatSeenBy' | 'holdersIn'> {
  const { dialect, query } = database;
  return {
    async ticket(id, seenBy) {
      const sight = inSight(seenBy, dialect);
      const { rows } = await query(`select ${VIEW} from (select * from tickets where id = ? and ${sight.sql}) t ${JOINED}`, [
        id,
        ...sight.values,
      ]);
      const [view] = rows[0] ? await told(database, [viewOf(rows[0], await deletedIn(database))]) : [];
      return view ?? null;
    },

    async ticketsByIds(ids) {
      const those = among(dialect, ids);
      const { rows } = await query(`select ${VIEW} from tickets t ${JOINED} where t.id ${those.sql}`, [those.value]);
      const deleted = await deletedIn(database);
      return told(
        database,
        rows.map((row) => viewOf(row, deleted)),
      );
    },

    async tickets(filter, sort, page) {
      const deleted = await deletedIn(database);
      const plan = planOf(filter, sort, { dialect, ...deleted, found: await found(database, filter.q) });
      if (plan.lanes.length === 0) return { data: [], nextCursor: null };
      const { data, nextCursor } = await listed(database, plan, sort, page, deleted);
      return { data: await told(database, data), nextCursor };
    },

    async countTickets(filter, sort, most) {
      const plan = planOf(filter, sort, { dialect, ...(await deletedIn(database)), found: await found(database, filter.q) });
      return plan.lanes.length === 0 ? 0 : countUpTo(database, plan, ORDERS[sort], most);
    },

    async ticketCounts(filter) {
      const deleted = await deletedIn(database);
      const plan = planOf(filter, '-lastMessageAt', { dialect, ...deleted, found: await found(database, filter.q) });
      return counted(database, plan, deleted);
    },

    chatSeenBy: (chatId, seenBy) => chatSeenBy(database, chatId, seenBy),

    async holdersIn(chatIds) {
      const those = among(dialect, chatIds);
      const { rows } = await query(`select distinct chatId, assigneeId, teamId from tickets where chatId ${those.sql}`, [those.value]);
      return rows as unknown as Awaited<ReturnType<Reads['holdersIn']>>;
    },
  };
}

type Deleted = Pick<Known, 'deletedStages' | 'deletedTeams'>;

async function deletedIn({ query }: Database): Promise<Deleted> {
  const { rows } = await query(
    "select 'stage' as kind, `key` as id from stages where deletedAt is not null union all select 'team', id from teams where deletedAt is not null",
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.id as string);
  return { deletedStages: of('stage'), deletedTeams: of('team') };
}

const stageNow = (stage: string, { deletedStages }: Deleted): string => (deletedStages.includes(stage) ? 'open' : stage);
const teamNow = (teamId: string | null, { deletedTeams }: Deleted): string | null => (deletedTeams.includes(teamId ?? '') ? null : teamId);

function viewOf(row: Row, deleted: Deleted): TicketView {
  const ticket = decode(TICKETS, row, 't_');
  const contact = Object.fromEntries(PERSON.map((name) => [name, row[`c_${name}`] ?? null])) as unknown as TicketView['contact'];
  return {
    ticket: { ...ticket, stage: stageNow(ticket.stage, deleted), teamId: teamNow(ticket.teamId, deleted) },
    contact,
    address: JSON.parse(row.address as string) as Chat['address'],
    windowFrom: row.windowFrom as number | null,
    lastDelivery: null,
    heldBy: row.heldBy === null ? null : (JSON.parse(row.heldBy as string) as Chat['heldBy']),
  };
}

/** With how far their last messages got, where these are ours: it changes without the ticket. */
async function told({ query, dialect }: Database, views: readonly TicketView[]): Promise<TicketView[]> {
  const ids = views.flatMap(({ ticket: { lastMessage } }) => (lastMessage?.direction === 'out' ? [lastMessage.id] : []));
  if (ids.length === 0) return [...views];
  const those = among(dialect, ids);
  const { rows } = await query(`select id, deliveryStatus from messages where id ${those.sql}`, [those.value]);
  const statuses = new Map(rows.map(({ id, deliveryStatus }) => [id as string, deliveryStatus as TicketView['lastDelivery']]));
  return views.map((view) => ({ ...view, lastDelivery: statuses.get(view.ticket.lastMessage?.id ?? '') ?? null }));
}

/** The keys of a page are found in the indexes alone; rows are fetched for those that are shown. */
async function listed(database: Database, plan: Plan, sort: TicketSort, page: Page, deleted: Deleted): Promise<Paged<TicketView>> {
  const order = plan.few ? sortedByHand(ORDERS[sort]) : ORDERS[sort];
  const from = after(order.keys, order.direction, keysIn(sort, page.cursor, order.like));
  const within = async (scan: Condition): Promise<Paged<TicketView>> => {
    const keys = plan.rest.length > 0 ? narrowed(database, scan, plan.rest, order, page.limit + 1) : scan;
    const sql = `select x.k, ${VIEW} from (${keys.sql}) x ${FIRST[database.dialect]} tickets t on t.id = x.id ${JOINED} order by ${inOrder(order, 'x.')}`;
    const { rows } = await database.query(sql, keys.values);
    return paged(sort, rows, page.limit, order.tie ? ['k', 't_id'] : ['k'], (row) => viewOf(row, deleted));
  };
  if (plan.rest.length === 0) return within(scanOf(plan.lanes, order, from, page.limit + 1));
  const near = await within(scanOf(plan.lanes, order, from, NEAR * (page.limit + 1)));
  if (near.nextCursor !== null) return near;
  const scan = scanOf(plan.lanes, order, from, SCAN);
  const shown = await within(scan);
  return shown.nextCursor === null ? { ...shown, nextCursor: await cursorAtEnd(database, scan, sort) } : shown;
}

/** Joins in the order in which it is written: the keys first, then their rows. */
const FIRST = { sqlite: 'cross join', mysql: 'straight_join' } as const;

/** A sign before a column keeps the database from reading along that column's index. */
const sortedByHand = (order: Order): Order => ({ ...order, keys: order.keys.map((key) => `+${key}`) });

const inOrder = ({ direction, tie }: Order, prefix = ''): string => `${prefix}k ${direction}${tie ? `, ${prefix}id ${direction}` : ''}`;

/** The first entries of the lanes together: one short range of an index each, then merged. */
function scanOf(lanes: readonly Condition[], order: Order, from: After, limit: number): Condition {
  const by = order.keys.map((key) => `${key} ${order.direction}`).join(', ');
  const one = (lane: Condition) =>
    `select * from (select ${order.column} as k, id from tickets where ${lane.sql} and ${from.sql} order by ${by} limit ?) lane`;
  return {
    sql: `select k, id from (${lanes.map(one).join(' union all ')}) lanes order by ${inOrder(order)} limit ?`,
    values: [...lanes.flatMap((lane) => [...lane.values, ...from.values, limit]), limit],
  };
}

/** Those entries that fulfil what no index leads. */
function narrowed({ dialect }: Database, scan: Condition, conditions: readonly Condition[], order: Order, limit: number): Condition {
  const rest = conditions.reduce(both);
  return {
    sql: `select s.k, s.id from (${scan.sql}) s ${FIRST[dialect]} tickets t on t.id = s.id where ${rest.sql} order by ${inOrder(order, 's.')} limit ?`,
    values: [...scan.values, ...rest.values, limit],
  };
}

/** Where the scan stopped, when it did not reach the end of the lanes. */
async function cursorAtEnd({ query }: Database, scan: Condition, sort: TicketSort): Promise<string | null> {
  const order = ORDERS[sort];
  const { rows } = await query(`select k, id from (${scan.sql}) s order by ${inOrder(order)} limit 1 offset ?`, [...scan.values, SCAN - 1]);
  const last = rows[0];
  return last ? cursorAt(sort, (order.tie ? [last.k, last.id] : [last.k]) as Key[]) : null;
}

/** Along the list's own index ranges, so that a long list costs no more than `most` of its entries. */
async function countUpTo(database: Database, plan: Plan, order: Order, most: number): Promise<number> {
  const along = plan.few ? sortedByHand(order) : order;
  const scan = scanOf(plan.lanes, along, after(along.keys, along.direction, null), plan.rest.length > 0 ? COUNTED : most);
  const keys = plan.rest.length > 0 ? narrowed(database, scan, plan.rest, along, most) : scan;
  const { rows } = await database.query(`select count(*) as tickets from (${keys.sql}) counted`, keys.values);
  return Number(rows[0]?.tickets);
}

type Counts = Awaited<ReturnType<Reads['ticketCounts']>>;

async function counted({ query }: Database, { lanes, rest }: Plan, deleted: Deleted): Promise<Counts> {
  if (lanes.length === 0) return [];
  const conditions = lanes.map((lane) => [lane, ...rest].reduce(both));
  // Nobody has a closed ticket, and what of it was not read is not counted: an index knows the rest. Lanes of an agent or channel are the better index.
  const stage = (i: number) => (/^(assigneeId|teamId|channelId|id) /.test(lanes[i]?.sql ?? '') ? '+stage' : 'stage');
  const sum = (lane: Condition, i: number) =>
    lanes[i]?.values.includes('closed')
      ? `select status, stage, null as assigneeId, null as teamId, 0 as unread, null as oldestSince, count(*) as tickets from tickets where ${lane.sql} group by status, ${stage(i)}`
      : `select status, stage, assigneeId, teamId, sum(unread) as unread, min(statusSince) as oldestSince, count(*) as tickets from tickets where ${lane.sql} group by status, ${stage(i)}, assigneeId, teamId`;
  const { rows } = await query(
    conditions.map(sum).join(' union all '),
    conditions.flatMap(({ values }) => values),
  );
  return rows.map((row) => ({
    status: row.status as Ticket['status'],
    stage: stageNow(row.stage as string, deleted),
    assigneeId: row.assigneeId as string | null,
    teamId: teamNow(row.teamId as string | null, deleted),
    unread: Number(row.unread),
    oldestSince: row.oldestSince as number | null,
    tickets: Number(row.tickets),
  }));
}

async function chatSeenBy({ query, dialect }: Database, chatId: string, seenBy: SeenBy | null): Promise<boolean> {
  const sight = inSight(seenBy, dialect);
  const { rows } = await query(
    `select (select 1 from tickets where chatId = ? limit 1) as has, (select 1 from tickets where chatId = ? and ${sight.sql} limit 1) as seen`,
    [chatId, chatId, ...sight.values],
  );
  return rows[0]?.has === null || rows[0]?.seen === 1;
}
