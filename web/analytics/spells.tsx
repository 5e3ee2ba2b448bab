import { useMemo, useState } from 'react';
import { useWords } from '../words';
import type { Behind } from './behind';
import { Chart } from './chart';
import type { Drawn } from './chart-options';
import { SHOWN, type Shown } from './durations';
import { KeyLines } from './key-lines';
import { niceSeconds } from './nice-axis';
import { OneOf } from './one-of';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { SpellsTable } from './spells-table';
import { useBuckets } from './use-buckets';
import { useSaid } from './use-said';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** How long something took, point by point: half of the tickets, and nine of ten. */
export function Spells({ summary, behind }: Props) {
  const words = useWords().analytics.durations;
  const said = useSaid();
  const [metric, choose] = useState<Shown>('first_response');
  const { named, full } = useBuckets(summary);
  const drawn = useDrawn(summary, metric);
  const series = summary.durations[metric]?.series ?? [];
  const say = (at: number) => {
    const { median = null, p90 = null } = series[at] ?? {};
    return { title: full(at), text: median === null || p90 === null ? words.nothing : words.said(said.lasting(median), said.lasting(p90)) };
  };
  return (
    <Panel
      title={words.over}
      aside={
        <>
          <KeyLines lines={drawn.lines} />
          <OneOf
            label={words.which}
            value={metric}
            choices={SHOWN.map((value) => ({ value, name: words.names[value] }))}
            onChoose={choose}
          />
        </>
      }
      chart={
        summary.durations[metric]?.n ? (
          <Chart key={metric} drawn={drawn} label={words.label(words.names[metric])} say={say} />
        ) : (
          <p className="none mute">{words.none}</p>
        )
      }
      table={<SpellsTable buckets={summary.buckets} series={series} named={named} of={(bucket) => behind(metric, {}, bucket)} />}
    />
  );
}

function useDrawn(summary: SummaryJson, metric: Shown): Drawn {
  const words = useWords().analytics.durations;
  const { lasting } = useSaid();
  const { points, running, upToNow } = useBuckets(summary);
  return useMemo(() => {
    const series = summary.durations[metric]?.series ?? [];
    return {
      points,
      running,
      axis: niceSeconds,
      said: lasting,
      lines: [
        { name: words.lineHalf, as: 0, values: upToNow(series.map(({ median }) => median)) },
        { name: words.lineNine, as: 1, values: upToNow(series.map(({ p90 }) => p90)) },
      ],
    };
  }, [summary, metric, points, running, upToNow, words, lasting]);
}
