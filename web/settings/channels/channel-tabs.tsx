import { Link } from '@tanstack/react-router';
import type { Channel } from '../../api/types';
import { useWords } from '../../words';
import { useKind, usePart } from './network';
import { type TabKey, tabsOf } from './tabs';

/** Each part of the page has an address of its own, so these are links. */
export function ChannelTabs({ channel, tab }: { readonly channel: Channel; readonly tab: TabKey }) {
  const { page } = useWords().channels;
  const kind = useKind(channel);
  const part = usePart(channel);
  return (
    <nav className="tabs chantabs" aria-label={page.tabsOf(channel.name)}>
      {tabsOf(kind).map((key) => (
        <Link
          key={key}
          className={key === tab ? 'on' : ''}
          aria-current={key === tab ? 'page' : undefined}
          to="/settings/channels/$channelId/{-$tab}"
          params={{ channelId: channel.id, tab: key === 'account' ? undefined : key }}
        >
          {key === 'webhook' ? part : page.tabs[key]}
        </Link>
      ))}
    </nav>
  );
}
