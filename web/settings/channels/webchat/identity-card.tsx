import { useState } from 'react';
import type { Channel } from '../../../api/types';
import { useWords } from '../../../words';
import { inFields } from '../config-form';
import { aSecret } from '../made-up';
import { Trouble } from '../save-line';
import { SecretInput } from '../secret-input';
import { useChannelSave } from '../use-channel-save';
import { CodeBlock } from './code-block';
import { identifying, SIGNING, type SigningLanguage } from './snippet';

const LANGUAGES = Object.keys(SIGNING) as SigningLanguage[];

/** How a site proves who is signed in there. */
export function IdentityCard({ channel }: { readonly channel: Channel }) {
  const { identity: words } = useWords().webchat;
  const [language, choose] = useState<SigningLanguage>('Node.js');
  const mask = inFields(channel.config).identitySecret;
  return (
    <section className="card">
      <div className="h">
        <h2>{words.title}</h2>
      </div>
      <div className="kv">
        <p className="hint">{words.says}</p>
        <Secret channel={channel} mask={mask} />
        {mask ? (
          <>
            <fieldset className="seg langs">
              <legend className="unseen">{words.language}</legend>
              {LANGUAGES.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={one === language ? 'on' : ''}
                  aria-pressed={one === language}
                  onClick={() => choose(one)}
                >
                  {one}
                </button>
              ))}
            </fieldset>
            <CodeBlock label={words.server} code={SIGNING[language]} />
            <CodeBlock label={words.page} code={identifying} />
            <p className="hint">{words.out}</p>
          </>
        ) : null}
      </div>
    </section>
  );
}

/** It is shown until it is saved, and never again. */
function Secret({ channel, mask }: { readonly channel: Channel; readonly mask: string | undefined }) {
  const { webchat, common } = useWords();
  const { identity: words } = webchat;
  const [value, setValue] = useState<string | null>(null);
  const saving = useChannelSave(channel);
  const save = async () => {
    if (value && (await saving.save({ config: { identitySecret: value } }))) setValue(null);
  };
  if (value === null)
    return (
      <span className="row">
        {mask ? (
          <bdi className="mono grow soft" dir="ltr">
            {mask}
          </bdi>
        ) : null}
        <button type="button" className="btn" disabled={channel.trial} onClick={() => setValue('')}>
          {mask ? words.change : words.make}
        </button>
        <span className="sm good" role="status">
          {saving.saved ? words.saved : null}
        </span>
      </span>
    );
  return (
    <div className="field">
      <label htmlFor="identity-secret">{words.secret}</label>
      <SecretInput
        id="identity-secret"
        value={value}
        invalid={false}
        describedBy="identity-says"
        autoFocus
        makeUp={aSecret}
        what={words.secret}
        onChange={setValue}
      />
      <span id="identity-says" className="hint">
        {mask ? words.replaces : words.keep}
      </span>
      <Trouble saving={saving} />
      <span className="row">
        <button
          type="button"
          className="btn go"
          disabled={value.trim() === '' || saving.saving || saving.stale}
          onClick={() => void save()}
        >
          {saving.saving ? common.saving : common.save}
        </button>
        <button type="button" className="btn" onClick={() => setValue(null)}>
          {common.cancel}
        </button>
      </span>
    </div>
  );
}
