import { type InputHTMLAttributes, useId } from 'react';
import { WrongText } from './wrong-text';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string;
  /** Why what stands in it can't be taken. */
  readonly wrong?: string | undefined;
}

/** One field of a form: its label above, a hint or what is wrong below. */
export function Field({ label, hint, wrong, ...input }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={`input ${wrong ? 'wrong' : ''}`}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong || hint ? `${id}-says` : undefined}
      />
      {wrong ? <WrongText id={`${id}-says`} says={wrong} /> : null}
      {hint && !wrong ? (
        <span id={`${id}-says`} className="hint">
          {hint}
        </span>
      ) : null}
    </div>
  );
}
