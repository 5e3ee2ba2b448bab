import type { CannedReply } from '../../api/canned';

interface Props {
  readonly replies: readonly CannedReply[];
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
}

export function CannedList({ replies, open, onOpen }: Props) {
  return (
    <ul>
      {replies.map(({ id, shortcut, title, text }) => (
        <li key={id}>
          <button type="button" className={`replyline ${open === id ? 'on' : ''}`} aria-current={open === id} onClick={() => onOpen(id)}>
            <span className="row">
              <bdi className="mono tint cut">/{shortcut}</bdi>
              <b className="cut grow" dir="auto">
                {title}
              </b>
            </span>
            <span className="soft cut block" dir="auto">
              {text}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
