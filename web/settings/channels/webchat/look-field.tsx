import { type ComponentType, useId } from 'react';
import { SelectBox } from '../../../parts/select-box';
import { WrongText } from '../../../parts/wrong-text';
import { LANGUAGES, useWords } from '../../../words';
import { useDeskWords } from '../use-desk-words';
import type { LookName } from './look';

interface Props {
  readonly name: LookName;
  readonly value: string;
  readonly wrong: string | null;
  readonly onChange: (value: string) => void;
}

interface Control extends Props {
  readonly id: string;
}

const CONTROLS: Readonly<Record<LookName, ComponentType<Control>>> = {
  title: Line,
  color: Color,
  position: Position,
  language: Language,
  greeting: Area,
  greetAfter: Line,
  offlineText: Area,
};

/** One property of the chat, with what it does when it is left empty. */
export function LookField(props: Props) {
  const { look } = useWords().webchat;
  const inOurs = useDeskWords();
  const id = useId();
  const { name, wrong } = props;
  const Control = CONTROLS[name];
  return (
    <div className="field">
      <label htmlFor={id}>{look.names[name]}</label>
      <Control {...props} id={id} />
      <span id={`${id}-says`}>
        {wrong === null ? null : <WrongText says={inOurs(wrong)} />}
        <span className="hint">{look.hints[name]}</span>
      </span>
    </div>
  );
}

function Line({ id, name, value, wrong, onChange }: Control) {
  return (
    <span className={`input ${wrong ? 'wrong' : ''} ${name === 'greetAfter' ? 'short' : ''}`}>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        inputMode={name === 'greetAfter' ? 'numeric' : 'text'}
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-says`}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}

function Area({ id, value, wrong, onChange }: Control) {
  return (
    <textarea
      id={id}
      className={`input area ${wrong ? 'wrong' : ''}`}
      dir="auto"
      rows={2}
      maxLength={1000}
      value={value}
      aria-invalid={wrong !== null}
      aria-describedby={`${id}-says`}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

const OURS = '#4a52d0';

/** The browser's own chooser, and the figures beside it. */
function Color({ id, value, wrong, onChange }: Control) {
  const { look } = useWords().webchat;
  return (
    <span className="row">
      <input
        type="color"
        className="colorwell"
        aria-label={look.chooseColor}
        value={/^#[\da-f]{6}$/i.test(value) ? value : OURS}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className={`input short ${wrong ? 'wrong' : ''}`}>
        <input
          id={id}
          className="mono"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          placeholder={OURS}
          value={value}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-says`}
          onChange={({ target }) => onChange(target.value)}
        />
      </span>
    </span>
  );
}

function Position({ id, value, onChange }: Control) {
  const { look } = useWords().webchat;
  return (
    <SelectBox id={id} aria-describedby={`${id}-says`} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{look.byLanguage}</option>
      <option value="right">{look.right}</option>
      <option value="left">{look.left}</option>
    </SelectBox>
  );
}

/** A tag that somebody set by the API stays to be chosen. */
function Language({ id, value, onChange }: Control) {
  const { look } = useWords().webchat;
  const tags = [...new Set([...Object.keys(LANGUAGES), ...(value === '' ? [] : [value])])];
  return (
    <SelectBox id={id} aria-describedby={`${id}-says`} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{look.ofPage}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag}>
          {(LANGUAGES as Readonly<Record<string, string>>)[tag] ?? tag}
        </option>
      ))}
    </SelectBox>
  );
}
