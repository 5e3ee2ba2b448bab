import type { Message } from '../api/types';
import { canSendAgain } from '../composer/send';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Again } from './again';
import { useAround } from './context';
import { troubleOf } from './trouble';

/** Why a message did not go, or may have gone; a person decides whether it goes once more. */
export function TroubleBox({ message }: { readonly message: Message }) {
  const words = useWords();
  const { ticket, short, network } = useAround();
  const trouble = troubleOf(message, { words, customer: short, network });
  if (!trouble) return null;
  const may = canSendAgain(message) && message.author.kind !== 'bot' && ticket.allowedActions.includes('reply');
  return (
    <div className={`trouble ${trouble.kind === 'uncertain' ? 'maybe' : ''}`}>
      <Icon name={trouble.kind} />
      <span className="grow">
        {trouble.what ? <b dir="auto">{trouble.what}</b> : null}
        {trouble.what && trouble.more ? <br /> : null}
        <span className={trouble.what ? 'soft' : undefined}>{trouble.more}</span>
      </span>
      {may && trouble.again ? <Again message={message} by={trouble.again} kind={trouble.kind} /> : null}
    </div>
  );
}
