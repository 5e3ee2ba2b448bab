import { useTicket } from '../live/tickets';
import { Icon } from '../parts/icon';
import { keepRefusal, useRefusal } from '../ticket/refusals';
import { becauseOf } from '../ticket/refused-line';
import { useWords } from '../words';
import type { Word } from './use-moves';

/** Why a card did not stay where it was put, in that place. */
export function WordLine({ word: { ticketId, says }, onHush }: { readonly word: Word; readonly onHush: () => void }) {
  const words = useWords();
  const refusal = useRefusal(ticketId);
  const number = useTicket(ticketId)?.number ?? 0;
  const said = says ?? (refusal ? `${words.ticket.refused[refusal.asked](number)}: ${becauseOf(refusal.error, words)}` : null);
  if (said === null) return null;
  const hush = () => {
    keepRefusal(ticketId, null);
    onHush();
  };
  return (
    <div className="colword" role="alert">
      <Icon name="failed" size="s" />
      <span className="grow">{said}</span>
      <button type="button" className="btn quiet icon small" aria-label={words.board.dismiss} title={words.board.dismiss} onClick={hush}>
        <Icon name="cross" size="s" />
      </button>
    </div>
  );
}
