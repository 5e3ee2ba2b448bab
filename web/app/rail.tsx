import { Link } from '@tanstack/react-router';
import { useCounts } from '../api/counts';
import { useQueueIsLate } from '../api/queue-late';
import { useWorkspace } from '../api/workspace';
import { Caps } from '../keys/caps';
import { openPalette } from '../palette/open';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useWords } from '../words';
import { BadChannels } from './bad-channels';
import { Logo } from './logo';
import { Me } from './me';
import { SavedViews } from './saved-views';
import { TeamViews } from './team-views';
import { VIEWS } from './views';

// biome-ignore format: a table is read in columns
const PAGES = [
  { key: 'board',     icon: 'board',     to: '/board',                 adminsOnly: false },
  { key: 'contacts',  icon: 'contacts',  to: '/contacts/{-$contactId}', adminsOnly: false },
  { key: 'analytics', icon: 'analytics', to: '/analytics',             adminsOnly: true },
  { key: 'reports',   icon: 'reports',   to: '/reports',               adminsOnly: true },
  { key: 'settings',  icon: 'settings',  to: '/settings/{-$section}',  adminsOnly: true },
] as const satisfies readonly { key: string; icon: IconName; to: string; adminsOnly: boolean }[];

/** Views with their counts, pages, and who you are. Between 768 and 1039 px it shows icons only. */
export function Rail() {
  const { shell } = useWords();
  const counts = useCounts();
  const { me, channels } = useWorkspace();
  const late = useQueueIsLate();
  return (
    <nav className="rail" aria-label={shell.navigation}>
      <div className="brand">
        <Logo />
        {shell.desk}
      </div>
      <button type="button" className="input quiet" title={shell.search} aria-keyshortcuts="Control+K" onClick={openPalette}>
        <Icon name="search" />
        <span className="grow start">{shell.search}</span>
        <Caps chord="Mod+KeyK" joined />
      </button>
      {VIEWS.map(({ key, icon, count }) => (
        <Link
          key={key}
          className="nav"
          to="/inbox/$view/{-$ticketId}"
          params={{ view: key, ticketId: undefined }}
          activeOptions={{ exact: false, includeSearch: false }}
          activeProps={{ className: 'on', 'aria-current': 'page' }}
          title={shell.views[key]}
        >
          <Icon name={icon} />
          <span className="word">{shell.views[key]}</span>
          <Count of={counts ? count(counts) : null} hot={key === 'queue' && late} />
        </Link>
      ))}
      <TeamViews />
      <SavedViews />
      {me.role !== 'admin' && channels.some(({ trial }) => trial) ? (
        <span className="trialnote">
          <Icon name="lock" size="xs" />
          <span className="word">{shell.trialMark}</span>
        </span>
      ) : null}
      <div className="end">
        {PAGES.filter(({ adminsOnly }) => !adminsOnly || me.role === 'admin').map(({ key, icon, to }) => (
          <Link key={key} className="nav" to={to} activeProps={{ className: 'on', 'aria-current': 'page' }} title={shell.pages[key]}>
            <Icon name={icon} />
            <span className="word">{shell.pages[key]}</span>
            {key === 'settings' ? <BadChannels /> : null}
          </Link>
        ))}
      </div>
      <Me />
    </nav>
  );
}

/** A view's count; above 999 it is not read as a number any more. */
export function Count({ of, hot = false }: { readonly of: number | null; readonly hot?: boolean }) {
  return of === null || of === 0 ? null : <span className={`n ${hot ? 'hot' : ''}`}>{of > 999 ? '999+' : of}</span>;
}
