import { Link, useLocation } from '@tanstack/react-router';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useWords } from '../words';

// biome-ignore format: a table is read in columns
const TABS = [
  { key: 'inbox',    icon: 'inbox',    to: '/' },
  { key: 'board',    icon: 'board',    to: '/board' },
  { key: 'contacts', icon: 'contacts', to: '/contacts/{-$contactId}' },
  { key: 'more',     icon: 'more',     to: '/more' },
] as const satisfies readonly { key: string; icon: IconName; to: string }[];

/** The pages on a phone. */
export function TabBar() {
  const { shell } = useWords();
  // The inbox is many addresses, and its tab leads to one of them.
  const inInbox = useLocation({ select: ({ pathname }) => pathname.startsWith('/inbox/') });
  return (
    <nav className="tabbar" aria-label={shell.main}>
      {TABS.map(({ key, icon, to }) => (
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
