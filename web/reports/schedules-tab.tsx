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
import { useRemoving } from './use-removing';

/** Reports that are made by themselves. */
export function SchedulesTab() {
  const { schedules: words } = useWords().reports;
  const { data: schedules, error } = useQuery(schedulesQuery);
  const [open, show] = useState<Schedule | 'new' | null>(null);
  const { remove, failed } = useRemoving();
  const add = (
    <button type="button" className="btn go" onClick={() => show('new')}>
      <Icon name="plus" />
      {words.add}
    </button>
  );
  return (
    <>
      {error ? <ProblemLine error={error} what={words.notRead} /> : null}
      {failed ? <ProblemLine error={failed.error} what={words[failed.what]} /> : null}
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
          <Table schedules={schedules} onEdit={show} onRemove={remove} />
        </>
      ) : null}
      {open ? <ScheduleDialog schedule={open === 'new' ? null : open} onClose={() => show(null)} /> : null}
    </>
  );
}

interface TableProps {
  readonly schedules: readonly Schedule[];
  readonly onEdit: (schedule: Schedule) => void;
  readonly onRemove: (schedule: Schedule) => void;
}

function Table({ schedules, onEdit, onRemove }: TableProps) {
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
            <ScheduleRow key={schedule.id} schedule={schedule} onEdit={() => onEdit(schedule)} onRemove={() => onRemove(schedule)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
