import { useWords } from '../../words';

interface Props {
  readonly name: string;
  readonly value: string;
  readonly max: number;
  readonly changed: boolean;
  readonly wrong: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Words of several lines, with what is left of the limit once it comes near. */
export function TextField({ name, value, max, changed, wrong, onChange }: Props) {
  const { texts } = useWords().rules;
  const left = max - value.length;
  return (
    <>
      <textarea
        className={`input area ${changed ? 'changed' : ''} ${wrong ? 'wrong' : ''}`}
        dir="auto"
        rows={3}
        maxLength={max}
        value={value}
        aria-label={name}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong}
        onChange={(event) => onChange(event.target.value)}
      />
      {left <= 400 ? <span className="hint">{texts.left(left)}</span> : null}
    </>
  );
}
