import { useState } from 'react';
import { useWords } from '../words';
import { BarsTable } from './bars';
import type { Behind } from './behind';
import { SHOWN, type Shown } from './durations';
import { barNames, barOf, inMinutes } from './histogram';
import { OneOf } from './one-of';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { Standing } from './standing';
import { useSaid } from './use-said';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** In how many minutes people had a first answer; or how long something else took. */
export function Responses({ summary, behind }: Props) {
  const { response: words, durations } = useWords().analytics;
  const said = useSaid();
  const [metric, choose] = useState<Shown>('first_response');
  const { n = 0, median = null, p90 = null, histogram = [], target = null } = summary.durations[metric] ?? {};
  const names = barNames(histogram, words, said.lasting);
  const rows = histogram.map((bar, at) => ({
    key: String(bar.to),
    name: names[at] ?? '',
    value: bar.n,
    of: behind(metric, barOf(histogram, at)),
    over: target !== null && (bar.to === null || bar.to > target.seconds),
  }));
  const sentence = median === null || p90 === null ? null : words.within(said.lasting(median), said.lasting(p90));
  const chart = sentence ? (
    <>
      <Standing rows={rows} />
      <p className="axisname sm mute">{(inMinutes(histogram) ? words.says : words.saysTickets)(n)}</p>
      <p className="below">
        <b>{sentence.half}</b>
        {sentence.nine} {target ? words.target(said.lasting(target.seconds), target.within) : null}
      </p>
    </>
  ) : (
    <p className="none mute">{metric === 'first_response' ? words.none : durations.none}</p>
  );
  return (
    <Panel
      title={durations.names[metric]}
      aside={
        <OneOf
          small
          label={durations.which}
          value={metric}
          choices={SHOWN.map((value) => ({ value, name: durations.names[value] }))}
          onChoose={choose}
        />
      }
      label={sentence ? `${durations.names[metric]}: ${sentence.half}${sentence.nine}` : undefined}
      chart={chart}
      table={<BarsTable rows={rows} heads={[inMinutes(histogram) ? words.minutes : durations.lasting, words.tickets]} />}
    />
  );
}
