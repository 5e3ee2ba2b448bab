import type { Agent } from '../../domain/agent';
import { invalid, Refusal } from '../../domain/errors';
import { type Hours, hoursError } from '../../domain/hours';
import type { Team } from '../../domain/team';
import { clean, cleanDeep } from '../../domain/text';
import type { House, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { ROUTING, transact } from '../transact';
import { liveTeam } from './teams';

interface Wanted {
  readonly name?: string;
  /** null = the workspace's. */
  readonly hours?: Hours | null;
  /** In place of its members. */
  readonly agentIds?: readonly string[];
}

/** A new team. Refuses `already_exists` when there is one of that name. */
export function addTeam(desk: Desk, { name, hours = null, agentIds = [] }: Wanted & { readonly name: string }): Promise<Team> {
  return saving(desk, async (tx, ledger, house) => {
    mustBeRight(house, { name, hours });
    const { at } = ledger;
    const team = {
      id: desk.newId(),
      name: clean(name),
      hours: cleanDeep(hours),
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      version: 1,
    };
    await tx.addTeam(team);
    await setMembers(tx, ledger, team.id, agentIds);
    return team;
  });
}

/** Changes a team; its tickets are given by the new hours and to the new members from then on. */
export function updateTeam(desk: Desk, asked: Wanted & { readonly teamId: string; readonly version?: number }): Promise<Team> {
  const { teamId, version, agentIds } = asked;
  return saving(desk, async (tx, ledger, house) => {
    const team = liveTeam(house, teamId);
    mustBeRight(house, asked, teamId);
    if (agentIds) await mustBeAgents(tx, teamId, agentIds);
    if (version !== undefined && version !== team.version)
      throw new Refusal('stale', 'The team has changed since you read it.', { version: team.version });
    const changed = changedBy(team, asked, ledger.at);
    await tx.saveTeam(changed, { policy: asked.hours !== undefined });
    if (agentIds) await setMembers(tx, ledger, teamId, agentIds);
    return changed;
  });
}

const changedBy = (team: Team, { name = team.name, hours = team.hours }: Wanted, at: number): Team => ({
  ...team,
  name: clean(name),
  hours: cleanDeep(hours),
  updatedAt: at,
  version: team.version + 1,
});

/** Whom a team's tickets can be given to may have changed. */
async function saving(desk: Desk, work: (tx: Tx, ledger: Ledger, house: House) => Promise<Team>): Promise<Team> {
  const team = await transact(desk, async (tx, ledger) => work(tx, ledger, await tx.house()));
  await desk.house.refresh();
  desk.queue.wake([ROUTING]);
  return team;
}

function mustBeRight({ teams }: House, { name, hours }: Wanted, exceptId?: string): void {
  const wrong = hours ? hoursError(hours) : null;
  if (wrong) throw invalid('hours', wrong);
  const same = (team: Team) => team.deletedAt === null && team.id !== exceptId && isNamed(team, name ?? '');
  if (name !== undefined && teams.some(same)) throw new Refusal('already_exists', `There is a team named ${name} already.`);
}

const isNamed = (team: Team, name: string): boolean => team.name.toLowerCase() === clean(name).trim().toLowerCase();

async function mustBeAgents(tx: Tx, teamId: string, agentIds: readonly string[]): Promise<Agent[]> {
  const agents = await tx.membersAnd(teamId, agentIds);
  const known = new Set(agents.map(({ id }) => id));
  const unknown = agentIds.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalid(`agentIds.${unknown}`, 'no such agent');
  return agents;
}

/** These agents and no others are in the team from now on. */
export async function setMembers(tx: Tx, ledger: Ledger, teamId: string, agentIds: readonly string[]): Promise<void> {
  const agents = await mustBeAgents(tx, teamId, agentIds);
  ledger.takeAgents(agents);
  for (const agent of agents) {
    const isIn = agentIds.includes(agent.id);
    if (agent.teamIds.includes(teamId) !== isIn) join(ledger, agent, teamId, isIn);
  }
}

/** Sockets of theirs learn at once what they may see. */
function join(ledger: Ledger, agent: Agent, teamId: string, isIn: boolean): void {
  const teamIds = isIn ? [...agent.teamIds, teamId] : agent.teamIds.filter((id) => id !== teamId);
  ledger.saveAgent({ ...agent, teamIds, updatedAt: ledger.at, version: agent.version + 1 });
  ledger.announce({ name: 'agent.presence_changed', id: agent.id });
}
