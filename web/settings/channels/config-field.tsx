import { useId } from 'react';
import { SelectBox } from '../../parts/select-box';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import type { Field } from './queries';
import { SecretInput } from './secret-input';
import { useDeskWords } from './use-desk-words';

interface Props {
  readonly field: Field;
  readonly value: string;
  /** Of a secret that is saved: how it is shown. */
  readonly mask?: string;
  readonly wrong: string | null;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One field of a network's form, as the network describes it. */
export function ConfigField({ field, value, mask, wrong, disabled, onChange }: Props) {
  const { fields, connect, account } = useWords().channels;
  const inOurs = useDeskWords();
  const id = useId();
  const control = { id, value, disabled: disabled ?? false, describedBy: `${id}-says`, invalid: wrong !== null, onChange };
  return (
    <div className="field">
      <label htmlFor={id}>
        {fields[field.name] ?? field.name} {field.required ? null : <span className="optional">{connect.optional}</span>}
      </label>
      {field.choices ? (
        <Choices {...control} choices={field.choices} />
      ) : field.secret ? (
        <SecretInput {...control} {...(mask ? { placeholder: mask } : {})} />
      ) : (
        <Plain {...control} />
      )}
      <span id={`${id}-says`}>
        {wrong === null ? null : <WrongText says={inOurs(wrong)} />}
        <span className="hint">{mask ? account.secretHint : inOurs(field.says)}</span>
      </span>
    </div>
  );
}

interface Control {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly onChange: (value: string) => void;
}

function Plain({ id, value, disabled, describedBy, invalid, onChange }: Control) {
  return (
    <span className={`input ${invalid ? 'wrong' : ''} ${disabled ? 'off' : ''}`}>
      <input
        id={id}
        className="mono"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}

function Choices({ id, value, disabled, describedBy, invalid, choices, onChange }: Control & { readonly choices: readonly string[] }) {
  const { connect } = useWords().channels;
  return (
    <SelectBox
      id={id}
      value={value}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={({ target }) => onChange(target.value)}
    >
      {value === '' ? <option value="">{connect.choose}</option> : null}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </SelectBox>
  );
}
