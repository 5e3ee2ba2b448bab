import { type KeyboardEvent, useRef, useState } from 'react';

interface Props {
  readonly value: string;
  /** What the field is called. */
  readonly label: string;
  /** What stands there while there is no value. */
  readonly empty: string;
  readonly max: number;
  readonly className?: string;
  readonly onSave: (value: string | null) => void;
}

/** A text that becomes a field when it is pressed. Enter or leaving it keeps what was typed, Esc gives the former back. */
export function InPlace({ value, label, empty, max, className = '', onSave }: Props) {
  const [typed, type] = useState<string | null>(null);
  const left = useRef(false);
  if (typed === null)
    return (
      <button
        type="button"
        className={`inplace ${className} ${value ? '' : 'mute'}`}
        title={value || undefined}
        onClick={() => type(value)}
      >
        <span className="unseen">{label}: </span>
        <span className="cut" dir="auto">
          {value || empty}
        </span>
      </button>
    );
  const keep = () => {
    const next = typed.trim();
    if (!left.current && next !== value) onSave(next === '' ? null : next);
    left.current = false;
    type(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    left.current = event.key === 'Escape';
    event.currentTarget.blur();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it was pressed to be written in
      autoFocus
      className={`input inplace-field ${className}`}
      aria-label={label}
      dir="auto"
      maxLength={max}
      value={typed}
      onChange={(event) => type(event.target.value)}
      onKeyDown={press}
      onBlur={keep}
    />
  );
}
