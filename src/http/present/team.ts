import { isOpenAt } from '../../domain/hours';
import { hoursOfTeam, type Team } from '../../domain/team';
import type { Call } from '../route';
import type { TeamJson } from '../schemas/team';
import { everyAgent } from './agent';
import { iso } from './time';

type Asked = Pick<Call<unknown, unknown>, 'desk'>;

/** Teams with their members and how many open tickets they have: two queries for all of them. */
export async function teamsJson({ desk }: Asked, teams: readonly Team[]): Promise<TeamJson[]> {
  const agents = await everyAgent(desk.store.reads);
  const tickets = await desk.store.reads.openTicketsOf(teams.map(({ id }) => id));
  const { channels, settings } = desk.house.current();
  return teams.map(({ id, name, hours, createdAt, updatedAt, version }) => ({
    id,
    name,
    hours: hours as TeamJson['hours'],
    open: isOpenAt(hoursOfTeam({ hours }, settings), desk.clock.now()),
    agentIds: agents.filter(({ teamIds }) => teamIds.includes(id)).map((agent) => agent.id),
    openTickets: tickets.get(id) ?? 0,
    channelIds: channels.filter(({ teamId, deletedAt }) => teamId === id && deletedAt === null).map((channel) => channel.id),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    version,
  }));
}

export async function teamJson(call: Asked, team: Team): Promise<TeamJson> {
  const [json] = await teamsJson(call, [team]);
  return json as TeamJson;
}
