import { useState } from 'react';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

/** A secret while it is typed: hidden until one asks to see it. No browser is asked to remember it. */
export function SecretInput({ id, value, placeholder, describedBy, invalid, disabled, autoFocus, onChange }: Props) {
  const { connect } = useWords().channels;
  const [shown, show] = useState(false);
  return (
    <span className={`input ${invalid ? 'wrong' : ''} ${disabled ? 'off' : ''}`}>
      <input
        id={id}
        className="mono"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        dir="ltr"
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        // biome-ignore lint/a11y/noAutofocus: it appears because its button was pressed
        autoFocus={autoFocus}
        onChange={({ target }) => onChange(target.value)}
      />
      {value === '' ? null : (
        <button type="button" className="btn small quiet" aria-pressed={shown} onClick={() => show(!shown)}>
          <Icon name="eye" size="s" />
          {shown ? connect.hide : connect.show}
        </button>
      )}
    </span>
  );
}
