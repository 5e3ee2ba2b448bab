import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Hours, hoursError } from '../../../src/domain/hours';
import { ask } from '../../api/ask';
import { Field } from '../../parts/field';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useKey } from '../use-key';
import { MembersField } from './members-field';
import { OwnHours } from './own-hours';
import { keepTeams, type Team, teamsQuery, withTeam } from './query';

interface Form {
  readonly name: string;
  readonly agentIds: readonly string[];
  readonly hours: Hours | null;
}

/** A new team, or one that is changed: its name, who is in it and when they work. */
export function TeamEditor({ team, onDone }: { readonly team: Team | null; readonly onDone: () => void }) {
  const { teams: words, common } = useWords();
  const [form, change] = useState<Form>({
    name: team?.name ?? '',
    agentIds: team?.agentIds ?? [],
    hours: (team?.hours ?? null) as Hours | null,
  });
  const saving = useSaveTeam(team, onDone);
  const set = (next: Partial<Form>) => change({ ...form, ...next });
  const ready = form.name.trim() !== '' && (form.hours === null || hoursError(form.hours) === null) && !saving.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) saving.mutate(form);
  };
  return (
    <form className="card teamform" onSubmit={submit} autoComplete="off">
      <h2>{team ? words.editTitle(team.name) : words.addTitle}</h2>
      {saving.error ? <ProblemLine error={saving.error} what={team ? common.problems.notSaved : words.notAdded} /> : null}
      <Field
        label={words.name}
        autoFocus
        dir="auto"
        maxLength={64}
        required
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <MembersField agentIds={form.agentIds} onChange={(agentIds) => set({ agentIds })} />
      <OwnHours without={words.usual} withHours={words.own} hours={form.hours} onChange={(hours) => set({ hours })} />
      <div className="row end">
        <button type="button" className="btn" onClick={onDone}>
          {common.cancel}
        </button>
        <button type="submit" className="btn go" disabled={!ready}>
          {team ? (saving.isPending ? common.saving : common.save) : saving.isPending ? words.adding : words.add}
        </button>
      </div>
    </form>
  );
}

function useSaveTeam(team: Team | null, onDone: () => void) {
  const queries = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (form: Form) =>
      team
        ? ask<Team>('PATCH', `/teams/${team.id}`, { body: form, ifMatch: team.version })
        : ask<Team>('POST', '/teams', { body: form, key: key.of(form) }),
    onSuccess: (saved) => {
      keepTeams(queries, withTeam(saved));
      onDone();
    },
    onError: () => void queries.invalidateQueries({ queryKey: teamsQuery.queryKey }),
  });
}
