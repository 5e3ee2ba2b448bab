import { type Hours, isOpenAt } from '../../../src/domain/hours';
import type { Query } from '../../../src/store/database';
import { readHouse } from '../../../src/store/house';
import { decode, selected } from '../../../src/store/rows';
import { AGENTS, TICKET_EVENTS, TICKETS } from '../../../src/store/schema';

/** What routing has to answer for at one moment, read straight from the database. */
export type Moment = Awaited<ReturnType<typeof momentIn>>;

export async function momentIn(query: Query) {
  const tickets = await query(`select ${selected(TICKETS, 't')} from tickets t where t.openChatId is not null order by t.id`);
  const agents = await query(`select ${selected(AGENTS, 'a')} from agents a order by a.id`);
  return {
    tickets: tickets.rows.map((row) => decode(TICKETS, row)),
    agents: agents.rows.map((row) => decode(AGENTS, row)),
    house: await readHouse(query),
  };
}

export async function eventsSince(query: Query, at: number) {
  const { rows } = await query(
    `select ${selected(TICKET_EVENTS, 'e')} from tickets t join ticket_events e on e.ticketId = t.id where t.updatedAt >= ? and e.at >= ?`,
    [at, at],
  );
  return rows.map((row) => decode(TICKET_EVENTS, row));
}
export type Events = Awaited<ReturnType<typeof eventsSince>>;

const holdsRoom = ({ status }: { status: string }): boolean => status === 'active' || status === 'proactive';
const isAround = ({ presence, removedAt }: Moment['agents'][number]): boolean => presence === 'online' && removedAt === null;

export const loadIn = ({ tickets }: Moment, agentId: string): number =>
  tickets.filter((ticket) => holdsRoom(ticket) && ticket.assigneeId === agentId).length;

export const capacityIn = ({ agents, house }: Moment, agentId: string): number =>
  agents.find(({ id }) => id === agentId)?.capacity ?? house.settings.routing.capacity;

/** ACTIVE tickets whose agent is not online; in one statement, which sees one moment whatever goes on beside it. */
export async function deserted(query: Query): Promise<string[]> {
  const { rows } = await query(
    `select t.number, a.name, a.presence from tickets t left join agents a on a.id = t.assigneeId
     where t.status = 'active' and (a.id is null or a.presence <> 'online' or a.removedAt is not null)`,
  );
  return rows.map(({ number, name, presence }) => `${number} is active with ${name}, who is ${presence}`);
}

/** Tickets that wait though somebody who may have them has room. */
export function waitingInVain(moment: Moment, now: number): string[] {
  const { tickets, agents, house } = moment;
  const free = agents.filter((agent) => isAround(agent) && loadIn(moment, agent.id) < capacityIn(moment, agent.id));
  return tickets.flatMap((ticket) => {
    if (ticket.status !== 'pending' || ticket.stage === 'snoozed') return [];
    const team = house.teams.find(({ id, deletedAt }) => id === ticket.teamId && deletedAt === null);
    const hours: Hours | null = team?.hours ?? house.settings.routing.hours;
    if (!isOpenAt(hours, now)) return [];
    const could = free.find(({ id, teamIds }) => id !== ticket.releasedFrom && (!team || teamIds.includes(team.id)));
    return could ? [`${ticket.number} waits though ${could.name} has room`] : [];
  });
}

/** Agents whom routing took above their capacity between two moments: what people did to them beside that is allowed for. */
export function overloaded(before: Moment, after: Moment, events: Events): string[] {
  return after.agents.flatMap(({ id, name }) => {
    const gained = events.filter(({ assignee }) => assignee?.to === id);
    const routed = gained.filter(({ actor }) => actor.kind === 'system');
    const came = events.filter(({ ticketId, status }) => status?.from === 'idle' && status.to === 'active' && isOf(after, ticketId, id));
    const most = Math.max(capacityIn(before, id), capacityIn(after, id)) + gained.length - routed.length + came.length;
    const load = loadIn(after, id);
    return routed.length > 0 && load > most ? [`${name} has ${load}, and by routing may have ${most}`] : [];
  });
}

const isOf = ({ tickets }: Moment, ticketId: string, agentId: string): boolean =>
  tickets.some(({ id, assigneeId }) => id === ticketId && assigneeId === agentId);
