import { useWords } from '../words';
import { LastingHead } from './lasting-head';
import type { Named } from './named';
import { Count } from './number';
import type { SummaryJson } from './query';
import type { TicketsSearch } from './tickets-search';
import { useSaid } from './use-said';

type Bucket = SummaryJson['buckets'][number];

interface Props {
  readonly buckets: readonly Bucket[];
  readonly series: readonly { readonly n: number; readonly median: number | null; readonly p90: number | null }[];
  readonly named: Named;
  readonly of: (bucket: Bucket) => TicketsSearch;
}

/** The same point by point, as text. */
export function SpellsTable({ buckets, series, named, of }: Props) {
  const { flow } = useWords().analytics;
  const { lasting } = useSaid();
  return (
    <table className="t mini">
      <LastingHead first={flow.when} />
      <tbody>
        {buckets.map((bucket, at) => {
          const { n = 0, median = null, p90 = null } = series[at] ?? {};
          return (
            <tr key={bucket.from}>
              <td>
                {named.full(bucket.from, bucket.to)}
                {bucket.soFar ? <span className="mute">, {flow.soFar}</span> : null}
              </td>
              <td className="r">
                <Count value={n} of={of(bucket)} />
              </td>
              <td className="r">{median === null ? '' : lasting(median)}</td>
              <td className="r soft">{p90 === null ? '' : lasting(p90)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
