import { isProblem, type Problem } from '../api/ask';
import { useSetPresence } from '../app/me';
import type { SendingChannel } from '../composer/channel';
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
        {phone ? begin.phoneHint : (begin.addressHints[kind] ?? begin.addressHint)}
      </span>
    </div>
  );
}

export const takesTemplates = ({ window, capabilities }: SendingChannel): boolean =>
  window.templates && window.freeText !== null && capabilities.contents.includes('template');

export const textOf = (text: string) => (text.trim() === '' ? undefined : { type: 'text' as const, text });

interface ByProps {
  readonly value: 'template' | 'text';
  readonly onChange: (value: 'template' | 'text') => void;
}

/** A template, or words of one's own to somebody who wrote within the day. */
export function By({ value, onChange }: ByProps) {
  const { templates } = useWords();
  return (
    <fieldset className="radios">
      <legend>{templates.what}</legend>
      {(['template', 'text'] as const).map((one) => (
        <label key={one} className="radioline">
          <input type="radio" name="begin-by" checked={value === one} onChange={() => onChange(one)} />
          <span>{one === 'template' ? templates.use : templates.useText}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface FirstProps {
  readonly channel: SendingChannel | undefined;
  readonly value: string;
  readonly onWrite: (text: string) => void;
}

export function FirstWords({ channel, value, onWrite }: FirstProps) {
  const { inbox, common, templates } = useWords();
  const network = common.networks[channel?.kind ?? ''] ?? channel?.name ?? '';
  return (
    <div className="field">
      <label htmlFor="begin-text">{inbox.begin.text}</label>
      <textarea
        id="begin-text"
        className="input area"
        rows={4}
        required
        dir="auto"
        value={value}
        onChange={(event) => onWrite(event.target.value)}
      />
      {channel && takesTemplates(channel) ? <span className="hint">{templates.firstHint(network)}</span> : null}
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
