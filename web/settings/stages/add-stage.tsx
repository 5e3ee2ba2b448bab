import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ask } from '../../api/ask';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useKey } from '../use-key';
import { type Color, Colors } from './colors';
import { keepStages, type StageRow } from './query';

/** A new stage: a name and a colour; it comes last. */
export function AddStage() {
  const { stages: words } = useWords();
  const queries = useQueryClient();
  const id = useId();
  const key = useKey();
  const [name, type] = useState('');
  const [color, choose] = useState<Color>('sky');
  const adding = useMutation({
    mutationFn: () => ask<StageRow>('POST', '/stages', { body: { name, color }, key: key.of({ name, color }) }),
    onSuccess: (stage) => {
      keepStages(queries, (stages) => [...stages, stage]);
      key.forget();
      type('');
      document.getElementById(id)?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !adding.isPending) adding.mutate();
  };
  return (
    <form className="card addstage" onSubmit={submit}>
      <h2>{words.addTitle}</h2>
      {adding.error ? <ProblemLine error={adding.error} what={words.notAdded} /> : null}
      <div className="field">
        <label htmlFor={id}>{words.name}</label>
        <input id={id} className="input" dir="auto" maxLength={64} value={name} onChange={(event) => type(event.target.value)} />
      </div>
      <Colors label={words.color} color={color} onChange={choose} />
      <button type="submit" className="btn go" disabled={name.trim() === '' || adding.isPending}>
        {adding.isPending ? words.adding : words.add}
      </button>
    </form>
  );
}
