import { useState } from 'react';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { CopyButton } from './copy-line';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  /** Gives a new one that nobody knows. */
  readonly makeUp?: () => string;
  /** What it is called, where it can be copied. */
  readonly what?: string;
  readonly onChange: (value: string) => void;
}

/** A secret while it is typed: hidden until one asks to see it. No browser is asked to remember it. */
export function SecretInput({ id, value, placeholder, describedBy, invalid, disabled, autoFocus, makeUp, what = '', onChange }: Props) {
  const { channels, networks } = useWords();
  const { connect } = channels;
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
      {makeUp && value === '' && !disabled ? (
        <button
          type="button"
          className="btn small quiet nw"
          onClick={() => {
            show(true);
            onChange(makeUp());
          }}
        >
          {networks.makeUp}
        </button>
      ) : null}
      {makeUp && value !== '' && shown ? <CopyButton what={what} text={value} /> : null}
      {value === '' ? null : (
        <button type="button" className="btn small quiet" aria-pressed={shown} onClick={() => show(!shown)}>
          <Icon name="eye" size="s" />
          {shown ? connect.hide : connect.show}
        </button>
      )}
    </span>
  );
}
