import { useMemo } from 'react';
import { useWords } from '../words';
import type { Behind } from './behind';
import { Chart } from './chart';
import type { Drawn } from './chart-options';
import { FlowRows } from './flow-rows';
import { FlowTable } from './flow-table';
import { KeyLines } from './key-lines';
import { niceAxis } from './nice-axis';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useBuckets } from './use-buckets';
import { useSaid } from './use-said';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** So many points stand side by side below the chart. */
const FEW = 8;

/** New and closed tickets over time, and the new ones of the period before. */
export function Flow({ summary, behind }: Props) {
  const words = useWords().analytics.flow;
  const { named, full } = useBuckets(summary);
  const drawn = useDrawn(summary);
  const [added, closed] = [summary.metrics.new_tickets?.series ?? [], summary.metrics.closed_tickets?.series ?? []];
  const say = (at: number) => ({ title: full(at), text: words.said(added[at] ?? 0, closed[at] ?? 0) });
  const few = summary.buckets.length <= FEW;
  const Table = few ? FlowRows : FlowTable;
  const label = words.label([full(0), full(summary.buckets.length - 1)].join(' \u2013 '));
  return (
    <Panel
      title={words.title}
      aside={<KeyLines lines={drawn.lines} />}
      chart={<Chart drawn={drawn} label={label} say={say} />}
      both={few}
      table={<Table summary={summary} behind={behind} named={named} />}
    />
  );
}

function useDrawn(summary: SummaryJson): Drawn {
  const { flow } = useWords().analytics;
  const { count } = useSaid();
  const { points, running, upToNow } = useBuckets(summary);
  return useMemo(() => {
    const { metrics, before } = summary;
    const former = before?.metrics.new_tickets?.series;
    return {
      points,
      running,
      axis: niceAxis,
      said: count,
      lines: [
        ...(former ? [{ name: flow.before, as: 'before' as const, values: points.map((_, at) => former[at] ?? null) }] : []),
        { name: flow.new, as: 0, values: upToNow(metrics.new_tickets?.series) },
        { name: flow.closed, as: 1, values: upToNow(metrics.closed_tickets?.series) },
      ],
    };
  }, [summary, points, running, upToNow, flow, count]);
}
