import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Target } from '../../../src/domain/targets';
import { ask, get } from '../../api/ask';
import { isSound, type Line, linesOf, newLine, sameTargets, targetsOf } from './list';

interface Answer {
  readonly targets: readonly Target[];
}

const targetsQuery = queryOptions({ queryKey: ['targets'], queryFn: ({ signal }) => get<Answer>('/targets', signal) });

/** What was typed stays when one looks at another page meanwhile. */
let typed: readonly Line[] | null = null;
let made = 0;

export interface TargetsForm {
  readonly lines: readonly Line[];
  readonly changed: boolean;
  readonly sound: boolean;
  readonly saving: boolean;
  readonly error: unknown;
  add(): void;
  change(key: string, over: Partial<Line>): void;
  remove(key: string): void;
  discard(): void;
  save(): Promise<void>;
}

/** The list of targets as it is being changed; null until it is read. */
export function useTargets(): { readonly form: TargetsForm | null; readonly failed: unknown } {
  const { data, error: failed } = useQuery(targetsQuery);
  const queries = useQueryClient();
  const [edited, edit] = useState(typed);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!data) return { form: null, failed };
  const lines = edited ?? linesOf(data.targets);
  const keep = (next: readonly Line[] | null) => {
    typed = next;
    edit(next);
    setError(null);
  };
  const save = async () => {
    setSaving(true);
    try {
      queries.setQueryData(targetsQuery.queryKey, await ask<Answer>('PUT', '/targets', { body: { targets: targetsOf(lines) } }));
      keep(null);
    } catch (problem) {
      setError(problem);
    } finally {
      setSaving(false);
    }
  };
  const form: TargetsForm = {
    lines,
    changed: edited !== null && !sameTargets(targetsOf(lines), data.targets),
    sound: isSound(lines),
    saving,
    error,
    add: () => keep([...lines, newLine(`new ${made++}`)]),
    change: (key, over) => keep(lines.map((line) => (line.key === key ? { ...line, ...over } : line))),
    remove: (key) => keep(lines.filter((line) => line.key !== key)),
    discard: () => keep(null),
    save,
  };
  return { form, failed: null };
}
