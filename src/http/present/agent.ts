import type { LoggedIn } from '../../actions/agents/sessions';
import type { Caller } from '../../actions/desk';
import type { Agent } from '../../domain/agent';
import type { ApiToken, Paged, Reads } from '../../ports/store';
import type { AgentJson } from '../schemas/agent';
import { iso, isoOrNull } from './time';

export function agentJson(agent: Agent): AgentJson {
  const { id, name, email, role, presence, presenceReason, capacity, teamIds, version } = agent;
  return {
    id,
    name,
    email,
    role,
    presence,
    presenceReason,
    presenceSince: iso(agent.presenceSince),
    capacity,
    teamIds: [...teamIds],
    createdAt: iso(agent.createdAt),
    updatedAt: iso(agent.updatedAt),
    version,
  };
}

export const meJson = (person: Caller, token: ApiToken | null | undefined) => ({
  ...agentJson(person),
  token: token ? { scopes: [...token.scopes], expiresAt: isoOrNull(token.expiresAt) } : null,
});

export const sessionJson = ({ agent, expiresAt }: LoggedIn) => ({ agent: agentJson(agent), expiresAt: iso(expiresAt) });

const AT_ONCE = 200;

/** Who is not removed. */
export async function everyAgent(reads: Pick<Reads, 'agents'>): Promise<Agent[]> {
  const all: Agent[] = [];
  let cursor: string | null = null;
  do {
    const page: Paged<Agent> = await reads.agents({ limit: AT_ONCE, cursor });
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
