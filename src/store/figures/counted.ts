import type { Address } from '../../domain/contact';
import type { Counted, FactList, Narrowed, Page, Paged, Slice, SummaryReads } from '../../ports/store';
import type { Database } from '../database';
import { pageOf } from '../reads/pages';
import { decode, type Row, selected } from '../rows';
import { TICKETS } from '../schema';
import { among } from '../work';
import { type Condition, factsNarrowed, narrowing } from './summary';

type CountedReads = Pick<SummaryReads, 'countedFacts' | 'countedTalks'>;

const PEOPLE = 'left join chats c on c.id = x.chatId left join contacts p on p.id = c.contactId';
const NAMED = 'c.id as chatId, c.address as address, p.id as contactId, p.name as contactName';

/** What stands behind a number, a page at a time. */
export const countedReads = (database: Database): CountedReads => ({
  countedFacts: (list, page) => countedFacts(database, list, page),
  countedTalks: (list, page) => countedTalks(database, list, page),
});

function countedFacts({ query, dialect }: Database, list: FactList, page: Page): Promise<Paged<Counted>> {
  const causes = list.causes && among(dialect, list.causes);
  const all: Condition[] = [
    { sql: 'f.kind = ? and f.at >= ? and f.at < ? and f.batch <= ?', values: [list.kind, list.from, list.to, list.batch] },
    ...factsNarrowed(dialect, list.narrowed, 'f.'),
    ...(causes ? [{ sql: `f.cause ${causes.sql}`, values: [causes.value] }] : []),
    ...partOf(list),
  ];
  const columns = `f.at as at, f.traceId as rowId, f.cause as cause, f.agentId as agentId, ${list.span ? `f.${list.span}` : 'null'} as value`;
  return pageOf({
    query,
    list: `facts ${list.kind}`,
    select: `select ${columns}, ${NAMED}, ${selected(TICKETS, 'x', 'x_')} from figure_facts f join tickets x on x.id = f.ticketId ${PEOPLE}`,
    ...conditions(all),
    ...newestFirst(['f.at', 'f.traceId']),
    page,
    decode: countedOf,
  });
}

/** A bar of a histogram, or a cell of the heat map. */
function partOf({ span, over, upTo, within }: FactList): Condition[] {
  const hours = within?.flatMap(({ from, to }) => [from, to]);
  return [
    ...(span && over !== undefined ? [{ sql: `f.${span} > ?`, values: [over] }] : []),
    ...(span && upTo !== undefined ? [{ sql: `f.${span} <= ?`, values: [upTo] }] : []),
    ...(hours ? [{ sql: `(${['1 = 0', ...(within ?? []).map(() => 'f.at >= ? and f.at < ?')].join(' or ')})`, values: hours }] : []),
  ];
}

function countedTalks(
  { query, dialect }: Database,
  { from, to, narrowed, contained }: Slice & { readonly narrowed: Narrowed; readonly contained: boolean },
  page: Page,
): Promise<Paged<Counted>> {
  const all: Condition[] = [
    { sql: 'b.startedAt >= ? and b.startedAt < ?', values: [from, to] },
    ...narrowing(dialect, narrowed, { channel: 'b.channelId' }),
    ...(contained ? [{ sql: 'b.ticketId is null', values: [] }] : []),
  ];
  const talks =
    'from bot_talks b left join tickets x on x.id = b.ticketId left join chats c on c.id = b.chatId left join contacts p on p.id = c.contactId';
  return pageOf({
    query,
    list: 'talks',
    select: `select b.startedAt as at, b.id as rowId, b.cause as cause, null as agentId, null as value, ${NAMED}, ${selected(TICKETS, 'x', 'x_')} ${talks}`,
    ...conditions(all),
    ...newestFirst(['b.startedAt', 'b.id']),
    page,
    decode: countedOf,
  });
}

const conditions = (all: readonly Condition[]) => ({
  where: all.map(({ sql }) => sql).join(' and '),
  values: all.flatMap(({ values }) => values),
});

const newestFirst = (by: readonly string[]) => ({ by, keyNames: ['at', 'rowId'], like: [0, ''], direction: 'desc' as const });

const displayIn = (text: string): string => (JSON.parse(text) as Address).display;

const countedOf = (row: Row): Counted => ({
  at: row.at as number,
  value: row.value as number | null,
  cause: row.cause as string | null,
  agentId: row.agentId as string | null,
  chatId: row.chatId as string,
  address: row.address === null ? null : displayIn(String(row.address)),
  contact: row.contactId === null ? null : { id: row.contactId as string, name: row.contactName as string | null },
  ticket: row.x_id === null ? null : decode(TICKETS, row, 'x_'),
});
