import { useChat } from '../live/messages';
import { Icon } from '../parts/icon';
import { quoteOf } from '../thread/said';
import { useWords } from '../words';
import { writeDraft } from './draft';
import { nameOf } from './name-of';
import type { Writing } from './use-writing';

/** Which message the reply answers. */
export function QuoteLine({ writing: { ticket, draft, mode } }: { readonly writing: Writing }) {
  const words = useWords();
  const { composer } = words;
  const { messages } = useChat(ticket.chatId);
  if (draft.quote === null || mode === 'note') return null;
  const message = messages.find(({ id }) => id === draft.quote);
  if (!message) return null;
  const who = message.author.kind === 'customer' ? nameOf(ticket) : message.author.name;
  const said = quoteOf(message.content, words);
  return (
    <div className="answers">
      <Icon name="reply" size="s" flips />
      <span className="grow cut" title={said}>
        <bdi>{composer.answering(who)}</bdi> <bdi className="soft">{said}</bdi>
      </span>
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={composer.unquote}
        title={composer.unquote}
        onClick={() => writeDraft(ticket.id, { quote: null })}
      >
        <Icon name="cross" size="s" />
      </button>
    </div>
  );
}
