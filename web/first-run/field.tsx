import { type InputHTMLAttributes, useId } from 'react';
import { Icon } from '../parts/icon';

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
        aria-describedby={`${id}-says`}
      />
      <span id={`${id}-says`} className={wrong ? 'wrongtext' : 'hint'}>
        {wrong ? <Icon name="failed" size="s" /> : null}
        {wrong ?? hint}
      </span>
    </div>
  );
}
