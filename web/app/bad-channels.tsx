import { useBadChannels } from '../api/health';
import { useWords } from '../words';

/** How many channels are bad, where an admin finds the way to them. */
export function BadChannels() {
  const { shell } = useWords();
  const count = useBadChannels();
  if (count === 0) return null;
  return (
    <span className="n bad" title={shell.channelsBad(count)}>
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{shell.channelsBad(count)}</span>
    </span>
  );
}
