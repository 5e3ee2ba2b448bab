import { useWords } from '../../words';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { settingsOf } from './edits';
import './rules.css';
import { wordsOf } from './said';
import { barFor } from './save-bar';
import { Scope } from './scope';
import { SettingRow } from './setting-row';
import { type SettingsForm, useSettingsForm } from './use-settings-form';

/** What the desk says by itself. */
export function TextsPage() {
  const { rules, settings } = useWords();
  const { texts } = rules;
  const title = settings.frame.sections.texts;
  const { form, failed } = useSettingsForm('texts');
  if (!form) return <Loading title={title} error={failed} rows={5} />;
  return (
    <SettingsFrame title={title} actions={<Scope group="texts" />} says={texts.says} foot={barFor(form)}>
      <div className="two">
        <section className="card rulecard form">
          {settingsOf('texts').map((setting) => (
            <SettingRow key={setting.path} setting={setting} form={form} />
          ))}
        </section>
        <AsSeen form={form} />
      </div>
    </SettingsFrame>
  );
}

/** The bubbles on the customer's phone, each under its name. */
function AsSeen({ form }: { readonly form: SettingsForm }) {
  const words = useWords();
  const { texts } = words.rules;
  const said = settingsOf('texts').filter(({ path }) => form.value(path));
  return (
    <section className="card aside">
      <div className="h">
        <h2>{texts.preview}</h2>
      </div>
      <div className="says seen">
        {said.length === 0 ? <p className="soft">{texts.none}</p> : null}
        {said.map((setting) => (
          <div key={setting.path}>
            <p className="mute sm">{wordsOf(setting, words).name}</p>
            <p className="bubble" dir="auto">
              {String(form.value(setting.path))}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}
