import { useState } from 'react';
import type { Message } from '../api/types';
import { draftNow, focusComposer, writeDraft } from '../composer/draft';
import { sendAgain } from '../composer/send';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useAround } from './context';
import type { Trouble } from './trouble';

interface Props {
  readonly message: Message;
  readonly by: 'write' | 'send';
  readonly kind: Trouble['kind'];
}

/** Once more, because somebody asks for it: as words in the box that can be changed, or as it was. */
export function Again({ message, by, kind }: Props) {
  const { thread, composer } = useWords();
  const { ticket } = useAround();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async () => {
    setSending(true);
    setProblem(null);
    await sendAgain(message).catch(setProblem);
    setSending(false);
  };
  const once = by === 'write' ? thread.delivery.writeAgain : kind === 'failed' ? composer.retry : thread.delivery.sendAgain;
  return (
    <>
      <button
        type="button"
        className="btn small"
        disabled={sending}
        onClick={() => (by === 'write' ? writeAgain(ticket.id, message) : void send())}
      >
        {kind === 'failed' ? <Icon name="retry" size="s" /> : null}
        {sending ? composer.sending : once}
      </button>
      {problem ? <ProblemLine error={problem} what={composer.failed.reply} /> : null}
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
