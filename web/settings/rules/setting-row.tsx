import { type ReactNode, useId } from 'react';
import type { Setting } from '../../../src/domain/settings';
import { WrongText } from '../../parts/wrong-text';
import { useLanguage } from '../../words';
import { Switch } from '../switch';
import { ValueSentence } from '../value-sentence';
import { Choices } from './choices';
import { whenOn } from './edits';
import { valueSaid, wasSaid, wordsOf, wrongSaid } from './said';
import type { SettingsForm } from './use-settings-form';
import { ValueField } from './value-field';

interface Props {
  readonly setting: Setting;
  readonly form: SettingsForm;
  /** Said after the sentence. */
  readonly children?: ReactNode;
}

/** One setting: its switch, its name, the sentence that holds its value, and the field for it. */
export function SettingRow({ setting, form, children }: Props) {
  const { language, words } = useLanguage();
  const id = useId();
  const { path, type, nullable } = setting;
  const { name, on, off = on } = wordsOf(setting, words);
  const value = form.value(path);
  const isOn = value !== null && value !== false;
  const isChanged = form.isChanged(path);
  const wrong = form.wrong(path);
  const set = (next: unknown) => form.set(path, next);
  const turn = (to: boolean) => set(type === 'boolean' ? to : to ? whenOn(setting, form.was(path)) : null);
  const was = isChanged ? wasSaid(setting, form.was(path), language, words) : '';
  return (
    <div className={`trow ${isChanged ? 'ch' : ''}`}>
      {type === 'boolean' || nullable ? <Switch on={isOn} label={name} describedBy={`${id}-says`} onChange={turn} /> : <span />}
      <div className="what">
        <b>{name}</b>
        {was ? <span className="was">{was}</span> : null}
        <span className="sent" id={`${id}-says`}>
          <ValueSentence says={isOn ? on : off} value={valueSaid(setting, value, language, words)} /> {children}
        </span>
        {type === 'choice' ? <Choices setting={setting} value={value} onChange={set} name={name} /> : null}
        {type === 'text' && isOn ? <ValueField key={form.turn} setting={setting} form={form} name={name} wrongId={`${id}-wrong`} /> : null}
        {wrong ? <WrongText id={`${id}-wrong`} says={wrongSaid(setting, wrong, value, words)} /> : null}
      </div>
      <Beside setting={setting} isOn={isOn}>
        <ValueField key={form.turn} setting={setting} form={form} name={name} wrongId={`${id}-wrong`} />
      </Beside>
    </div>
  );
}

interface BesideProps {
  readonly setting: Setting;
  readonly isOn: boolean;
  readonly children: ReactNode;
}

/** The field at the end of the row; what is off says "never". */
function Beside({ setting: { type }, isOn, children }: BesideProps) {
  const { words } = useLanguage();
  if (type === 'boolean' || type === 'choice' || type === 'text') return null;
  return isOn ? children : <span className="mute never">{words.rules.timers.never}</span>;
}
