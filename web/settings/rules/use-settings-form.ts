import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Settings, withSettings } from '../../../src/domain/settings';
import { ask, isProblem } from '../../api/ask';
import { workspaceQuery } from '../../api/workspace';
import { type Edits, edited, patchOf, standing, valueAt, wrongIn } from './edits';
import { settingsQuery } from './query';

/** What was typed stays when one looks at another page meanwhile. */
const typed = new Map<string, Edits>();

export interface SettingsForm {
  /** As they would be. */
  readonly settings: Settings;
  readonly edits: Edits;
  /** New whenever the fields are to forget what they show. */
  readonly turn: number;
  readonly saving: boolean;
  /** Why it was not saved, unless it stands at a field. */
  readonly error: unknown;
  /** Whether nothing is wrong here, as far as this computer knows. */
  readonly sound: boolean;
  value(path: string): unknown;
  was(path: string): unknown;
  isChanged(path: string): boolean;
  set(path: string, value: unknown): void;
  /** true: wrong, and this computer knows why; a text: the server's reason. */
  wrong(path: string): boolean | string;
  save(): Promise<void>;
  discard(): void;
}

/** The settings with what was changed on one page of them; null until they are read. */
export function useSettingsForm(page: string): { readonly form: SettingsForm | null; readonly failed: unknown } {
  const { data: saved, error: failed } = useQuery(settingsQuery);
  const queries = useQueryClient();
  const [all, setAll] = useState<Edits>(() => typed.get(page) ?? {});
  const [turn, setTurn] = useState(0);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!saved) return { form: null, failed };
  const edits = standing(all, saved);
  const wrongs = wrongIn(patchOf(edits), saved);
  const keep = (next: Edits) => {
    typed.set(page, next);
    setAll(next);
    setError(null);
  };
  const discard = () => {
    keep({});
    setTurn((former) => former + 1);
  };
  const save = async () => {
    setSaving(true);
    try {
      queries.setQueryData(settingsQuery.queryKey, await ask<Settings>('PATCH', '/settings', { body: patchOf(edits) }));
      discard();
      void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
    } catch (problem) {
      setError(problem);
    } finally {
      setSaving(false);
    }
  };
  const refusals = isProblem(error) ? error.errors : [];
  const form: SettingsForm = {
    settings: withSettings(saved, wrongs.size > 0 ? {} : patchOf(edits)),
    edits,
    turn,
    saving,
    error: refusals.length > 0 ? null : error,
    sound: wrongs.size === 0,
    value: (path) => (path in edits ? edits[path] : valueAt(saved, path)),
    was: (path) => valueAt(saved, path),
    isChanged: (path) => path in edits,
    set: (path, value) => keep(edited(edits, saved, path, value)),
    wrong: (path) => wrongs.has(path) || (refusals.find((one) => one.path === path)?.message ?? false),
    save,
    discard,
  };
  return { form, failed };
}
