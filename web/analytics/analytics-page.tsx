import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWorkspace } from '../api/workspace';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { AdminsOnly } from './admins-only';
import '../inbox/inbox.css';
import './analytics.css';
import { Figures } from './figures';
import { FilterBar } from './filter-bar';
import { summaryQuery } from './query';
import { Sketch } from './sketch';
import { useFiguresSearch } from './use-figures-search';
import { useKeep } from './use-keep';

/** How the desk did over a period, and how it stands now. */
export function AnalyticsPage() {
  const { shell } = useWords();
  const { me } = useWorkspace();
  useEffect(() => {
    document.title = `${shell.pages.analytics} · ${shell.desk}`;
  }, [shell]);
  return me.role === 'admin' ? <Page /> : <AdminsOnly />;
}

function Page() {
  const { analytics: words, common, shell } = useWords();
  const figures = useFiguresSearch();
  const { asked } = figures;
  const { data: summary, error, isPlaceholderData, refetch } = useQuery(summaryQuery(asked));
  const keep = useKeep(asked, summary);
  return (
    <main className="page figures">
      <header className="pagehead">
        <h1>{shell.pages.analytics}</h1>
        <span className="sm mute grow" role="status">
          {isPlaceholderData ? words.looking : ''}
        </span>
        <FilterBar figures={figures} onKeep={summary && !isPlaceholderData ? keep : null} />
      </header>
      <div className="figbody">
        {error ? (
          <ProblemLine error={error} what={words.notRead}>
            <button type="button" className="btn small" onClick={() => void refetch()}>
              {common.problems.again}
            </button>
          </ProblemLine>
        ) : null}
        {summary ? <Figures asked={asked} summary={summary} /> : error ? null : <Sketch />}
      </div>
    </main>
  );
}
