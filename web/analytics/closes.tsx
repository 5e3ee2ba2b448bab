import { useWords } from '../words';
import { Bars, BarsTable } from './bars';
import type { Behind } from './behind';
import { Panel } from './panel';
import type { SummaryJson } from './query';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** By whom or by what tickets were closed. */
export function Closes({ summary, behind }: Props) {
  const { analytics } = useWords();
  const words = analytics.closes;
  const { causes = [], total = 0 } = summary.metrics.closed_tickets ?? {};
  const rows = causes.map(({ cause, total: value }) => ({
    key: cause,
    name: words.causes[cause] ?? cause,
    value,
    of: behind('closed_tickets', { cause }),
  }));
  const none = <p className="none mute">{analytics.people.none}</p>;
  return (
    <Panel
      title={words.title}
      chart={total === 0 ? none : <Bars rows={rows} />}
      table={
        <BarsTable
          rows={rows}
          heads={[words.cause, words.tickets]}
          total={{ name: analytics.total, value: total, of: behind('closed_tickets') }}
        />
      }
    />
  );
}
