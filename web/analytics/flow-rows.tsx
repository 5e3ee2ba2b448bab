import { useWords } from '../words';
import { type FlowTableProps, flowColumns } from './flow-table';
import { Count } from './number';

/** A few points side by side, as they stand in the chart above. */
export function FlowRows({ summary, behind, named }: FlowTableProps) {
  const { analytics } = useWords();
  const { buckets, metrics } = summary;
  return (
    <table className="t mini">
      <thead>
        <tr>
          <th scope="col">{analytics.flow.tickets}</th>
          {buckets.map(({ from, to }) => (
            <th key={from} scope="col" className="r" title={named.full(from, to)}>
              {named.short(from)}
            </th>
          ))}
          <th scope="col" className="r">
            {analytics.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {flowColumns(analytics.flow).map(([metric, name]) => (
          <tr key={metric}>
            <th scope="row">{name}</th>
            {buckets.map((bucket, at) => (
              <td key={bucket.from} className="r">
                <Count value={metrics[metric]?.series[at] ?? 0} of={behind(metric, {}, bucket)} label={name} />
              </td>
            ))}
            <td className="r">
              <b>
                <Count value={metrics[metric]?.total ?? 0} of={behind(metric)} label={name} />
              </b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
