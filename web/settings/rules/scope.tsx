import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Settings } from '../../../src/domain/settings';
import { useWords } from '../../words';
import { channelsQuery } from '../channels/queries';

/** How many channels are named here; every one has a page of its own. */
const MOST = 4;

/** This page is for all channels; beside it the ways to what each channel does otherwise. */
export function Scope({ group }: { readonly group: keyof Settings }) {
  const { scope } = useWords().rules;
  const { data: channels = [] } = useQuery(channelsQuery);
  const own = channels.map(({ id, name, overrides }) => ({ id, name, count: Object.keys((overrides as Own)[group] ?? {}).length }));
  const first = [...own].sort((one, other) => other.count - one.count).slice(0, MOST);
  if (first.length === 0) return null;
  return (
    <nav className="seg scope" aria-label={scope.label}>
      <span className="on" aria-current="true">
        {scope.all}
      </span>
      {first.map(({ id, name, count }) => (
        <Link key={id} to="/settings/channels/$channelId/{-$tab}" params={{ channelId: id, tab: 'own' }}>
          <bdi className="cut">{name}</bdi>
          {count > 0 ? <span className="count">{scope.differ(count)}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

type Own = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
