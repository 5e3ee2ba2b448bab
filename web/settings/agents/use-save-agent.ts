import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, isProblem } from '../../api/ask';
import type { Agent } from '../../api/types';
import { useWords } from '../../words';
import { useKey } from '../use-key';
import { agentsQuery, keepAgents, withAgent } from './query';

export interface AgentForm {
  readonly name: string;
  readonly email: string;
  readonly role: Agent['role'];
  /** As typed; empty: as all. */
  readonly capacity: string;
  /** Empty: none, or as it is. */
  readonly password: string;
}

export const formOf = (agent: Agent | null): AgentForm => ({
  name: agent?.name ?? '',
  email: agent?.email ?? '',
  role: agent?.role ?? 'agent',
  capacity: agent?.capacity === null || agent === null ? '' : String(agent.capacity),
  password: '',
});

/** null: as all; undefined: what was typed is none. */
export function capacityOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const count = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return count <= 1000 ? count : undefined;
}

const bodyOf = ({ name, email, role, capacity, password }: AgentForm) => ({
  name,
  email,
  role,
  capacity: capacityOf(capacity) ?? null,
  ...(password === '' ? {} : { password }),
});

/** Adds or changes a person; what is wrong stands at its field. */
export function useSaveAgent(agent: Agent | null, onSaved: () => void) {
  const { taken } = useWords().agents;
  const queries = useQueryClient();
  const key = useKey();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (form: AgentForm) =>
      agent
        ? ask<Agent>('PATCH', `/agents/${agent.id}`, { body: bodyOf(form), ifMatch: agent.version })
        : ask<Agent>('POST', '/agents', { body: bodyOf(form), key: key.of(bodyOf(form)) }),
    onSuccess: (saved) => {
      keepAgents(queries, withAgent(saved));
      onSaved();
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
