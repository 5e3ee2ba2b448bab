import { useWords } from '../words';
import { useAddress, useNarrow } from './use-address';

/** Only what holds something unread. */
export function UnreadFilter() {
  const { search } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  const on = search.unread === 'true';
  return (
    <button
      type="button"
      className={`chip ${on ? 'on' : ''}`}
      aria-pressed={on}
      onClick={() => narrow({ unread: on ? undefined : 'true' })}
    >
      {inbox.filters.unread}
    </button>
  );
}
