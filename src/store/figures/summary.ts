import type { Columns, Narrowed, Slice, SummaryReads } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Database } from '../database';
import type { Row } from '../rows';
import { among } from '../work';

export type ColumnReads = Pick<SummaryReads, 'factsIn' | 'messageTimesIn' | 'talksIn'>;

/**
 * What summaries are made of, column by column: the database writes the values of a column into one text, which costs a fifth of
 * what as many rows cost on their way here.
 */
export function columnReads(database: Database): ColumnReads {
  const { dialect } = database;
  return {
    factsIn: ({ kind, batch, narrowed, spans, ...slice }) =>
      columnsOf(database, {
        keys: ['cause', 'channelId', 'teamId', 'agentId'],
        numbers: ['at', ...spans],
        ...from('figure_facts', 'at', slice),
        also: [{ sql: 'kind = ?', values: [kind] }, { sql: 'batch <= ?', values: [batch] }, ...narrowing(dialect, narrowed, FACTS)],
      }),
    messageTimesIn: ({ narrowed, ...slice }) =>
      columnsOf(database, {
        keys: ['channelId', 'direction', 'author', 'authorId', 'type'],
        numbers: ['quarter', 'times'],
        ...from('message_counts', 'quarter', slice),
        also: narrowing(dialect, narrowed, MESSAGES),
      }),
    talksIn: ({ narrowed, ...slice }) =>
      columnsOf(database, {
        keys: ['channelId'],
        numbers: ['startedAt', 'contained'],
        ...from('(select startedAt, channelId, ticketId is null as contained from bot_talks) t', 'startedAt', slice),
        also: narrowing(dialect, narrowed, TALKS),
      }),
  };
}

export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface Asked<Number extends string> {
  readonly keys: readonly string[];
  readonly numbers: readonly Number[];
  readonly table: string;
  readonly slice: Condition;
  readonly also: readonly Condition[];
}

const from = (table: string, at: string, slice: Slice) => ({
  table,
  slice: { sql: `${at} >= ? and ${at} < ?`, values: [slice.from, slice.to] },
});

async function columnsOf<Number extends string>(
  { query, dialect }: Database,
  { keys, numbers, table, slice, also }: Asked<Number>,
): Promise<Columns<Number>> {
  const all = [slice, ...also];
  const lists = [
    `group_concat(${joined(dialect, keys)}) as keyList`,
    ...numbers.map((name) => `group_concat(coalesce(${name}, 0)) as ${name}`),
  ].join(', ');
  const where = all.map(({ sql }) => sql).join(' and ');
  const { rows } = await query(
    `select count(*) as n, ${lists} from ${table} where ${where}`,
    all.flatMap(({ values }) => values),
  );
  const row = rows[0] as Row;
  const some = row.n !== 0;
  return {
    rows: row.n as number,
    keys: some ? String(row.keyList).split(',') : [],
    numbers: named(numbers, (name) => (some ? wholeNumbers(String(row[name])) : [])),
  };
}

/** Texts with a space between them. */
function joined(dialect: Dialect, columns: readonly string[]): string {
  const texts = columns.map((name) => `coalesce(${name}, '')`);
  return dialect === 'mysql' ? texts.join(", ' ', ") : texts.join(" || ' ' || ");
}

const named = <Name extends string, T>(names: readonly Name[], value: (name: Name) => T): Record<Name, T> =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, T>;

const [COMMA, ZERO] = [44, 48];

/** Whole numbers, none negative, between commas: in a quarter of the time that splitting takes. */
function wholeNumbers(list: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  for (let at = 0; at < list.length; at++) {
    const letter = list.charCodeAt(at);
    if (letter === COMMA) {
      numbers.push(value);
      value = 0;
    } else value = value * 10 + letter - ZERO;
  }
  numbers.push(value);
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
