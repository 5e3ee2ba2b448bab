import { useId } from 'react';
import { Icon } from '../../parts/icon';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import type { Line } from './reasons';

interface Props {
  readonly line: Line;
  readonly place: number;
  readonly max: number;
  readonly wrong: string | undefined;
  readonly onName: (name: string) => void;
  readonly onRemove: () => void;
}

export function ReasonLine({ line: { key, name }, place, max, wrong, onName, onRemove }: Props) {
  const words = useWords().presence.reasons;
  const id = useId();
  return (
    <li className="reasonline">
      <input
        className={`input grow ${wrong ? 'wrong' : ''}`}
        dir="auto"
        maxLength={max}
        aria-label={words.name(place)}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong ? id : undefined}
        // biome-ignore lint/a11y/noAutofocus: who adds a line is about to write in it
        autoFocus={key === undefined && name === ''}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={name.trim() === '' ? words.removeNew : words.removeOf(name)}
        onClick={onRemove}
      >
        <Icon name="bin" />
      </button>
      {wrong ? <WrongText id={id} says={wrong} /> : null}
    </li>
  );
}
