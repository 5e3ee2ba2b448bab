import { useState } from 'react';
import { SelectBox } from '../../parts/select-box';
import { useLanguage } from '../../words';
import { isoOf, type Parts, partsOf, sayingIn, UNITS, type Unit } from './durations';

interface Props {
  /** What the two fields are of. */
  readonly name: string;
  readonly value: string;
  readonly changed: boolean;
  readonly wrong: string | undefined;
  readonly onChange: (iso: string) => void;
}

/** A number and its unit. What was typed stays as it was typed. */
export function DurationField({ name, value, changed, wrong, onChange }: Props) {
  const { language, words } = useLanguage();
  const [parts, keep] = useState<Parts>(() => partsOf(value));
  const { unitFor } = sayingIn(language);
  const change = (next: Parts) => {
    keep(next);
    onChange(isoOf(next));
  };
  return (
    <span className="amount">
      <input
        className={`input number ${changed ? 'changed' : ''} ${wrong ? 'wrong' : ''}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        value={parts.amount}
        aria-label={words.rules.amountOf(name)}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong}
        onChange={(event) => change({ ...parts, amount: event.target.value })}
      />
      <SelectBox
        value={parts.unit}
        aria-label={words.rules.unitOf(name)}
        onChange={(event) => change({ ...parts, unit: event.target.value as Unit })}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {unitFor(unit, parts.amount)}
          </option>
        ))}
      </SelectBox>
    </span>
  );
}
