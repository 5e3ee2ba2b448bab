import type { ReactNode } from 'react';
import { SelectBox } from '../../parts/select-box';

interface Props {
  readonly name: string;
  readonly value: string;
  readonly changed: boolean;
  readonly wrong: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
  /** What stands before them. */
  readonly children?: ReactNode;
}

/** A setting that is one of several. */
export function Options({ name, value, changed, wrong, options, onChange, children }: Props) {
  return (
    <SelectBox
      className={changed ? 'changed' : ''}
      aria-label={name}
      aria-describedby={wrong}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {children}
      {options.map(([option, says]) => (
        <option key={option} value={option}>
          {says}
        </option>
      ))}
    </SelectBox>
  );
}
