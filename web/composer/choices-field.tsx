import { type ReactNode, useId } from 'react';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { overBy } from './choices-form';

interface Props {
  readonly label: string;
  readonly value: string;
  /** In characters; without it any length fits. */
  readonly most?: number;
  /** Several lines. */
  readonly long?: boolean;
  readonly onChange: (value: string) => void;
  /** What stands behind the field. */
  readonly children?: ReactNode;
}

/** A field that says at once how much is too much. */
export function ChoiceField({ label, value, most, long, onChange, children }: Props) {
  const { choices } = useWords().composer;
  const id = useId();
  const over = most === undefined ? 0 : overBy(value, most);
  const described = { id, value, dir: 'auto', 'aria-invalid': over > 0, 'aria-describedby': over > 0 ? `${id}-over` : undefined } as const;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <span className={`input ${long ? 'long' : ''} ${over > 0 ? 'wrong' : ''}`}>
          {long ? (
            <textarea {...described} rows={3} onChange={({ target }) => onChange(target.value)} />
          ) : (
            <input {...described} onChange={({ target }) => onChange(target.value)} />
          )}
        </span>
        {children}
      </div>
      {most !== undefined && over > 0 ? (
        <span className="wrongtext" id={`${id}-over`} role="status">
          <Icon name="failed" size="s" />
          {choices.over(over, most)}
        </span>
      ) : null}
    </div>
  );
}

interface RemoveProps {
  readonly label: string;
  readonly act: () => void;
}

export const RemoveButton = ({ label, act }: RemoveProps) => (
  <button type="button" className="btn quiet icon" aria-label={label} title={label} onClick={act}>
    <Icon name="bin" />
  </button>
);
