import { useMemo } from 'react';
import { useWords } from '../words';
import type { Behind } from './behind';
import { HOURS } from './heat-steps';
import { weekdaysIn } from './named';
import { Count } from './number';
import type { SummaryJson } from './query';
import { useLocale } from './use-locale';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** Every hour of the week, as numbers; hours stand one below the other, so that it fits beside other tables. */
export function HeatTable({ summary, behind }: Props) {
  const words = useWords().analytics.heat;
  const locale = useLocale();
  const days = useMemo(() => weekdaysIn(locale, 'short'), [locale]);
  const tickets = summary.heatmap?.tickets ?? [];
  return (
    <table className="t mini heattable">
      <thead>
        <tr>
          <th scope="col">{words.hourHead}</th>
          {days.map((day) => (
            <th key={day} scope="col" className="r">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.filter((hour) => tickets.some((day) => (day[hour] ?? 0) > 0)).map((hour) => (
          <tr key={hour}>
            <td>{words.hour(hour)}</td>
            {days.map((day, weekday) => (
              <td key={day} className="r">
                <Count value={tickets[weekday]?.[hour] ?? 0} of={behind('new_tickets', { weekday: String(weekday), hour: String(hour) })} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
