import { type FormEvent, useId, useState } from 'react';
import type { Channel } from '../../api/types';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { inFields } from './config-form';
import { useKind } from './network';
import { Rotation } from './rotation';
import { Trouble } from './save-line';
import { SecretInput } from './secret-input';
import { useChannelSave } from './use-channel-save';
import { useDeskWords } from './use-desk-words';

/** The secret that signs every event. Saved ones are never shown; a new one leaves the former valid for a while. */
export function SecretLine({ channel }: { readonly channel: Channel }) {
  const { paste, fields } = useWords().channels;
  const [changing, change] = useState(false);
  const signs = useKind(channel)?.secretField ?? '';
  const mask = inFields(channel.config)[signs];
  if (mask === undefined) return null;
  const name = fields[signs] ?? signs;
  return (
    <div className="field">
      <span className="label">{changing ? paste.newOf(name) : name}</span>
      {changing ? (
        <Change channel={channel} field={signs} name={name} onDone={() => change(false)} />
      ) : (
        <span className="row">
          <span className="input off grow soft">
            <bdi className="mono" dir="ltr">
              {mask}
            </bdi>
          </span>
          {channel.trial ? null : (
            <button type="button" className="btn" aria-label={`${paste.change}: ${name}`} onClick={() => change(true)}>
              {paste.change}
            </button>
          )}
        </span>
      )}
      <Rotation channel={channel} />
    </div>
  );
}

interface ChangeProps {
  readonly channel: Channel;
  /** Of the configuration, and what it is called. */
  readonly field: string;
  readonly name: string;
  readonly onDone: () => void;
}

function Change({ channel, field, name, onDone }: ChangeProps) {
  const { common, channels } = useWords();
  const inOurs = useDeskWords();
  const [value, setValue] = useState('');
  const saving = useChannelSave(channel);
  const id = useId();
  const wrong = saving.refused?.[`config.${field}`];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '' && (await saving.save({ config: { [field]: value.trim() } }))) onDone();
  };
  return (
    <form className="field" onSubmit={(event) => void save(event)}>
      <label className="unseen" htmlFor={id}>
        {channels.paste.newOf(name)}
      </label>
      <SecretInput
        id={id}
        value={value}
        invalid={wrong !== undefined}
        describedBy={`${id}-wrong`}
        autoFocus
        onChange={(next) => {
          saving.reset();
          setValue(next);
        }}
      />
      <span role="alert">{wrong ? <WrongText id={`${id}-wrong`} says={inOurs(wrong)} /> : null}</span>
      <Trouble saving={saving} />
      <span className="row">
        <button type="submit" className="btn go" disabled={value.trim() === '' || saving.saving || saving.stale}>
          {saving.saving ? common.saving : common.save}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {common.cancel}
        </button>
      </span>
    </form>
  );
}
