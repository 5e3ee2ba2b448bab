import type { OpenChat } from '../live/messages';
import { useWords } from '../words';

/** What stands above the first message. */
export function Top({ chat: { older, readOlder, messages } }: { readonly chat: OpenChat }) {
  const { thread, common } = useWords();
  if (older === 'failed') {
    return (
      <span className="mute sm">
        {thread.olderNotLoaded}.{' '}
        <button type="button" className="link sm" onClick={() => void readOlder()}>
          {common.problems.loadAgain}
        </button>
      </span>
    );
  }
  if (older !== 'none') return <span className="mute sm">{thread.lookingOlder}</span>;
  return <span className="mute sm">{messages.length === 0 ? thread.nothingSaid : thread.begins}</span>;
}
