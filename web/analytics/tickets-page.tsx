import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useWorkspace } from '../api/workspace';
import { Empty } from '../parts/empty';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { AdminsOnly } from './admins-only';
import './analytics.css';
import { BehindTable } from './behind-table';
import { narrowedIn } from './narrowed';
import { figuresOf, type TicketsSearch } from './tickets-search';
import { useLocale } from './use-locale';
import { useTicketsBehind } from './use-tickets-behind';

/** The tickets that make one number of the figures; each opens. */
export function TicketsPage() {
  const { me } = useWorkspace();
  return me.role === 'admin' ? <Behind /> : <AdminsOnly />;
}

function Behind() {
  const { analytics, shell } = useWords();
  const words = analytics.behind;
  const search: TicketsSearch = useSearch({ from: '/desk/analytics/tickets' });
  const name = analytics.meanings.sentences[search.metric ?? '']?.name ?? shell.pages.analytics;
  useEffect(() => {
    document.title = `${name} · ${shell.desk}`;
  }, [name, shell]);
  return (
    <main className="page figures">
      <header className="pagehead">
        <Link className="btn icon quiet" to="/analytics" search={figuresOf(search)} aria-label={words.back} title={words.back}>
          <Icon name="back" flips />
        </Link>
        <h1>{words.title(name)}</h1>
        <Narrowed search={search} />
      </header>
      <div className="figbody">
        <div className="fig behind">
          {search.metric ? <Found search={search} /> : <Empty icon="search" title={words.unknown} says="" />}
        </div>
      </div>
    </main>
  );
}

/** From when to when, and of whom: as the address says it. */
function Narrowed({ search }: { readonly search: TicketsSearch }) {
  const language = useLocale();
  const { analytics } = useWords();
  const workspace = useWorkspace();
  return <span className="sm mute">{narrowedIn(search, { language, words: analytics, workspace })}</span>;
}

function Found({ search }: { readonly search: TicketsSearch }) {
  const { analytics, common } = useWords();
  const words = analytics.behind;
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useTicketsBehind(search);
  const rows = data?.pages.flatMap((page) => page.data) ?? [];
  if (error)
    return (
      <ProblemLine error={error} what={words.notRead}>
        <button type="button" className="btn small" onClick={() => void refetch()}>
          {common.problems.again}
        </button>
      </ProblemLine>
    );
  if (data && rows.length === 0) return <Empty icon="search" title={words.none} says={words.noneSays} />;
  return (
    <>
      {rows.length > 0 ? <BehindTable rows={rows} /> : null}
      {hasNextPage ? (
        <button type="button" className="btn more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? analytics.looking : words.older}
        </button>
      ) : null}
    </>
  );
}
