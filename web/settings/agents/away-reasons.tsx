import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { LONGEST_REASON, MOST_REASONS } from '../../../src/domain/away-reasons';
import { ask, isProblem } from '../../api/ask';
import { freshKey } from '../../api/fresh-key';
import { useWorkspace, workspaceQuery } from '../../api/workspace';
import type { Workspace } from '../../api/workspace-shape';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { ReasonLine } from './reason-line';
import { bodyOf, isSame, type Line, lineAt, linesOf } from './reasons';

/** What agents choose from when they turn away: the whole list is kept at once. */
export function AwayReasons() {
  const { presence, common } = useWords();
  const { awayReasons } = useWorkspace();
  const [lines, change] = useState<readonly Line[]>(() => linesOf(awayReasons));
  const saving = useSave((kept) => change(linesOf(kept)));
  const words = presence.reasons;
  const edit = (next: readonly Line[]) => {
    change(next);
    saving.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate(lines);
  };
  const wrongs = isProblem(saving.error) ? saving.error.errors : [];
  const wrong = (id: string) => wrongs.find(({ path }) => lineAt(lines, path) === id)?.message;
  return (
    <form className="card awaycard" onSubmit={submit} autoComplete="off">
      <h2>{words.title}</h2>
      <p className="soft">{lines.length === 0 ? words.none : words.says}</p>
      {saving.error && !lines.some(({ id }) => wrong(id)) ? <ProblemLine error={saving.error} what={common.problems.notSaved} /> : null}
      {lines.length > 0 ? (
        <ul>
          {lines.map((line, at) => (
            <ReasonLine
              key={line.id}
              line={line}
              place={at + 1}
              max={LONGEST_REASON}
              wrong={wrong(line.id)}
              onName={(name) => edit(lines.map((one) => (one.id === line.id ? { ...one, name } : one)))}
              onRemove={() => edit(lines.filter(({ id }) => id !== line.id))}
            />
          ))}
        </ul>
      ) : null}
      <div className="row">
        <button
          type="button"
          className="btn"
          disabled={lines.length >= MOST_REASONS}
          onClick={() => edit([...lines, { id: freshKey(), name: '' }])}
        >
          <Icon name="plus" />
          {words.add}
        </button>
        {lines.length >= MOST_REASONS ? <span className="hint">{words.full(MOST_REASONS)}</span> : null}
        <span className="grow" />
        <button type="submit" className="btn go" disabled={saving.isPending || isSame(lines, awayReasons)}>
          {saving.isPending ? common.saving : common.save}
        </button>
      </div>
    </form>
  );
}

function useSave(onKept: (kept: Workspace['awayReasons']) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (lines: readonly Line[]) => ask<{ data: Workspace['awayReasons'] }>('PUT', '/away-reasons', { body: bodyOf(lines) }),
    onSuccess: ({ data }) => {
      queries.setQueryData(workspaceQuery.queryKey, (now) => now && { ...now, awayReasons: data });
      onKept(data);
    },
  });
}
