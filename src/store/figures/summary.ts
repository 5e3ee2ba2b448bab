import type { Columns, Narrowed, Slice, SummaryReads, Ways } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Database } from '../database';
import type { Row } from '../rows';
import { among } from '../work';

export type ColumnReads = Pick<SummaryReads, 'factsIn' | 'messageTimesIn' | 'messageWaysIn' | 'talksIn'>;

/**
 * What summaries are made of, column by column: the database writes the values of a column into one text, which costs a fifth of
 * what as many rows cost on their way here.
 */
export function columnReads(database: Database): ColumnReads {
  const { dialect } = database;
  return {
    factsIn: ({ kind, batch, narrowed, spans, causesOnly, ...slice }) =>
      columnsOf(database, {
        keys: causesOnly ? ['cause'] : ['cause', 'channelId', 'teamId', 'agentId'],
        moment: 'at',
        numbers: spans,
        table: 'figure_facts',
        slice,
        also: [{ sql: 'kind = ?', values: [kind] }, { sql: 'batch <= ?', values: [batch] }, ...narrowing(dialect, narrowed, FACTS)],
      }),
    messageTimesIn: ({ narrowed, ...slice }) =>
      columnsOf(database, {
        keys: ['channelId', 'direction', 'author', 'authorId', 'type'],
        moment: 'quarter',
        numbers: ['times'],
        table: 'message_counts',
        slice,
        also: narrowing(dialect, narrowed, MESSAGES),
      }),
    messageWaysIn: (slice) => waysIn(database, slice),
    talksIn: ({ narrowed, ...slice }) =>
      columnsOf(database, {
        keys: ['channelId'],
        moment: 'startedAt',
        numbers: ['contained'],
        table: '(select startedAt, channelId, ticketId is null as contained from bot_talks) t',
        slice,
        also: narrowing(dialect, narrowed, TALKS),
      }),
  };
}

export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface Asked<Moment extends string, Number extends string> {
  readonly keys: readonly string[];
  /** The column that lies in the slice. */
  readonly moment: Moment;
  readonly numbers: readonly Number[];
  readonly table: string;
  readonly slice: Slice;
  readonly also: readonly Condition[];
}

/** Moments are written as what has passed since the slice began: half as many digits. */
async function columnsOf<Moment extends string, Number extends string>(
  { query, dialect }: Database,
  { keys, moment, numbers, table, slice: { from, to }, also }: Asked<Moment, Number>,
): Promise<Columns<Moment | Number>> {
  const within = { sql: `${moment} >= ? and ${moment} < ?`, values: [from, to] };
  const lists = [
    `group_concat(${joined(dialect, keys)}) as keyList`,
    `group_concat(${moment} - ${from}) as moments`,
    ...numbers.map((name) => `group_concat(coalesce(${name}, 0)) as ${name}`),
  ].join(', ');
  const all = [within, ...also];
  const { rows } = await query(
    `select count(*) as n, ${lists} from ${table} where ${all.map(({ sql }) => sql).join(' and ')}`,
    all.flatMap(({ values }) => values),
  );
  const row = rows[0] as Row;
  const many = row.n as number;
  const list = (name: string): string => (many === 0 ? '' : String(row[name]));
  const moments = { [moment]: wholeNumbers(list('moments'), from) };
  const others = named(numbers, (name) => wholeNumbers(list(name), 0));
  return { rows: many, keys: list('keyList'), numbers: { ...moments, ...others } as Columns<Moment | Number>['numbers'] };
}

/** Quarters lie in their order: the database adds them up as it goes. */
async function waysIn({ query, dialect }: Database, { narrowed, from, to }: Slice & { readonly narrowed: Narrowed }): Promise<Ways> {
  const all = [{ sql: 'quarter >= ? and quarter < ?', values: [from, to] }, ...narrowing(dialect, narrowed, MESSAGES)];
  const { rows } = await query(
    `select quarter, count(*) as n, sum(times) as times, sum(case direction when 'in' then times else 0 end) as cameIn
      from message_counts where ${all.map(({ sql }) => sql).join(' and ')} group by quarter`,
    all.flatMap(({ values }) => values),
  );
  const numbers = (name: string): number[] => rows.map((row) => Number(row[name]));
  return {
    rows: numbers('n').reduce((sum, n) => sum + n, 0),
    quarters: numbers('quarter'),
    times: numbers('times'),
    cameIn: numbers('cameIn'),
  };
}

/** Texts with a space between them. */
function joined(dialect: Dialect, columns: readonly string[]): string {
  const texts = columns.map((name) => `coalesce(${name}, '')`);
  return dialect === 'mysql' ? texts.join(", ' ', ") : texts.join(" || ' ' || ");
}

const named = <Name extends string, T>(names: readonly Name[], value: (name: Name) => T): Record<Name, T> =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, T>;

/** Whole numbers between commas, each so much more. Nothing reads them as quickly as JSON does. */
function wholeNumbers(list: string, more: number): Float64Array {
  const numbers = Float64Array.from(JSON.parse(`[${list}]`) as number[]);
  for (let at = 0; more !== 0 && at < numbers.length; at++) numbers[at] = (numbers[at] as number) + more;
  return numbers;
}

/** The columns that name a channel, a team and an agent; absent where a table can't be narrowed so. */
type Naming = { readonly [Name in keyof Narrowed]?: string };
const FACTS: Naming = { channel: 'channelId', team: 'teamId', agent: 'agentId' };
const MESSAGES: Naming = { channel: 'channelId', agent: 'authorId' };
const TALKS: Naming = { channel: 'channelId' };

export function narrowing(dialect: Dialect, narrowed: Narrowed, naming: Naming): Condition[] {
  return (Object.keys(naming) as (keyof Narrowed)[]).flatMap((name) => {
    const [wanted, column] = [narrowed[name], naming[name]];
    if (wanted === undefined || column === undefined) return [];
    const { sql, value } = among(
      dialect,
      wanted.map((id) => id ?? ''),
    );
    return [{ sql: `coalesce(${column}, '') ${sql}`, values: [value] }];
  });
}

export const factsNarrowed = (dialect: Dialect, narrowed: Narrowed, prefix: string): Condition[] =>
  narrowing(
    dialect,
    narrowed,
    named(['channel', 'team', 'agent'], (name) => `${prefix}${FACTS[name]}`),
  );
