import { isProblem, type Problem } from '../api/ask';
import { useSetPresence } from '../app/me';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';

/** To whom, as people on this channel are called. */
export function To({ kind, value, onWrite }: { readonly kind: string; readonly value: string; readonly onWrite: (to: string) => void }) {
  const { begin } = useWords().inbox;
  const phone = kind.startsWith('whatsapp');
  return (
    <div className="field">
      <label htmlFor="begin-to">{begin.to}</label>
      <input
        id="begin-to"
        className="input"
        data-autofocus
        required
        type={phone ? 'tel' : 'text'}
        dir="ltr"
        maxLength={256}
        aria-describedby="begin-to-hint"
        value={value}
        onChange={(event) => onWrite(event.target.value)}
      />
      <span id="begin-to-hint" className="hint">
        {phone ? begin.phoneHint : begin.addressHint}
      </span>
    </div>
  );
}

/** A person has one open ticket at a time: the way there, instead of a second one. */
export function Refused({ error, onOpen }: { readonly error: Error; readonly onOpen: (ticketId: string) => void }) {
  const { begin } = useWords().inbox;
  if (!isProblem(error, 'chat_has_open_ticket')) return <ProblemLine error={said(error)} what={begin.notSent} />;
  const { ticketId } = error.facts;
  return (
    <div className="bannerline bad" role="alert">
      <Icon name="failed" />
      <span className="grow">
        <b>{begin.notSent}:</b> {begin.openAlready}
      </span>
      {typeof ticketId === 'string' ? (
        <button type="button" className="btn small" onClick={() => onOpen(ticketId)}>
          {begin.lookAtIt}
        </button>
      ) : null}
    </div>
  );
}

/** What is wrong in a field says more than that something is. */
function said(error: Error): Error {
  const [first] = isProblem(error, 'invalid') ? error.errors : [];
  return first ? Object.assign(Object.create(error) as Problem, { message: first.message }) : error;
}

/** Said before anything is written: the desk would refuse it. */
export function NotOnline() {
  const { inbox, shell } = useWords();
  const set = useSetPresence();
  return (
    <div className="bannerline warn">
      <Icon name="moon" />
      <span className="grow">{inbox.begin.notOnline}</span>
      <button type="button" className="btn small" onClick={() => void set('online')}>
        {shell.presence.goOnline}
      </button>
    </div>
  );
}
