import { useState } from 'react';

interface Props {
  readonly name: string;
  readonly value: number;
  readonly changed: boolean;
  readonly wrong: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A whole number. What is none is handed on as -1, which no setting takes. */
export function NumberField({ name, value, changed, wrong, onChange }: Props) {
  const [typed, type] = useState(String(value));
  return (
    <input
      className={`input number ${changed ? 'changed' : ''} ${wrong ? 'wrong' : ''}`}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={typed}
      aria-label={name}
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong}
      onChange={(event) => {
        type(event.target.value);
        onChange(/^\d+$/.test(event.target.value.trim()) ? Number(event.target.value) : -1);
      }}
    />
  );
}
