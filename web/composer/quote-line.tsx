import { previewOf } from '../../src/domain/content';
import { useChat } from '../live/messages';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { writeDraft } from './draft';
import { nameOf } from './name-of';
import type { Writing } from './use-writing';

/** Which message the reply answers. */
export function QuoteLine({ writing: { ticket, draft, mode } }: { readonly writing: Writing }) {
  const { composer } = useWords();
  const { messages } = useChat(ticket.chatId);
  if (draft.quote === null || mode === 'note') return null;
  const message = messages.find(({ id }) => id === draft.quote);
  if (!message) return null;
  const who = message.author.kind === 'customer' ? nameOf(ticket) : message.author.name;
  const words = previewOf(message.content as Parameters<typeof previewOf>[0]);
  return (
    <div className="answers">
      <Icon name="reply" size="s" flips />
      <span className="grow cut" title={words}>
        <bdi>{composer.answering(who)}</bdi> <bdi className="soft">{words}</bdi>
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
