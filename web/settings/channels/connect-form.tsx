import { type FormEvent, useId } from 'react';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { Before } from './before';
import { BotSelect } from './bot-select';
import { ConfigField } from './config-field';
import { NameField } from './name-field';
import { STANDS_ELSEWHERE } from './own-cards';
import type { Kind } from './queries';
import { useConnect } from './use-connect';

/** What is needed to begin; the rest has a place of its own afterwards. */
const isAsked =
  ({ kind }: Kind) =>
  ({ name, required }: Kind['config'][number]) =>
    required || !STANDS_ELSEWHERE[kind]?.includes(name);

/** The form of a network. What is typed stays whatever the desk answers. */
export function ConnectForm({ kind }: { readonly kind: Kind }) {
  const { channels, networks } = useWords();
  const { connect } = channels;
  const form = useConnect(kind);
  const botId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    form.send();
  };
  return (
    <form className="setform" noValidate onSubmit={send}>
      <Before kind={kind.kind} />
      <NameField value={form.name} wrong={form.wrongName} onChange={form.setName} />
      {kind.config.filter(isAsked(kind)).map((field) => (
        <ConfigField
          key={field.name}
          field={field}
          value={form.values[field.name] ?? ''}
          wrong={form.wrong(field)}
          onChange={(value) => form.setValue(field.name, value)}
        />
      ))}
      <div className="field">
        <label htmlFor={botId}>{connect.bot}</label>
        <BotSelect id={botId} value={form.botId} onChange={form.setBotId} />
        <span className="hint">{connect.botHint}</span>
      </div>
      {form.error ? <ProblemLine error={form.error} what={connect.notConnected} /> : null}
      <div className="row">
        <button type="submit" className="btn go" disabled={form.pending}>
          {form.pending ? connect.acting : connect.act}
        </button>
        <span className="hint grow">{networks.next[kind.kind] ?? connect.next}</span>
      </div>
    </form>
  );
}
