import { lazy, Suspense, useState } from 'react';
import { useCounts } from '../api/counts';
import { useSavedViews, useViewCounts } from '../api/views';
import { useWorkspace } from '../api/workspace';
import { Me } from '../app/me';
import { teamOfView, VIEWS } from '../app/views';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useAddress } from './use-address';
import { useFrame } from './use-frame';
import { ViewsMenu } from './views-menu';

const NewMessage = lazy(async () => ({ default: (await import('./new-message')).NewMessage }));
const ListMenu = lazy(async () => ({ default: (await import('./list-menu')).ListMenu }));

interface Props {
  readonly isLooking: boolean;
  readonly finding: boolean;
  readonly onFind: () => void;
}

/** What the list is, how many are in it, and what can be done with it. */
export function ListHead({ isLooking, finding, onFind }: Props) {
  const { inbox } = useWords();
  const [writing, setWriting] = useState(false);
  const phone = useFrame() === 'phone';
  const { title, count, narrowed } = useTitle();
  return (
    <header className="bar">
      {phone ? (
        <ViewsMenu title={title} />
      ) : (
        <h1 className="cut" title={title}>
          {title}
        </h1>
      )}
      {phone || count === null ? null : <span className="count">{count > 999 ? '999+' : count}</span>}
      <span className="grow" />
      {isLooking ? <span className="sm mute cut">{inbox.looking}</span> : null}
      <button
        type="button"
        className={`${phone ? 'touch' : 'btn quiet icon small'} ${narrowed ? 'narrowed' : ''}`}
        aria-label={inbox.find}
        aria-expanded={finding}
        aria-keyshortcuts="/"
        title={`${inbox.find} (/)`}
        onClick={onFind}
      >
        <Icon name={phone ? 'search' : 'filter'} />
      </button>
      <Suspense>
        <ListMenu />
      </Suspense>
      <button
        type="button"
        className={phone ? 'touch' : 'btn quiet icon small'}
        aria-label={inbox.newMessage}
        title={inbox.newMessage}
        onClick={() => setWriting(true)}
      >
        <Icon name="pen" />
      </button>
      {phone ? <Me small /> : null}
      {writing ? (
        <Suspense>
          <NewMessage onClose={() => setWriting(false)} />
        </Suspense>
      ) : null}
    </header>
  );
}

/** The view's name and how many it holds; null while filters narrow it, when nobody has counted. */
export function useTitle(): { readonly title: string; readonly count: number | null; readonly narrowed: boolean } {
  const { view, search } = useAddress();
  const { shell, inbox } = useWords();
  const counts = useCounts();
  const saved = useSavedViews().find(({ id }) => id === view);
  const savedCount = useViewCounts()[view] ?? null;
  const known = VIEWS.find(({ key }) => key === view);
  const teamId = teamOfView(view);
  const team = useWorkspace().teams.find(({ id }) => id === teamId);
  const title = known ? shell.views[known.key] : (team?.name ?? saved?.name ?? inbox.list);
  const teamCount = counts?.byTeam.find((one) => one.teamId === teamId)?.open ?? 0;
  const narrowed = Object.keys(search).some((name) => name !== 'sort');
  // How many notes are unseen is not how many tickets there are.
  const count = known ? (counts && known.key !== 'mentions' ? known.count(counts) : null) : team ? teamCount : savedCount;
  return { title, count: narrowed ? null : count, narrowed };
}
