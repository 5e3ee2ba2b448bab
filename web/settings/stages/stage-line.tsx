import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ButtonHTMLAttributes } from 'react';
import { ask } from '../../api/ask';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { InPlace } from '../../ticket/in-place';
import { useWords } from '../../words';
import { ColorMenu } from './color-menu';
import { keepStages, type StageRow } from './query';

/** The view in which a stage's tickets are found. */
const IN: Readonly<Record<string, string>> = { snoozed: 'snoozed', closed: 'closed', auto_closed: 'closed' };

interface Props {
  readonly stage: StageRow;
  /** Where it is drawn while something is lifted. */
  readonly place: number;
  readonly lifted: boolean;
  readonly handle: ButtonHTMLAttributes<HTMLButtonElement>;
  readonly onRemove: () => void;
}

/** One stage: its handle, its colour, its name, what it is for. The desk's own can be moved only. */
export function StageLine({ stage, place, lifted, handle, onRemove }: Props) {
  const { stages: words, common } = useWords();
  const { change, error } = useChange(stage.key);
  return (
    <li className={`stageline ${lifted ? 'lifted' : ''}`} style={{ order: place }} data-key={stage.key}>
      <button
        type="button"
        className="btn quiet icon small grip"
        aria-label={words.move(stage.name)}
        aria-describedby="move-how"
        {...handle}
      >
        <Icon name="grip" />
      </button>
      {stage.system ? (
        <span className="swatch" data-color={stage.color} />
      ) : (
        <ColorMenu label={words.colorOf(stage.name)} color={stage.color} onChange={(color) => change({ color })} />
      )}
      <div className="grow">
        {stage.system ? (
          <b dir="auto">{stage.name}</b>
        ) : (
          <InPlace value={stage.name} label={words.name} empty={words.noName} max={64} onSave={(name) => name && change({ name })} />
        )}
        {stage.system ? (
          <span className="hint block">
            {words.system[stage.key]} {words.ofTheDesk}
          </span>
        ) : null}
        {error ? <ProblemLine error={error} what={common.problems.notSaved} /> : null}
      </div>
      <Link
        className="sm nw"
        to="/inbox/$view/{-$ticketId}"
        params={{ view: IN[stage.key] ?? 'open', ticketId: undefined }}
        search={{ stage: stage.key }}
      >
        {common.tickets(stage.tickets ?? 0)}
      </Link>
      {stage.system ? null : (
        <button type="button" className="btn quiet icon small" aria-label={words.removeOf(stage.name)} onClick={onRemove}>
          <Icon name="bin" />
        </button>
      )}
    </li>
  );
}

function useChange(key: string) {
  const queries = useQueryClient();
  const { mutate, error } = useMutation({
    mutationFn: (body: { readonly name?: string; readonly color?: string }) =>
      ask<StageRow>('PATCH', `/stages/${encodeURIComponent(key)}`, { body }),
    onSuccess: (changed) => keepStages(queries, (stages) => stages.map((stage) => (stage.key === changed.key ? changed : stage))),
  });
  return { change: mutate, error };
}
