import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { useWords } from '../words';

/** Said to admins while a channel sends nothing until one of them acts, with the way to where that is done. */
export function PausedStrip() {
  const { delivery: words } = useWords();
  const { channels } = useWorkspace();
  const paused = channels.filter(({ state }) => state.status === 'paused');
  const [first] = paused;
  if (!first) return null;
  return (
    <div className="bannerline warn" role="status">
      <Icon name="warning" />
      <span className="grow">
        <b dir="auto">{paused.length === 1 ? words.paused.one(first.name) : words.paused.more(paused.length)}</b> {words.paused.why}
      </span>
      {paused.length === 1 ? (
        <Link className="btn small" to="/settings/channels/$channelId/{-$tab}" params={{ channelId: first.id }}>
          {words.paused.settings}
        </Link>
      ) : (
        <Link className="btn small" to="/settings/{-$section}" params={{ section: 'channels' }}>
          {words.paused.channels}
        </Link>
      )}
    </div>
  );
}
