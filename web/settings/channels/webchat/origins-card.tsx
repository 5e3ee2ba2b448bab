import { type FormEvent, useId, useState } from 'react';
import type { Channel } from '../../../api/types';
import { Icon } from '../../../parts/icon';
import { WrongText } from '../../../parts/wrong-text';
import { useWords } from '../../../words';
import { inFields } from '../config-form';
import { Trouble } from '../save-line';
import { type Saving, useChannelSave } from '../use-channel-save';
import { originOf, originsIn, originsWith, originsWithout } from './origins';

/** The sites that may show the chat. Every change is saved at once. */
export function OriginsCard({ channel }: { readonly channel: Channel }) {
  const { origins: words } = useWords().webchat;
  const saving = useChannelSave(channel);
  const origins = originsIn(inFields(channel.config).allowedOrigins);
  const save = (allowedOrigins: string) => saving.save({ config: { allowedOrigins } });
  return (
    <section className="card">
      <div className="h">
        <h2>{words.title}</h2>
      </div>
      <div className="kv">
        <p className="hint">{words.says}</p>
        <ul className="origins" aria-label={words.title}>
          {origins.map((origin) => (
            <li key={origin}>
              <bdi className="mono grow" dir="ltr">
                {origin}
              </bdi>
              <button
                type="button"
                className="btn small quiet"
                aria-label={words.removeThis(origin)}
                title={origins.length === 1 ? words.last : undefined}
                disabled={origins.length === 1 || saving.saving || saving.stale}
                onClick={() => void save(originsWithout(origins, origin))}
              >
                <Icon name="bin" size="s" />
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
        {origins.length === 1 ? <p className="hint">{words.last}</p> : null}
        <AddOrigin saving={saving} onAdd={(origin) => save(originsWith(origins, origin))} />
        <Trouble saving={saving} />
      </div>
    </section>
  );
}

interface AddProps {
  readonly saving: Saving;
  /** true: it is saved. */
  readonly onAdd: (origin: string) => Promise<boolean>;
}

function AddOrigin({ saving, onAdd }: AddProps) {
  const { origins: words } = useWords().webchat;
  const [typed, type] = useState('');
  const [wrong, mark] = useState(false);
  const id = useId();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const origin = originOf(typed);
    mark(origin === null);
    if (origin !== null && (await onAdd(origin))) type('');
  };
  return (
    <form className="field" onSubmit={(event) => void add(event)}>
      <label htmlFor={id}>{words.another}</label>
      <span className="row">
        <span className={`input grow ${wrong ? 'wrong' : ''}`}>
          <input
            id={id}
            className="mono"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://shop.example"
            value={typed}
            aria-invalid={wrong}
            aria-describedby={`${id}-wrong`}
            onChange={({ target }) => {
              mark(false);
              saving.reset();
              type(target.value);
            }}
          />
        </span>
        <button type="submit" className="btn" disabled={typed.trim() === '' || saving.saving || saving.stale}>
          {words.add}
        </button>
      </span>
      <span role="alert">{wrong ? <WrongText id={`${id}-wrong`} says={words.wrong} /> : null}</span>
    </form>
  );
}
