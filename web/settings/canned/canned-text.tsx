import { useId, useRef } from 'react';
import { CANNED_VARIABLES } from '../../../src/domain/canned';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';

interface Props {
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The words, and the names that can be put where the caret is. */
export function CannedText({ value, wrong, onChange }: Props) {
  const { canned } = useWords();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string) => {
    const { selectionStart: from = value.length, selectionEnd: to = value.length } = box.current ?? {};
    const piece = `{{${variable}}}`;
    onChange(value.slice(0, from) + piece + value.slice(to));
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(from + piece.length, from + piece.length);
    });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{canned.text}</label>
      <textarea
        ref={box}
        id={id}
        className={`input area ${wrong ? 'wrong' : ''}`}
        dir="auto"
        rows={5}
        maxLength={4096}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong ? <WrongText id={`${id}-wrong`} says={wrong} /> : null}
      <fieldset className="variables">
        <legend className="hint">{canned.insert}</legend>
        {CANNED_VARIABLES.map((variable) => (
          <button key={variable} type="button" className="btn small" title={`{{${variable}}}`} onClick={() => insert(variable)}>
            {canned.variables[variable]}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
