import type { LoggedIn } from '../../actions/agents/sessions';
import type { Agent } from '../../domain/agent';
import type { AgentJson } from '../schemas/agent';
import { iso } from './time';

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

export const sessionJson = ({ agent, expiresAt }: LoggedIn) => ({ agent: agentJson(agent), expiresAt: iso(expiresAt) });
