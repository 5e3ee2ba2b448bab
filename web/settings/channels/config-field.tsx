import { useId } from 'react';
import { SelectBox } from '../../parts/select-box';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { aSecret } from './made-up';
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
  const { channels, networks } = useWords();
  const { fields, connect, account } = channels;
  const inOurs = useDeskWords();
  const id = useId();
  const madeUp = MADE_UP[field.name];
  const control = { id, value, disabled: disabled ?? false, describedBy: `${id}-says`, invalid: wrong !== null, onChange };
  return (
    <div className="field">
      <label htmlFor={id}>
        {fields[field.name] ?? field.name} {field.required ? null : <span className="optional">{connect.optional}</span>}
      </label>
      {field.choices ? (
        <Choices {...control} field={field.name} choices={field.choices} />
      ) : field.secret ? (
        <SecretInput
          {...control}
          {...(mask ? { placeholder: mask } : {})}
          {...(madeUp ? { makeUp: madeUp, what: fields[field.name] ?? field.name } : {})}
        />
      ) : field.list ? (
        <List {...control} />
      ) : (
        <Plain {...control} />
      )}
      <span id={`${id}-says`}>
        {wrong === null ? null : <WrongText says={inOurs(wrong)} />}
        <span className="hint">
          {madeUp && value !== '' ? networks.madeUp : mask ? account.secretHint : inOurs(field.says)}
          {field.list ? ` ${networks.perLine}` : null}
        </span>
      </span>
    </div>
  );
}

/** Secrets that no network gives out: the form can make them up. */
const MADE_UP: Readonly<Record<string, () => string>> = { secret: aSecret };

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

/** Several values, a line each. */
function List({ id, value, disabled, describedBy, invalid, onChange }: Control) {
  return (
    <textarea
      id={id}
      className={`input area mono ${invalid ? 'wrong' : ''}`}
      dir="ltr"
      rows={Math.min(8, Math.max(2, value.split('\n').length + 1))}
      spellCheck={false}
      value={value}
      disabled={disabled}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface ChoicesProps extends Control {
  readonly field: string;
  readonly choices: readonly string[];
}

function Choices({ id, field, value, disabled, describedBy, invalid, choices, onChange }: ChoicesProps) {
  const { channels, networks } = useWords();
  const { connect } = channels;
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
          {networks.choices[`${field} ${choice}`] ?? choice}
        </option>
      ))}
    </SelectBox>
  );
}
