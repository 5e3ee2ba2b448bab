import { useId, useState } from 'react';
import { listIn } from './form';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly values: readonly string[] | undefined;
  readonly onChange: (values: string[]) => void;
}

/** Several words in one field, between commas. */
export function ListField({ label, hint, values = [], onChange }: Props) {
  const id = useId();
  const [text, type] = useState(values.join(', '));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        dir="auto"
        autoComplete="off"
        aria-describedby={`${id}-says`}
        value={text}
        onChange={(event) => {
          type(event.target.value);
          onChange(listIn(event.target.value));
        }}
      />
      <span className="hint" id={`${id}-says`}>
        {hint}
      </span>
    </div>
  );
}
