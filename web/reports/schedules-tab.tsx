import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../parts/empty';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { schedulesQuery } from './query';
import type { Schedule } from './report';
import { ScheduleDialog } from './schedule-dialog';
import { ScheduleRow } from './schedule-row';
import { Shape } from './shape';

/** Reports that are made by themselves. */
export function SchedulesTab() {
  const { schedules: words } = useWords().reports;
  const { data: schedules, error } = useQuery(schedulesQuery);
  const [open, show] = useState<Schedule | 'new' | null>(null);
  const add = (
    <button type="button" className="btn go" onClick={() => show('new')}>
      <Icon name="plus" />
      {words.add}
    </button>
  );
  return (
    <>
      {error ? <ProblemLine error={error} what={words.notRead} /> : null}
      {schedules || error ? null : <Shape rows={2} />}
      {schedules?.length === 0 ? (
        <Empty icon="calendar" title={words.emptyTitle} says={words.emptySays}>
          {add}
        </Empty>
      ) : null}
      {schedules && schedules.length > 0 ? (
        <>
          <div className="row spread above">
            <p className="soft">{words.says}</p>
            {add}
          </div>
          <Table schedules={schedules} onEdit={show} />
        </>
      ) : null}
      {open ? <ScheduleDialog schedule={open === 'new' ? null : open} onClose={() => show(null)} /> : null}
    </>
  );
}

function Table({ schedules, onEdit }: { readonly schedules: readonly Schedule[]; readonly onEdit: (schedule: Schedule) => void }) {
  const { schedules: words, history } = useWords().reports;
  return (
    <section className="card history schedules">
      <table className="t">
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.report}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.next}</th>
            <th scope="col">{words.mail}</th>
            <th scope="col">
              <span className="unseen">{history.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <ScheduleRow key={schedule.id} schedule={schedule} onEdit={() => onEdit(schedule)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
