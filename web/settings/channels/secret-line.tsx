import { type FormEvent, useId, useState } from 'react';
import type { Channel } from '../../api/types';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { inFields } from './config-form';
import { Rotation } from './rotation';
import { Trouble } from './save-line';
import { SecretInput } from './secret-input';
import { useChannelSave } from './use-channel-save';
import { useDeskWords } from './use-desk-words';

/** The secret that signs every event. Saved ones are never shown; a new one leaves the former valid for a while. */
export function SecretLine({ channel }: { readonly channel: Channel }) {
  const { paste } = useWords().channels;
  const [changing, change] = useState(false);
  const mask = inFields(channel.config).appSecret;
  if (mask === undefined) return null;
  return (
    <div className="field">
      <span className="label">{changing ? paste.newSecret : paste.secret}</span>
      {changing ? (
        <Change channel={channel} onDone={() => change(false)} />
      ) : (
        <span className="row">
          <span className="input off grow soft">
            <bdi className="mono" dir="ltr">
              {mask}
            </bdi>
          </span>
          {channel.trial ? null : (
            <button type="button" className="btn" aria-label={`${paste.change}: ${paste.secret}`} onClick={() => change(true)}>
              {paste.change}
            </button>
          )}
        </span>
      )}
      <Rotation channel={channel} />
    </div>
  );
}

function Change({ channel, onDone }: { readonly channel: Channel; readonly onDone: () => void }) {
  const { common, channels } = useWords();
  const inOurs = useDeskWords();
  const [value, setValue] = useState('');
  const saving = useChannelSave(channel);
  const id = useId();
  const wrong = saving.refused?.['config.appSecret'];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '' && (await saving.save({ config: { appSecret: value.trim() } }))) onDone();
  };
  return (
    <form className="field" onSubmit={(event) => void save(event)}>
      <label className="unseen" htmlFor={id}>
        {channels.paste.newSecret}
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
