import type { Merged } from '../../domain/figures/merged';
import type { FiguresOfOne, MessageHead, Person, Place, ReportedFact, ReportedFigures, ReportReads } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Database } from '../database';
import type { Row } from '../rows';
import { among } from '../work';

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

// biome-ignore format: a table is read in columns
const TOLD = [
  'ticketId', 'number', 'chatId', 'contactId', 'channelId', 'createdAt', 'firstResponseAt', 'closedAt', 'closeCause', 'status', 'stage',
  'agentId', 'teamId', 'priority', 'reopens', 'response', 'messagesIn', 'messagesOut', 'at', 'batch',
] as const satisfies readonly (keyof ReportedFigures)[];
const PERSON = ['id', 'name', 'phone', 'username'] as const satisfies readonly (keyof Person)[];

/** Values, and after them what is JSON already, as it lies there. One text a row is read in a third of the time that its columns take. */
const toldBy = (dialect: Dialect, values: readonly string[], json: readonly string[]): string => {
  const parts = [`'['`, `json_array(${values.join(', ')})`, ...json.flatMap((one) => [`','`, one]), `']'`];
  return `${dialect === 'mysql' ? `concat(${parts.join(', ')})` : parts.join(' || ')} as told`;
};
const FORMERLY = "coalesce(c.formerly, 'null')";
const PEOPLE = PERSON.map((name) => `c.${name}`);

const ticketsIn = (dialect: Dialect): string =>
  `select ${toldBy(dialect, [...TOLD.map((name) => `f.${name}`), ...PEOPLE], ['f.tags', 'f.spent', 'f.stages', FORMERLY])}`;
const peopleIn = (dialect: Dialect): string => `select ${toldBy(dialect, PEOPLE, [FORMERLY])}`;

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

/** By hand: a million of them pass through here. */
function ticketOf({ told }: Row): FiguresOfOne {
  const [v, tags, spent, stages, formerly] = JSON.parse(told as string) as [Told, string[], Spent, Stages, Formerly];
  const figures = {
    ticketId: v[0],
    number: v[1],
    chatId: v[2],
    contactId: v[3],
    channelId: v[4],
    createdAt: v[5],
    firstResponseAt: v[6],
    closedAt: v[7],
    closeCause: v[8],
    status: v[9],
    stage: v[10],
    agentId: v[11],
    teamId: v[12],
    priority: v[13],
    reopens: v[14],
    response: v[15],
    messagesIn: v[16],
    messagesOut: v[17],
    at: v[18],
    batch: v[19],
    tags,
    spent,
    stages,
  };
  return { figures: figures as unknown as ReportedFigures, person: personIn(v, TOLD.length, formerly) };
}

type Told = readonly never[];
type Spent = ReportedFigures['spent'];
type Stages = ReportedFigures['stages'];
type Formerly = Person['formerly'];

function personOf({ told }: Row): Person {
  const [values, formerly] = JSON.parse(told as string) as [Told, Formerly];
  return personIn(values, 0, formerly) as Person;
}

function personIn(values: Told, at: number, formerly: Formerly): Person | null {
  const id = values[at];
  if (id === null || id === undefined) return null;
  return { id, name: values[at + 1] as never, phone: values[at + 2] as never, username: values[at + 3] as never, formerly };
}

function displayIn(text: string): string {
  const { id, display } = JSON.parse(text) as { id?: string; display: string };
  return display.startsWith('@') ? display : (id ?? display);
}
