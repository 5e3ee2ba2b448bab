import { useMemo } from 'react';
import { useWords } from '../words';
import type { Behind } from './behind';
import { Chart } from './chart';
import type { Drawn } from './chart-options';
import { FlowRows } from './flow-rows';
import { FlowTable } from './flow-table';
import { KeyLine } from './key-line';
import { namedIn } from './named';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useLocale } from './use-locale';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** So many points stand side by side below the chart. */
const FEW = 8;

/** New and closed tickets over time, and the new ones of the period before. */
export function Flow({ summary, behind }: Props) {
  const { analytics } = useWords();
  const words = analytics.flow;
  const drawn = useDrawn(summary);
  const locale = useLocale();
  const named = useMemo(() => namedIn(locale, summary.zone, summary.group), [locale, summary.zone, summary.group]);
  const full = (at: number) => {
    const bucket = summary.buckets[at];
    return bucket ? named.full(bucket.from, bucket.to) + (bucket.soFar ? ` (${words.soFar})` : '') : '';
  };
  const [added, closed] = [summary.metrics.new_tickets?.series ?? [], summary.metrics.closed_tickets?.series ?? []];
  const say = (at: number) => ({ title: full(at), text: words.said(added[at] ?? 0, closed[at] ?? 0) });
  const few = summary.buckets.length <= FEW;
  const Table = few ? FlowRows : FlowTable;
  const label = words.label([full(0), full(summary.buckets.length - 1)].join(' \u2013 '));
  return (
    <Panel
      className="flowcard"
      title={words.title}
      aside={
        <span className="keylines">
          {[...drawn.lines]
            .sort((a, b) => Number(a.as === 'before') - Number(b.as === 'before'))
            .map((line) => (
              <KeyLine key={line.name} as={line.as} name={line.name} />
            ))}
        </span>
      }
      chart={<Chart drawn={drawn} label={label} say={say} />}
      both={few}
      table={<Table summary={summary} behind={behind} named={named} />}
    />
  );
}

function useDrawn(summary: SummaryJson): Drawn {
  const locale = useLocale();
  const { flow } = useWords().analytics;
  return useMemo(() => {
    const { buckets, metrics, before, zone, group } = summary;
    const { short } = namedIn(locale, zone, group);
    const former = before?.metrics.new_tickets?.series;
    const at = buckets.findIndex(({ soFar }) => soFar);
    // What has not begun yet is no nothing: it is a gap.
    const upToNow = (series: readonly number[] = []) => (at < 0 ? series : series.map((value, index) => (index > at ? null : value)));
    return {
      points: buckets.map(({ from }) => short(from)),
      running: at < 0 ? null : { at, says: flow.soFar },
      lines: [
        ...(former ? [{ name: flow.before, as: 'before' as const, values: buckets.map((_, at) => former[at] ?? null) }] : []),
        { name: flow.new, as: 0, values: upToNow(metrics.new_tickets?.series) },
        { name: flow.closed, as: 1, values: upToNow(metrics.closed_tickets?.series) },
      ],
    };
  }, [summary, locale, flow]);
}
