import type { Message } from '../api/types';
import { draftNow, focusComposer, writeDraft } from '../composer/draft';
import { canSendAgain } from '../composer/send';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useAround } from './context';
import { troubleOf } from './trouble';

/** Why a message did not go, or may have gone; a person decides whether its words are written once more. */
export function TroubleBox({ message }: { readonly message: Message }) {
  const words = useWords();
  const { ticket, short, network } = useAround();
  const trouble = troubleOf(message, { words, customer: short, network });
  if (!trouble) return null;
  const { delivery } = words.thread;
  const isUncertain = trouble.kind === 'uncertain';
  const offers = trouble.again && canSendAgain(message) && message.author.kind !== 'bot' && ticket.allowedActions.includes('reply');
  return (
    <div className={`trouble ${isUncertain ? 'maybe' : ''}`}>
      <Icon name={trouble.kind} />
      <span className="grow">
        {trouble.what ? <b dir="auto">{trouble.what}</b> : null}
        {trouble.what && trouble.more ? <br /> : null}
        <span className={trouble.what ? 'soft' : undefined}>{trouble.more}</span>
      </span>
      {offers ? (
        <button type="button" className="btn small" onClick={() => writeAgain(ticket.id, message)}>
          {isUncertain ? null : <Icon name="retry" size="s" />}
          {isUncertain ? delivery.sendAgain : delivery.writeAgain}
        </button>
      ) : null}
    </div>
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
