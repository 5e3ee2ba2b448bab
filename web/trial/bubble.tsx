import { useWords } from '../words';
import { useTimes } from '../words/times';
import type { PhoneMessage } from './trial-data';

interface Props {
  readonly message: PhoneMessage;
  /** The customer has written since: what could be tapped has had its time. */
  readonly answered: boolean;
  readonly tap: (choice: string) => void;
}

/** One message as the phone shows it, and below it what can be tapped. */
export function Bubble({ message, answered, tap }: Props) {
  const { trial } = useWords();
  const { clock } = useTimes();
  const { side, text, deleted, edited, quoted, reactions, ticks } = message;
  const emoji = [reactions.customer, reactions.business].filter((one) => one !== null).join(' ');
  return (
    <>
      <div className={`pb ${side === 'out' ? 'mine' : ''} ${deleted ? 'gone' : ''}`} dir="auto">
        {quoted === null ? null : <span className="quoted">{quoted}</span>}
        {deleted ? trial.deleted : text}
        <span className="tm">
          {edited ? trial.edited : null} {clock(message.at)} {ticks && !deleted ? <Marks ticks={ticks} /> : null}
        </span>
        {emoji ? <span className="re">{emoji}</span> : null}
      </div>
      {deleted
        ? null
        : message.choices.map(({ id, title }) => (
            <button key={id} type="button" className="pbtn" disabled={answered} onClick={() => tap(id)}>
              {title}
            </button>
          ))}
    </>
  );
}

function Marks({ ticks }: { readonly ticks: NonNullable<PhoneMessage['ticks']> }) {
  const word = useWords().trial.ticks[ticks];
  return (
    <svg viewBox="0 0 17 11" className={ticks} role="img" aria-label={word}>
      <path d={ticks === 'sent' ? 'M4 6l3 3 6-7' : 'M1 6l3 3 6-7M7.5 8.3l.7.7 6-7'} />
    </svg>
  );
}
