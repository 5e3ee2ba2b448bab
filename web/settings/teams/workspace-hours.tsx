import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Hours, hoursError } from '../../../src/domain/hours';
import type { Settings } from '../../../src/domain/settings';
import { ask } from '../../api/ask';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { settingsQuery } from '../rules/query';
import { OwnHours } from './own-hours';
import { teamsQuery } from './query';

/** When everybody works, unless a team says otherwise. */
export function WorkspaceHours() {
  const { data } = useQuery(settingsQuery);
  return data ? <Card hours={data.routing.hours} /> : null;
}

function Card({ hours: saved }: { readonly hours: Hours | null }) {
  const { common, teams } = useWords();
  const { hours: words } = teams;
  const [chosen, choose] = useState<Hours | null | undefined>(undefined);
  const saving = useSave(() => choose(undefined));
  const hours = chosen === undefined ? saved : chosen;
  const isChanged = JSON.stringify(hours) !== JSON.stringify(saved);
  const ready = isChanged && (hours === null || hoursError(hours) === null) && !saving.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) saving.mutate(hours);
  };
  return (
    <form className="card teamform" onSubmit={submit} autoComplete="off">
      <h2>{words.title}</h2>
      <p className="soft">{words.says}</p>
      {saving.error ? <ProblemLine error={saving.error} what={common.problems.notSaved} /> : null}
      <OwnHours
        without={words.always}
        withHours={words.set}
        hours={hours}
        onChange={(next) => {
          saving.reset();
          choose(next);
        }}
      />
      <div className="row end">
        <span className="sm good grow" role="status">
          {saving.isSuccess && !isChanged ? words.saved : null}
        </span>
        <button type="submit" className="btn go" disabled={!ready}>
          {saving.isPending ? common.saving : common.save}
        </button>
      </div>
    </form>
  );
}

function useSave(onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (hours: Hours | null) => ask<Settings>('PATCH', '/settings', { body: { routing: { hours } } }),
    onSuccess: (settings) => {
      queries.setQueryData(settingsQuery.queryKey, settings);
      void queries.invalidateQueries({ queryKey: teamsQuery.queryKey });
      onSaved();
    },
  });
}
