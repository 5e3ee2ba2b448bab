import { useId } from 'react';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { useDeskWords } from './use-desk-words';

interface Props {
  readonly value: string;
  readonly wrong: string | null;
  readonly onChange: (value: string) => void;
}

/** What people call the account. */
export function NameField({ value, wrong, onChange }: Props) {
  const { connect } = useWords().channels;
  const inOurs = useDeskWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{connect.name}</label>
      <span className={`input ${wrong ? 'wrong' : ''}`}>
        <input
          id={id}
          dir="auto"
          maxLength={128}
          value={value}
          aria-describedby={`${id}-says`}
          aria-invalid={wrong !== null}
          onChange={({ target }) => onChange(target.value)}
        />
      </span>
      <span id={`${id}-says`}>
        {wrong ? <WrongText says={inOurs(wrong)} /> : null}
        <span className="hint">{connect.nameHint}</span>
      </span>
    </div>
  );
}
