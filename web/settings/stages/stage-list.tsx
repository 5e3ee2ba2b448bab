import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/ask';
import type { Page } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { moved } from './order';
import { keepStages, type StageRow } from './query';
import { RemoveStage } from './remove-stage';
import { StageLine } from './stage-line';
import { useLifting } from './use-lifting';

/** The stages in order; the order is changed by the handles and kept at once. */
export function StageList({ stages }: { readonly stages: readonly StageRow[] }) {
  const { stages: words } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useState('');
  const [gone, tell] = useState('');
  const [removing, remove] = useState<StageRow | null>(null);
  const { shown, reorder } = useOrder(stages);
  const back = useFocusAfterDrop(list, shown);
  const nameAt = (at: number) => shown[at]?.name ?? '';
  const { lifted, handle } = useLifting({
    list,
    count: shown.length,
    onLift: (at) => say(words.lifted(nameAt(at), at + 1, shown.length)),
    onMove: (from, to) => say(words.movedTo(nameAt(from), to + 1, shown.length)),
    onCancel: (at) => say(words.putBack(nameAt(at))),
    onDrop: (from, to) => {
      say(words.dropped(nameAt(from), to + 1, shown.length));
      if (from === to) return;
      back(shown[from]?.key ?? '');
      reorder.mutate(moved(shown, from, to));
    },
  });
  const places = lifted ? moved(shown, lifted.from, lifted.to) : shown;
  return (
    <section className="card stages">
      {reorder.error ? <ProblemLine error={reorder.error} what={words.notMoved} /> : null}
      <p className="unseen" id="move-how">
        {words.moveHow}
      </p>
      <p className="unseen" role="status">
        {said}
      </p>
      <ol ref={list} aria-label={words.order} className={lifted ? 'lifting' : ''}>
        {shown.map((stage, at) => (
          <StageLine
            key={stage.key}
            stage={stage}
            place={places.indexOf(stage)}
            lifted={lifted?.from === at}
            handle={handle(at)}
            onRemove={() => remove(stage)}
          />
        ))}
      </ol>
      <p className={gone ? 'gone soft' : ''} role="status">
        {gone}
      </p>
      {removing ? <RemoveStage stage={removing} onClose={() => remove(null)} onRemoved={tell} /> : null}
    </section>
  );
}

/** The order as it was asked for, until the desk has answered. */
function useOrder(stages: readonly StageRow[]) {
  const queries = useQueryClient();
  const reorder = useMutation({
    mutationFn: (order: readonly StageRow[]) =>
      ask<Page<StageRow>>('PUT', '/stages/order', { body: { keys: order.map(({ key }) => key) } }),
    onSuccess: ({ data }) => keepStages(queries, () => data),
  });
  return { shown: reorder.isPending ? reorder.variables : stages, reorder };
}

/** A row that changes its place loses the focus; its handle gets it back. */
function useFocusAfterDrop(list: React.RefObject<HTMLOListElement | null>, shown: readonly StageRow[]) {
  const dropped = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the rows stand in their new order
  useEffect(() => {
    if (!dropped.current) return;
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(dropped.current)}"] .grip`)?.focus();
    dropped.current = '';
  }, [shown]);
  return (key: string) => {
    dropped.current = key;
  };
}
