import { Link } from '@tanstack/react-router';
import { useWords } from '../words';
import { Track } from './bars';
import type { Behind } from './behind';
import { LastingHead } from './lasting-head';
import { Count } from './number';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useSaid } from './use-said';

export const SHOWN = ['first_response', 'resolution', 'waiting', 'idle', 'handle'] as const;
export type Shown = (typeof SHOWN)[number];

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** How long everything took: half of the tickets, and nine of ten. */
export function Durations({ summary, behind }: Props) {
  const words = useWords().analytics.durations;
  const rows = SHOWN.flatMap((metric) => {
    const { n, median, p90 } = summary.durations[metric] ?? { n: 0, median: null, p90: null };
    return median === null || p90 === null ? [] : [{ metric, n, median, p90, name: words.names[metric], of: behind(metric) }];
  });
  const none = <p className="none mute">{words.none}</p>;
  return (
    <Panel
      title={words.title}
      says={summary.hours === 'business' ? words.business : undefined}
      starts="table"
      chart={rows.length === 0 ? none : <Medians rows={rows} />}
      table={rows.length === 0 ? none : <DurationTable rows={rows} />}
    />
  );
}

type Row = { readonly metric: string; readonly n: number; readonly median: number; readonly p90: number; readonly name: string } & {
  readonly of: ReturnType<Behind>;
};

function Medians({ rows }: { readonly rows: readonly Row[] }) {
  const said = useSaid();
  const most = Math.max(1, ...rows.map(({ median }) => median));
  return (
    <ul className="hbs long">
      {rows.map(({ metric, name, median, of }) => (
        <li key={metric} className="hb">
          <span className="cut" title={name}>
            {name}
          </span>
          <Track share={median / most} />
          <span className="r">
            <Link to="/analytics/tickets" search={of} aria-label={`${said.lasting(median)}, ${name}`}>
              {said.lasting(median)}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

function DurationTable({ rows }: { readonly rows: readonly Row[] }) {
  const words = useWords().analytics.durations;
  const said = useSaid();
  return (
    <table className="t mini">
      <LastingHead first={words.what} />
      <tbody>
        {rows.map(({ metric, name, n, median, p90, of }) => (
          <tr key={metric}>
            <td>{name}</td>
            <td className="r">
              <Count value={n} of={of} label={name} />
            </td>
            <td className="r">{said.lasting(median)}</td>
            <td className="r soft">{said.lasting(p90)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
