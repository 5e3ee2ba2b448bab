import { type FormEvent, useId, useState } from 'react';
import { FIELD_TYPES, type FieldType } from '../../../src/domain/fields';
import { isProblem } from '../../api/ask';
import { ProblemLine } from '../../parts/problem-line';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import { choicesIn } from './list';
import { type Field, useSaveFields } from './query';

const OF = ['ticket', 'contact'] as const;

/** A new field, last of its kind. Of what it is and what it holds stays as it is begun. */
export function AddField({ fields }: { readonly fields: readonly Field[] }) {
  const { fields: words } = useWords();
  const id = useId();
  const saving = useSaveFields();
  const [name, setName] = useState('');
  const [of, setOf] = useState<Field['of']>('ticket');
  const [type, setType] = useState<FieldType>('text');
  const [choices, setChoices] = useState('');
  const wanted = { name: name.trim(), of, type, choices: type === 'choice' ? choicesIn(choices) : [] };
  const ready = wanted.name !== '' && (type !== 'choice' || wanted.choices.length > 0) && !saving.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready)
      saving.mutate([...fields, wanted], {
        onSuccess: () => [setName(''), setChoices(''), document.getElementById(`${id}-name`)?.focus()],
      });
  };
  return (
    <form className="card addfield" onSubmit={submit}>
      <h2>{words.addTitle}</h2>
      {saving.error ? <ProblemLine error={said(saving.error, fields.length)} what={words.notAdded} /> : null}
      <div className="field">
        <label htmlFor={`${id}-name`}>{words.name}</label>
        <input
          id={`${id}-name`}
          className="input"
          dir="auto"
          maxLength={64}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="row">
        <div className="field grow">
          <label htmlFor={`${id}-of`}>{words.ofLabel}</label>
          <SelectBox id={`${id}-of`} value={of} onChange={(event) => setOf(event.target.value as Field['of'])}>
            {OF.map((one) => (
              <option key={one} value={one}>
                {words.of[one]}
              </option>
            ))}
          </SelectBox>
        </div>
        <div className="field grow">
          <label htmlFor={`${id}-type`}>{words.type}</label>
          <SelectBox id={`${id}-type`} value={type} onChange={(event) => setType(event.target.value as FieldType)}>
            {FIELD_TYPES.map((one) => (
              <option key={one} value={one}>
                {words.types[one]}
              </option>
            ))}
          </SelectBox>
        </div>
      </div>
      {type === 'choice' ? (
        <div className="field">
          <label htmlFor={`${id}-choices`}>{words.choices}</label>
          <textarea
            id={`${id}-choices`}
            className="input tall"
            dir="auto"
            rows={4}
            value={choices}
            aria-describedby={`${id}-each`}
            onChange={(event) => setChoices(event.target.value)}
          />
          <span className="hint" id={`${id}-each`}>
            {words.oneALine}
          </span>
        </div>
      ) : null}
      <button type="submit" className="btn go" disabled={!ready}>
        {words.add}
      </button>
    </form>
  );
}

/** What is wrong with the new one, which is the last; anything else as the desk says it. */
function said(error: unknown, at: number): unknown {
  const own = isProblem(error) ? error.errors.find(({ path }) => path.startsWith(`fields.${at}`)) : undefined;
  return own && isProblem(error) ? Object.assign(error, { message: own.message }) : error;
}
