import '../../ticket/panel.css';
import { useState } from 'react';
import { Icon } from '../../parts/icon';
import { InPlace } from '../../ticket/in-place';
import { useWords } from '../../words';
import { choicesIn, shifted } from './list';
import type { Field } from './query';

interface Props {
  readonly field: Field;
  readonly first: boolean;
  readonly last: boolean;
  readonly fields: readonly Field[];
  readonly onSave: (fields: readonly Field[]) => void;
  readonly onRemove: () => void;
}

/** One field: its name, what it holds, its place. */
export function FieldLine({ field, first, last, fields, onSave, onRemove }: Props) {
  const { fields: words } = useWords();
  const change = (next: Partial<Field>) => onSave(fields.map((one) => (one.key === field.key ? { ...one, ...next } : one)));
  const move = (by: 1 | -1) => onSave(shifted(fields, field.key, by));
  return (
    <li className="fieldline">
      <div className="grow">
        <InPlace value={field.name} label={words.name} empty={words.name} max={64} onSave={(name) => name && change({ name })} />
        <span className="hint block">
          {words.types[field.type]} · <span className="mono">{field.key}</span>
        </span>
        {field.type === 'choice' ? <Choices field={field} onSave={(choices) => change({ choices })} /> : null}
      </div>
      <button type="button" className="btn quiet icon small" aria-label={words.up(field.name)} disabled={first} onClick={() => move(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" className="btn quiet icon small" aria-label={words.down(field.name)} disabled={last} onClick={() => move(1)}>
        <Icon name="down" />
      </button>
      <button type="button" className="btn quiet icon small" aria-label={words.removeOf(field.name)} onClick={onRemove}>
        <Icon name="bin" />
      </button>
    </li>
  );
}

function Choices({ field, onSave }: { readonly field: Field; readonly onSave: (choices: string[]) => void }) {
  const { fields: words } = useWords();
  const [typed, type] = useState(field.choices.join('\n'));
  const keep = () => {
    const choices = choicesIn(typed);
    if (choices.join('\n') !== field.choices.join('\n')) onSave(choices);
  };
  return (
    <textarea
      className="input tall"
      aria-label={words.choicesOf(field.name)}
      dir="auto"
      rows={Math.min(8, Math.max(2, field.choices.length))}
      value={typed}
      onChange={(event) => type(event.target.value)}
      onBlur={keep}
    />
  );
}
