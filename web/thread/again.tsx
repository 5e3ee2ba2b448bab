import { useState } from 'react';
import { ask } from '../api/ask';
import type { Message } from '../api/types';
import { draftNow, focusComposer, writeDraft } from '../composer/draft';
import { putMessages } from '../live/messages';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useAround } from './context';

interface Props {
  readonly message: Message;
  readonly by: 'write' | 'retry';
  /** Nobody knows whether it arrived. */
  readonly unsure: boolean;
}

/** Once more, because somebody asks for it: as words in the box that can be changed, or as it was. Or somebody has seen that it arrived. */
export function Again({ message, by, unsure }: Props) {
  const { delivery, composer } = useWords();
  const { ticket } = useAround();
  const [asking, setAsking] = useState<'retry' | 'settle' | null>(null);
  const [problem, setProblem] = useState<{ readonly error: unknown; readonly what: string } | null>(null);
  const tell = async (call: 'retry' | 'settle', body: object) => {
    setAsking(call);
    setProblem(null);
    try {
      putMessages([await ask<Message>('POST', `/messages/${message.id}/${call}`, { body })]);
    } catch (error) {
      setProblem({ error, what: call === 'retry' ? delivery.notRetried : delivery.notSettled });
    }
    setAsking(null);
  };
  if (by === 'write')
    return (
      <button type="button" className="btn small" onClick={() => writeAgain(ticket.id, message)}>
        <Icon name="retry" size="s" />
        {delivery.writeAgain}
      </button>
    );
  return (
    <>
      <span className="ways">
        <button
          type="button"
          className="btn small"
          disabled={asking !== null}
          onClick={() => void tell('retry', unsure ? { evenIfSent: true } : {})}
        >
          {unsure ? null : <Icon name="retry" size="s" />}
          {asking === 'retry' ? composer.sending : unsure ? delivery.sendAgain : delivery.retry}
        </button>
        {unsure ? (
          <button type="button" className="btn small" disabled={asking !== null} onClick={() => void tell('settle', { sent: true })}>
            {delivery.arrived}
          </button>
        ) : null}
      </span>
      {problem ? <ProblemLine error={problem.error} what={problem.what} /> : null}
    </>
  );
}

/** Into the box, behind what is being written; not out: nothing goes twice unless somebody sends it. */
function writeAgain(ticketId: string, { content, replyTo }: Message): void {
  if (content.type !== 'text') return;
  const { reply } = draftNow(ticketId);
  const written = reply.trim() === '' ? '' : `${reply}\n`;
  writeDraft(ticketId, { reply: written + content.text, quote: replyTo, mode: 'reply' });
  focusComposer('reply');
}
