import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { Ticks } from '../parts/ticks';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useAuthor } from './who';

interface MetaProps {
  readonly message: Message;
  readonly named: boolean;
  readonly timed: boolean;
}

/** When, by whom where it is not plain, and how far it got. */
export function Meta({ message, named, timed }: MetaProps) {
  const { thread } = useWords();
  const times = useTimes();
  const { who, told } = useAuthor(message);
  const { sentAt, editedAt, deletedAt, delivery, direction } = message;
  if (!timed) return null;
  const at = times.clock(sentAt);
  const when = deletedAt ? thread.deleted(times.clock(deletedAt), at) : editedAt ? thread.edited(at, times.clock(editedAt)) : at;
  return (
    <div className="meta">
      {told && named ? (
        <span className="by">
          <bdi className="cut" title={who}>
            {who}
          </bdi>
          <span aria-hidden="true">·</span>
        </span>
      ) : null}
      <time dateTime={sentAt}>{when}</time>
      {direction === 'note' ? (
        <span className="ticks">
          <Icon name="lock" size="xs" />
          {thread.voices.note}
        </span>
      ) : null}
      {delivery && direction === 'out' && !deletedAt ? <Ticks delivery={delivery.status} /> : null}
    </div>
  );
}
