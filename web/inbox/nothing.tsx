import { useNavigate } from '@tanstack/react-router';
import { useCounts } from '../api/counts';
import { useWorkspace } from '../api/workspace';
import { useSetPresence } from '../app/me';
import { Empty } from '../parts/empty';
import { useWords } from '../words';
import { useAddress, useNarrow } from './use-address';

/** Why the list is empty, and what comes by itself. */
export function Nothing() {
  const { view, search } = useAddress();
  const { me } = useWorkspace();
  if (search.q !== undefined) return <NothingFound q={search.q} />;
  if (Object.keys(search).some((name) => name !== 'sort')) return <NoMatch />;
  if (view === 'mentions') return <NotNamed />;
  if (view !== 'mine') return <NoneHere />;
  return me.presence === 'online' ? <Answered /> : <Away />;
}

function NothingFound({ q }: { readonly q: string }) {
  const { empty, clearSearch } = useWords().inbox;
  const narrow = useNarrow();
  return (
    <Empty icon="search" title={empty.nothingFor(q)} says={empty.nothingForSays}>
      <button type="button" className="btn" onClick={() => narrow({ q: undefined })}>
        {clearSearch}
      </button>
    </Empty>
  );
}

function NoMatch() {
  const { empty } = useWords().inbox;
  return <Empty icon="filter" title={empty.noMatch} says={empty.noMatchSays} />;
}

function NoneHere() {
  const { empty } = useWords().inbox;
  return <Empty icon="inbox" title={empty.none} says={empty.noneSays} />;
}

function NotNamed() {
  const { together } = useWords();
  return <Empty icon="at" title={together.notNamed} says={together.notNamedSays} />;
}

function Answered() {
  const { empty } = useWords().inbox;
  const queue = useCounts()?.queue ?? 0;
  const go = useNavigate();
  return (
    <Empty icon="inbox" title={empty.answered} says={empty.answeredSays(queue)}>
      {queue > 0 ? (
        <button
          type="button"
          className="btn"
          onClick={() => void go({ to: '/inbox/$view/{-$ticketId}', params: { view: 'queue', ticketId: undefined } })}
        >
          {empty.queue}
        </button>
      ) : null}
    </Empty>
  );
}

function Away() {
  const { inbox, shell } = useWords();
  const { me } = useWorkspace();
  const set = useSetPresence();
  return (
    <Empty icon="moon" title={me.presence === 'away' ? inbox.empty.away : inbox.empty.offline} says={inbox.empty.awaySays}>
      <button type="button" className="btn go" onClick={() => void set('online')}>
        {shell.presence.goOnline}
      </button>
    </Empty>
  );
}
