import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InviteJson } from '../../../src/http/schemas/account';
import { ask, isProblem } from '../../api/ask';
import type { Account, Agent } from '../../api/types';
import { useWords } from '../../words';
import { useKey } from '../use-key';
import { agentsQuery, keepAgents, withAgent } from './query';

export interface AgentForm {
  readonly name: string;
  readonly email: string;
  readonly role: Agent['role'];
  /** As typed; empty: as all. */
  readonly capacity: string;
  readonly teamIds: readonly string[];
  /** Empty: none, or as it is. */
  readonly password: string;
}

export const formOf = (agent: Agent | null): AgentForm => ({
  name: agent?.name ?? '',
  email: agent?.email ?? '',
  role: agent?.role ?? 'agent',
  capacity: agent?.capacity === null || agent === null ? '' : String(agent.capacity),
  teamIds: agent?.teamIds ?? [],
  password: '',
});

/** null: as all; undefined: what was typed is none. */
export function capacityOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const count = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return count <= 1000 ? count : undefined;
}

const bodyOf = ({ name, email, role, capacity, teamIds, password }: AgentForm) => ({
  name,
  email,
  role,
  capacity: capacityOf(capacity) ?? null,
  teamIds,
  ...(password === '' ? {} : { password }),
});

/** What came of it: for who was invited also how the link goes out. */
export interface Saved {
  readonly agent: Account;
  readonly link: Omit<InviteJson, 'agent'> | null;
}

async function sent(agent: Agent | null, body: ReturnType<typeof bodyOf>, key: string): Promise<Saved> {
  if (agent) return { agent: await ask<Account>('PATCH', `/agents/${agent.id}`, { body, ifMatch: agent.version }), link: null };
  if ('password' in body) return { agent: await ask<Account>('POST', '/agents', { body, key }), link: null };
  const { agent: added, ...link } = await ask<InviteJson>('POST', '/invites', { body, key });
  return { agent: added, link };
}

/** Adds, invites or changes a person; what is wrong stands at its field. */
export function useSaveAgent(agent: Agent | null, onSaved: (saved: Saved) => void) {
  const { taken } = useWords().agents;
  const queries = useQueryClient();
  const key = useKey();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (form: AgentForm) => sent(agent, bodyOf(form), key.of(bodyOf(form))),
    onSuccess: (saved) => {
      keepAgents(queries, withAgent(saved.agent));
      onSaved(saved);
    },
    onError: (problem) => {
      if (isProblem(problem, 'stale')) void queries.invalidateQueries({ queryKey: agentsQuery.queryKey });
    },
  });
  const exists = isProblem(error, 'already_exists');
  const wrong = (path: string) =>
    path === 'email' && exists ? taken : isProblem(error) ? error.errors.find((one) => one.path === path)?.message : undefined;
  const atFields = exists || (isProblem(error) && error.errors.length > 0);
  return { save: mutate, saving: isPending, error: atFields ? null : error, wrong };
}
