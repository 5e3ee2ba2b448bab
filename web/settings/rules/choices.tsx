import { useId } from 'react';
import type { Setting } from '../../../src/domain/settings';
import { useWords } from '../../words';

interface Props {
  readonly setting: Setting;
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: string) => void;
}

/** One of a few, each with what it means. */
export function Choices({ setting: { path, choices = [] }, name, value, onChange }: Props) {
  const words = useWords().rules.choices[path] ?? {};
  const group = useId();
  return (
    <fieldset className="radios">
      <legend className="unseen">{name}</legend>
      {choices.map((choice) => (
        <label key={choice} className="radioline">
          <input type="radio" name={group} checked={value === choice} onChange={() => onChange(choice)} />
          <span>
            {words[choice]?.name ?? choice}
            {words[choice] ? <span className="hint block">{words[choice].on}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
