import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWorkspace } from '../api/workspace';
import { useWords } from '../words';
import '../inbox/inbox.css';
import './board.css';
import { BoardHead } from './board-head';
import { LiveBoard } from './live-board';
import { stoodIn, useBoardThen } from './past/read';
import { type BoardSearch, momentOf } from './search';

const TimeBar = lazy(async () => ({ default: (await import('./past/time-bar')).TimeBar }));
const BoardThen = lazy(async () => ({ default: (await import('./past/board-then')).BoardThen }));

/** All tickets side by side, by stage or by status; for admins also as they stood at any past moment. */
export function BoardPage() {
  const { shell } = useWords();
  const asked = useSearch({ from: '/desk/board' });
  const isAdmin = useWorkspace().me.role === 'admin';
  const search = isAdmin ? asked : withoutMoment(asked);
  const at = momentOf(search);
  const showsPast = useShowsPast(search, at);
  useEffect(() => {
    document.title = `${shell.pages.board} · ${shell.desk}`;
  }, [shell]);
  return (
    <main className="page board">
      <BoardHead search={search} />
      {isAdmin ? (
        <Suspense fallback={<div className="tmplace" />}>
          <TimeBar search={search} settled={at} />
        </Suspense>
      ) : null}
      {at !== null && showsPast ? (
        <Suspense fallback={<div className="cols" />}>
          <BoardThen search={search} at={at} />
        </Suspense>
      ) : (
        <LiveBoard search={search} />
      )}
    </main>
  );
}

/** The live board stays until the first moment that is asked for is there. */
function useShowsPast(search: BoardSearch, at: number | null): boolean {
  const { me } = useWorkspace();
  const [past, show] = useState(at !== null);
  const then = useBoardThen(at, search.by ?? 'stage', stoodIn(search, me.id));
  const next = at !== null && (past || Boolean(then.error) || (then.data !== undefined && !then.isPlaceholderData));
  useEffect(() => show(next), [next]);
  return next;
}

const withoutMoment = ({ at: _, ...rest }: BoardSearch): BoardSearch => rest;
