import type { FiguresOfOne, Person, ReportedFigures } from '../../ports/store';
import type { Dialect } from '../columns';
import type { Row } from '../rows';

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

/** What a report tells of a ticket of `ticket_figures f`, with the person of `contacts c`. */
export const ticketsIn = (dialect: Dialect): string =>
  `select ${toldBy(dialect, [...TOLD.map((name) => `f.${name}`), ...PEOPLE], ['f.tags', 'f.spent', 'f.stages', FORMERLY])}`;
export const peopleIn = (dialect: Dialect): string => `select ${toldBy(dialect, PEOPLE, [FORMERLY])}`;

/** By hand: a million of them pass through here. */
export function ticketOf({ told }: Row): FiguresOfOne {
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

export function personOf({ told }: Row): Person {
  const [values, formerly] = JSON.parse(told as string) as [Told, Formerly];
  return personIn(values, 0, formerly) as Person;
}

function personIn(values: Told, at: number, formerly: Formerly): Person | null {
  const id = values[at];
  if (id === null || id === undefined) return null;
  return { id, name: values[at + 1] as never, phone: values[at + 2] as never, username: values[at + 3] as never, formerly };
}
