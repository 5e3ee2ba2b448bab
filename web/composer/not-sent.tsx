import type { Ticket } from '../api/types';
import { messagesNow } from '../live/messages';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { nameOf } from './name-of';
import { newerOf, wordsOf } from './seen';

interface Props {
  readonly error: unknown;
  readonly ticket: Ticket;
  /** Sends it all the same. */
  readonly onAnyway: () => void;
}

/** Why a form was not sent; the question, where a colleague was faster. */
export function NotSent({ error, ticket, onAnyway }: Props) {
  const words = useWords();
  const { composer, together } = words;
  const newer = newerOf(error);
  if (!newer) return <ProblemLine error={error} what={composer.failed.reply} />;
  return (
    <div className="bannerline" role="alert">
      <Icon name="uncertain" />
      <span className="grow">
        <b>{together.answered(newer.author.name, nameOf(ticket))}</b> <bdi>{wordsOf(newer, messagesNow(ticket.chatId), words)}</bdi>
      </span>
      <button type="button" className="btn small" onClick={onAnyway}>
        {together.sendToo}
      </button>
    </div>
  );
}
