import { Link, useLocation } from '@tanstack/react-router';
import type { Role } from '../../src/domain/agent';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useWords } from '../words';

// biome-ignore format: a table is read in columns
const TABS = [
  { key: 'inbox',     icon: 'inbox',     to: '/',                       roles: ['admin', 'agent'] },
  { key: 'board',     icon: 'board',     to: '/board',                  roles: ['admin', 'agent'] },
  { key: 'analytics', icon: 'analytics', to: '/analytics',              roles: ['admin'] },
  { key: 'contacts',  icon: 'contacts',  to: '/contacts/{-$contactId}', roles: ['agent'] },
  { key: 'more',      icon: 'more',      to: '/more',                   roles: ['admin', 'agent'] },
] as const satisfies readonly { key: string; icon: IconName; to: string; roles: readonly Role[] }[];

/** The pages on a phone: four, and what an admin misses among them stands under More. */
export function TabBar() {
  const { shell } = useWords();
  const { me } = useWorkspace();
  // The inbox is many addresses, and its tab leads to one of them.
  const inInbox = useLocation({ select: ({ pathname }) => pathname.startsWith('/inbox/') });
  return (
    <nav className="tabbar" aria-label={shell.main}>
      {TABS.filter(({ roles }) => roles.some((role) => role === me.role)).map(({ key, icon, to }) => (
        <Link
          key={key}
          to={to}
          activeProps={{ className: 'on', 'aria-current': 'page' }}
          {...(key === 'inbox' && inInbox ? { className: 'on', 'aria-current': 'page' as const } : {})}
        >
          <Icon name={icon} />
          {shell.pages[key]}
        </Link>
      ))}
    </nav>
  );
}
