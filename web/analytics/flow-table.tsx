import type { MetricId } from '../../src/domain/figures/metrics';
import { useWords } from '../words';
import type { Behind } from './behind';
import type { Named } from './named';
import { Count } from './number';
import type { SummaryJson } from './query';

export interface FlowTableProps {
  readonly summary: SummaryJson;
  readonly behind: Behind;
  readonly named: Named;
}

/** What the table tells of each point. */
export const flowColumns = (words: ReturnType<typeof useWords>['analytics']['flow']): readonly (readonly [MetricId, string])[] => [
  ['new_tickets', words.new],
  ['closed_tickets', words.closed],
  ['reopened_tickets', words.reopened],
];

/** A row for each point of the chart, and one for all. */
export function FlowTable({ summary, behind, named }: FlowTableProps) {
  const { analytics } = useWords();
  const words = analytics.flow;
  const { buckets, metrics } = summary;
  const columns = flowColumns(words);
  return (
    <table className="t mini">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          {columns.map(([metric, name]) => (
            <th key={metric} scope="col" className="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets.map((bucket, at) => (
          <tr key={bucket.from}>
            <td>
              {named.full(bucket.from, bucket.to)}
              {bucket.soFar ? <span className="mute">, {words.soFar}</span> : null}
            </td>
            {columns.map(([metric]) => (
              <td key={metric} className="r">
                <Count value={metrics[metric]?.series[at] ?? 0} of={behind(metric, {}, bucket)} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <td>
            <b>{analytics.total}</b>
          </td>
          {columns.map(([metric]) => (
            <td key={metric} className="r">
              <b>
                <Count value={metrics[metric]?.total ?? 0} of={behind(metric)} />
              </b>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
