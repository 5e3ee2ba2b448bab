import { useState } from 'react';
import { Empty } from '../parts/empty';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { HistoryTable } from './history-table';
import { Make } from './make';
import { useHistory } from './query';
import { RemoveReport } from './remove-report';
import type { Report } from './report';
import { Shape } from './shape';
import { useNews } from './use-news';

/** The sentence, and below it what was asked for so far. */
export function HistoryTab() {
  const { history: words } = useWords().reports;
  const { reports, error, more, reading } = useHistory();
  const [removing, remove] = useState<Report | null>(null);
  const news = useNews(reports);
  return (
    <>
      <Make />
      <p className="unseen" role="status">
        {news}
      </p>
      {error ? <ProblemLine error={error} what={words.notRead} /> : null}
      {reports?.length === 0 ? <Empty icon="reports" title={words.emptyTitle} says={words.emptySays} /> : null}
      {reports && reports.length > 0 ? <HistoryTable reports={reports} onRemove={remove} /> : null}
      {reports || error ? null : <Shape rows={4} />}
      {more ? (
        <button type="button" className="btn small more" disabled={reading} onClick={more}>
          {reading ? words.loading : words.older}
        </button>
      ) : null}
      {removing ? <RemoveReport report={removing} onClose={() => remove(null)} /> : null}
    </>
  );
}
