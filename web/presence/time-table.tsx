import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { dateOf, dayOfDate } from '../../src/domain/local-time';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useLanguage, useWords } from '../words';
import { localeOf, timesIn } from '../words/times-in';
import { DayRow } from './day-row';
import './presence.css';
import { type Day, timesQuery, type Whose } from './query';

/** How long somebody was online and away, day by day, a week at a time; newest first. */
export function TimeTable({ agentId }: Whose) {
  const { presence } = useWords();
  const [ends, turn] = useState<readonly string[]>([]);
  const { data, error } = useQuery(timesQuery({ agentId }, ends.at(-1) ?? null));
  if (error) return <ProblemLine error={error} what={presence.times.notRead} />;
  if (!data) return <div className="timewait" />;
  const [first] = data.days;
  return (
    <div className="timetable">
      <div className="row">
        <span className="sm mute grow">{presence.times.zone(data.zone)}</span>
        <button
          type="button"
          className="btn quiet icon small"
          aria-label={presence.times.earlier}
          title={presence.times.earlier}
          disabled={!first}
          onClick={() => first && turn([...ends, dateOf(dayOfDate(first.date) - 1)])}
        >
          <Icon name="back" flips />
        </button>
        <button
          type="button"
          className="btn quiet icon small"
          aria-label={presence.times.later}
          title={presence.times.later}
          disabled={ends.length === 0}
          onClick={() => turn(ends.slice(0, -1))}
        >
          <Icon name="forward" flips />
        </button>
      </div>
      <Days days={data.days} zone={data.zone} />
    </div>
  );
}

function Days({ days, zone }: { readonly days: readonly Day[]; readonly zone: string }) {
  const { presence, common } = useWords();
  const { language, words } = useLanguage();
  const { times, date } = useMemo(() => {
    const locale = localeOf(language, navigator.languages);
    return {
      times: timesIn(locale, zone, words.common.times),
      date: new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' }),
    };
  }, [language, zone, words]);
  if (!days.some(({ times: sums }) => sums.some((one) => one.presence !== 'offline'))) return <p className="soft">{presence.times.none}</p>;
  return (
    <table className="t times">
      <thead>
        <tr>
          <th scope="col">{presence.times.day}</th>
          <th scope="col">{presence.times.course}</th>
          <th scope="col">{common.presences.online}</th>
          <th scope="col">{common.presences.away}</th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map((day) => (
          <DayRow key={day.date} day={day} times={times} dateOf={(at) => date.format(new Date(at))} />
        ))}
      </tbody>
    </table>
  );
}
