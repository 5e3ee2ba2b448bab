import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useAround } from './context';
import { quoteOf } from './said';

/** What it answers, above it. */
export function Quoted({ message: { replyTo } }: { readonly message: Message }) {
  const words = useWords();
  const { find, goTo } = useAround();
  if (replyTo === null) return null;
  const target = find(replyTo);
  return (
    <span className="meta quoted">
      <Icon name="reply" size="xs" flips />
      {target ? (
        <button type="button" className="link quiet cut" onClick={() => goTo(replyTo)}>
          <bdi>{words.thread.answerTo(quoteOf(target.content, words))}</bdi>
        </button>
      ) : (
        words.thread.answerToOlder
      )}
    </span>
  );
}

/** Who answered it with a sign, below it. */
export function Reactions({ message: { reactions } }: { readonly message: Message }) {
  const { thread } = useWords();
  const { short } = useAround();
  if (reactions.length === 0) return null;
  return (
    <span className="reacts">
      {reactions.map(({ by, emoji }) => {
        const who = by === 'business' ? thread.reactions.us : short;
        return (
          <span key={by} className="react">
            <span aria-hidden="true">{emoji}</span>
            <span aria-hidden="true" className="cut">
              {who}
            </span>
            <span className="unseen">{thread.reactions.from(emoji, who)}</span>
          </span>
        );
      })}
    </span>
  );
}
