import { useMemo } from 'react';
import { useWords } from '../words';
import type { Behind } from './behind';
import { HOURS, heatOf, MARKED_HOURS } from './heat-steps';
import { HeatTable } from './heat-table';
import { weekdaysIn } from './named';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useLocale } from './use-locale';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** In which hours of the week tickets are created. */
export function Heat({ summary, behind }: Props) {
  const words = useWords().analytics.heat;
  const locale = useLocale();
  const { tickets = [], most = null } = summary.heatmap ?? {};
  const long = useMemo(() => weekdaysIn(locale, 'long'), [locale]);
  const mostSaid = most ? words.most(long[most.weekday] ?? '', words.hour(most.hour)) : '';
  const chart = most ? (
    <>
      <Cells tickets={tickets} most={most.tickets} label={words.label(`${mostSaid}, ${words.tickets(most.tickets)}`)} />
      <div className="heatfoot">
        <span className="heatkey" aria-hidden="true">
          {words.few}
          {[0, 2, 3, 5, 7].map((step) => (
            <i key={step} data-heat={step} />
          ))}
          {words.many}
        </span>
        <span>
          <b>
            {words.mostTitle} {mostSaid}
          </b>
          , {words.tickets(most.tickets)}
        </span>
      </div>
    </>
  ) : (
    <p className="none mute">{words.none}</p>
  );
  return <Panel title={words.title} says={words.byHour} chart={chart} table={<HeatTable summary={summary} behind={behind} />} />;
}

interface CellsProps {
  readonly tickets: readonly (readonly number[])[];
  readonly most: number;
  readonly label: string;
}

function Cells({ tickets, most, label }: CellsProps) {
  const locale = useLocale();
  const words = useWords().analytics.heat;
  const [short, long] = useMemo(() => [weekdaysIn(locale, 'short'), weekdaysIn(locale, 'long')], [locale]);
  return (
    <div className="heat" role="img" aria-label={label}>
      {tickets.map((hours, day) => [
        // biome-ignore lint/suspicious/noArrayIndexKey: days and hours stand where they are
        <span key={`d${day}`} className="day">
          {short[day]}
        </span>,
        ...hours.map((value, hour) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: days and hours stand where they are
            key={`${day}-${hour}`}
            className="cell"
            data-heat={heatOf(value, most)}
            title={`${words.most(long[day] ?? '', words.hour(hour))}: ${words.tickets(value)}`}
          />
        )),
      ])}
      {HOURS.map((hour) => (
        <span key={hour} className="hourname" style={{ gridColumn: hour + 2 }}>
          {MARKED_HOURS.includes(hour) ? hour : ''}
        </span>
      ))}
    </div>
  );
}
