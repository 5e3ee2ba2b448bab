import type { SeenBy } from '../../domain/access';
import { OPEN_STATUSES, STATUSES, type Status } from '../../domain/ticket';
import type { TicketFilter, TicketSort } from '../../ports/store';
import type { Dialect } from '../columns';
import { marks } from '../rows';
import { among } from '../work';

export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** How a list of tickets is read: along index ranges, and by conditions that no index leads. */
export interface Plan {
  /** Ranges of one index each, in the order of the list; their union holds every ticket that may be in it. */
  readonly lanes: readonly Condition[];
  /** What a ticket of a lane must still fulfil; empty when the lanes say it all. */
  readonly rest: readonly Condition[];
  /** The lanes hold few tickets in another order, and are sorted: an index in the order of the list would be the wrong way. */
  readonly few?: boolean;
}

/** What the caller knows before: stages and teams that are marked deleted, and the tickets that a search found. */
export interface Known {
  readonly dialect: Dialect;
  readonly deletedStages: readonly string[];
  readonly deletedTeams: readonly string[];
  readonly found: readonly string[] | null;
}

const CLOSING = ['closed', 'auto_closed'];
const is = (column: string, value: string | null): Condition =>
  value === null ? { sql: `${column} is null`, values: [] } : { sql: `${column} = ?`, values: [value] };
const oneOf = (column: string, values: readonly string[]): Condition =>
  values.length === 0 ? { sql: 'false', values: [] } : { sql: `${column} in (${marks(values)})`, values };

const IN_QUEUE: Condition = { sql: 'queueRank >= 0', values: [] };

export function planOf(filter: TicketFilter, sort: TicketSort, known: Known): Plan {
  const stages = filter.stage && stageKeys(filter.stage, known.deletedStages);
  const statuses = statusesOf(filter.status, stages);
  const assignees = assigneesOf(filter.assignee, filter.seenBy);
  const rest = [...restOf(filter, stages, known.dialect), ...(sort === 'queue' ? [IN_QUEUE] : [])];
  const of = (column: string, values: readonly (string | null)[] | undefined) =>
    values ? [values.length > 0 ? any(values.map((value) => is(column, value))) : { sql: 'false', values: [] }] : [];

  const led = sort === '-number' || sort === '-lastMessageAt';
  const teams = filter.team && teamIds(filter.team, known.deletedTeams);
  const [byAssignee, ofChannel] = [of('assigneeId', assignees), of('channelId', filter.channel)];
  const byChannel = [...of('teamId', teams), ...ofChannel];

  const chosen = [...foundIn(known), ...naming(filter)];
  if (chosen.length > 0) {
    const lanes = known.found?.length === 0 ? [] : [chosen.reduce(both)];
    return { lanes, rest: [...byAssignee, ...byChannel, oneOf('status', statuses), ...rest], few: true };
  }
  // Waiting and window have an index by status only; an agent's own tickets are few enough to be sorted.
  if (assignees && (led || !assignees.includes(null)))
    return { lanes: pairs('assigneeId', assignees, statuses), rest: [...byChannel, ...rest], few: !led };
  if (teams && led) return { lanes: pairs('teamId', teams, statuses), rest: [...byAssignee, ...ofChannel, ...rest] };
  if (filter.channel && led) return { lanes: pairs('channelId', filter.channel, statuses), rest: [...byAssignee, ...rest] };
  if (filter.mentioned) {
    const { agentId, unseen } = filter.mentioned;
    const named = `id in (select ticketId from mentions where agentId = ?${unseen ? ' and seenAt is null' : ''})`;
    return {
      lanes: [{ sql: named, values: [agentId] }],
      rest: [...byAssignee, ...byChannel, oneOf('status', statuses), ...rest],
      few: true,
    };
  }
  const others = [...byAssignee, ...byChannel, ...rest];
  if (sort === 'queue') return { lanes: [IN_QUEUE], rest: [oneOf('status', statuses), ...others] };
  if (sort === '-number' && statuses.length === STATUSES.length) return { lanes: [{ sql: 'true', values: [] }], rest: others };
  return { lanes: statuses.map((status) => is('status', status)), rest: others };
}

function foundIn({ found, dialect }: Known): Condition[] {
  if (!found) return [];
  const those = among(dialect, found);
  return [{ sql: `id ${those.sql}`, values: [those.value] }];
}

/** Few tickets have a note that names somebody: they are gone through one by one. */
const naming = ({ mentioned }: TicketFilter): Condition[] =>
  mentioned
    ? [
        {
          sql: `id in (select ticketId from mentions where agentId = ?${mentioned.unseen ? ' and seenAt is null' : ''})`,
          values: [mentioned.agentId],
        },
      ]
    : [];

const pairs = (column: string, values: readonly (string | null)[], statuses: readonly Status[]): Condition[] =>
  values.flatMap((value) => statuses.map((status) => both(is(column, value), is('status', status))));

export const both = (one: Condition, other: Condition): Condition => ({
  sql: `${one.sql} and ${other.sql}`,
  values: [...one.values, ...other.values],
});
const any = (conditions: readonly Condition[]): Condition => ({
  sql: `(${conditions.map(({ sql }) => sql).join(' or ')})`,
  values: conditions.flatMap(({ values }) => values),
});

/** The keys that tickets of these stages really carry: those in a deleted stage count as open. */
const stageKeys = (asked: readonly string[], deleted: readonly string[]): string[] => [
  ...asked.filter((key) => !deleted.includes(key)),
  ...(asked.includes('open') ? deleted : []),
];

/** The teams that the rows of these tickets name: those of a deleted one count as of none. */
const teamIds = (asked: readonly (string | null)[], deleted: readonly string[]): (string | null)[] => [
  ...new Set([...asked.filter((id) => id === null || !deleted.includes(id)), ...(asked.includes(null) ? deleted : [])]),
];

/** Closed tickets are in a closing stage and no others are: a stage says which statuses can be. */
function statusesOf(asked: readonly Status[] | undefined, stages: readonly string[] | undefined): Status[] {
  const possible = [...new Set(asked ?? STATUSES)];
  if (!stages) return possible;
  const closing = stages.some((key) => CLOSING.includes(key));
  const open = stages.some((key) => !CLOSING.includes(key));
  return possible.filter((status) => (status === 'closed' ? closing : open && (OPEN_STATUSES as readonly Status[]).includes(status)));
}

function assigneesOf(asked: readonly (string | null)[] | undefined, seenBy: SeenBy | null): (string | null)[] | undefined {
  const distinct = asked && [...new Set(asked)];
  if (seenBy?.sees !== 'own') return distinct;
  return (distinct ?? [seenBy.agentId]).filter((id) => id === seenBy.agentId);
}

function restOf(
  { priority, tag, unread, due, seenBy }: TicketFilter,
  stages: readonly string[] | undefined,
  dialect: Dialect,
): Condition[] {
  return [
    ...(stages ? [oneOf('stage', stages)] : []),
    ...(priority ? [oneOf('priority', priority)] : []),
    ...(tag ? [tagged(tag)] : []),
    ...(unread === undefined ? [] : [{ sql: unread ? 'unread > 0' : 'unread = 0', values: [] }]),
    ...(due ? [{ sql: 'dueFrom >= ? and dueFrom < ?', values: [due.from, due.until] }] : []),
    ...(seenBy?.sees === 'team' ? [inTeamSight(seenBy, dialect)] : []),
  ];
}

/** Tags lie as a JSON array, in which a quote inside a tag is escaped: the quoted tag is found as a whole only. */
const tagged = (tags: readonly string[]): Condition =>
  tags.length === 0
    ? { sql: 'false', values: [] }
    : { sql: `(${tags.map(() => 'instr(tags, ?) > 0').join(' or ')})`, values: tags.map((tag) => JSON.stringify(tag)) };

/** Own tickets, those of own teams, and what belongs to nobody and no team. */
export function inTeamSight({ agentId, teamIds, goneTeams = [] }: SeenBy, dialect: Dialect): Condition {
  const teams = among(dialect, teamIds);
  const ofTeams = teamIds.length === 0 ? { sql: '', values: [] } : { sql: ` or teamId ${teams.sql}`, values: [teams.value] };
  const none = any([{ sql: 'teamId is null', values: [] }, ...goneTeams.map((id) => is('teamId', id))]);
  return {
    sql: `(assigneeId = ?${ofTeams.sql} or (assigneeId is null and ${none.sql}))`,
    values: [agentId, ...ofTeams.values, ...none.values],
  };
}

/** What of its tickets a person may see, as a condition on `tickets`; null sees all. */
export function inSight(seenBy: SeenBy | null, dialect: Dialect): Condition {
  if (!seenBy || seenBy.sees === 'all') return { sql: 'true', values: [] };
  return seenBy.sees === 'own' ? is('assigneeId', seenBy.agentId) : inTeamSight(seenBy, dialect);
}
