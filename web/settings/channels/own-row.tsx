import { useId } from 'react';
import type { Setting, Settings } from '../../../src/domain/settings';
import { SelectBox } from '../../parts/select-box';
import { WrongText } from '../../parts/wrong-text';
import { useLanguage } from '../../words';
import { Choices } from '../rules/choices';
import { valueSaid, wordsOf, wrongSaid } from '../rules/said';
import { ValueField } from '../rules/value-field';
import { ValueSentence } from '../value-sentence';
import { type Mode, modeOf, modesOf, valueFor } from './own';
import type { OwnForm } from './use-own-form';

interface Props {
  readonly setting: Setting;
  readonly desk: Settings;
  readonly ours: OwnForm;
}

/** One setting of a channel: whether it follows the desk, what it does now in a sentence, and the field of an own value. */
export function OwnRow({ setting, desk, ours: { form, own } }: Props) {
  const { language, words } = useLanguage();
  const id = useId();
  const { path, type } = setting;
  const { name, on, off = on } = wordsOf(setting, words);
  const mode = modeOf(setting, own(path));
  const value = form.value(path);
  const isOn = value !== null && value !== false;
  const wrong = form.wrong(path);
  const field = <ValueField key={`${form.turn}`} setting={setting} form={form} name={name} wrongId={`${id}-wrong`} />;
  return (
    <div className={`trow ownrow ${form.isChanged(path) ? 'ch' : ''}`}>
      <div className={`what ${mode === 'inherit' ? 'follows' : ''}`}>
        <b>{name}</b>
        <span className="sent" id={`${id}-says`}>
          <ValueSentence says={isOn ? on : off} value={valueSaid(setting, value, language, words)} />
          {type === 'choice' && mode === 'inherit' ? valueSaid(setting, value, language, words) : null}
        </span>
        {mode === 'own' && type === 'choice' ? (
          <Choices setting={setting} value={value} name={name} onChange={(next) => form.set(path, next)} />
        ) : null}
        {mode === 'own' && type === 'text' ? field : null}
        {mode === 'own' && (type === 'duration' || type === 'template') ? field : null}
        {mode === 'inherit' && type === 'text' && isOn ? (
          <p className="hint quoted" dir="auto">
            {String(value)}
          </p>
        ) : null}
        {wrong ? <WrongText id={`${id}-wrong`} says={wrongSaid(setting, wrong, value, words)} /> : null}
      </div>
      <ModeSelect
        setting={setting}
        mode={mode}
        name={name}
        says={`${id}-says`}
        onChange={(next) => form.set(path, valueFor(next, setting, desk))}
      />
    </div>
  );
}

interface ModeProps {
  readonly setting: Setting;
  readonly mode: Mode;
  readonly name: string;
  readonly says: string;
  readonly onChange: (mode: Mode) => void;
}

function ModeSelect({ setting, mode, name, says, onChange }: ModeProps) {
  const { modes } = useLanguage().words.channels.own;
  return (
    <SelectBox aria-label={name} aria-describedby={says} value={mode} onChange={({ target }) => onChange(target.value as Mode)}>
      {modesOf(setting).map((one) => (
        <option key={one} value={one}>
          {modes[one]}
        </option>
      ))}
    </SelectBox>
  );
}
