import './panel.css';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { type FieldDefinition, LONGEST_FIELD_TEXT } from '../../src/domain/fields';
import { isProblem } from '../api/ask';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { WrongText } from '../parts/wrong-text';
import { useWords } from '../words';
import { DateInPlace } from './date-in-place';
import { InPlace } from './in-place';

export type FieldValue = string | number;

interface Props {
  readonly of: FieldDefinition['of'];
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Rejects with what the desk says. */
  readonly onSave: (key: string, value: FieldValue | null) => Promise<unknown>;
}

/** The admin's own fields, each of which saves itself and says what is wrong with it. */
export function FieldRows({ of, values, onSave }: Props) {
  return useWorkspace()
    .fields.filter((field) => field.of === of)
    .map((field) => <FieldRow key={field.key} field={field} value={values[field.key]} onSave={(value) => onSave(field.key, value)} />);
}

interface RowProps {
  readonly field: FieldDefinition;
  readonly value: FieldValue | undefined;
  readonly onSave: (value: FieldValue | null) => Promise<unknown>;
}

function FieldRow({ field, value, onSave }: RowProps) {
  const { ticket, common } = useWords();
  const id = useId();
  const saving = useMutation({ mutationFn: onSave });
  const wrong = saving.error && wrongOf(saving.error, common.problems);
  return (
    <div className="fact">
      <dt>
        <bdi className="cut block" title={field.name}>
          {field.name}
        </bdi>
      </dt>
      <dd className="wraps">
        <Value field={field} value={value} empty={ticket.fields.add} onSave={(next) => saving.mutate(next)} />
        {wrong ? <WrongText id={id} says={wrong} /> : null}
      </dd>
    </div>
  );
}

interface ValueProps {
  readonly field: FieldDefinition;
  readonly value: FieldValue | undefined;
  readonly empty: string;
  readonly onSave: (value: FieldValue | null) => void;
}

function Value({ field, value, empty, onSave }: ValueProps) {
  const text = value === undefined ? '' : String(value);
  if (field.type === 'choice') return <Choice field={field} value={text} empty={empty} onSave={onSave} />;
  if (field.type === 'date') return <DateInPlace value={text} label={field.name} empty={empty} onSave={onSave} />;
  const save = (typed: string | null) => onSave(typed !== null && field.type === 'number' ? numberOf(typed) : typed);
  return <InPlace value={text} label={field.name} empty={empty} max={LONGEST_FIELD_TEXT} onSave={save} />;
}

/** What is no number goes to the desk as it was typed: it says what it expects. */
function numberOf(typed: string): FieldValue {
  const number = Number(typed.replace(',', '.'));
  return Number.isFinite(number) ? number : typed;
}

function Choice({ field, value, empty, onSave }: ValueProps & { readonly value: string }) {
  const gone = value !== '' && !field.choices.includes(value);
  return (
    <span className="picker">
      <select
        className={`plain-select ${value ? '' : 'mute'}`}
        aria-label={field.name}
        value={value}
        onChange={(event) => onSave(event.target.value || null)}
      >
        <option value="">{empty}</option>
        {gone ? <option value={value}>{value}</option> : null}
        {field.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
      <Icon name="down" size="xs" />
    </span>
  );
}

function wrongOf(error: unknown, problems: { readonly offline: string; readonly unknown: string }): string {
  if (isProblem(error, 'offline')) return problems.offline;
  return isProblem(error) ? (error.errors[0]?.message ?? error.message) : problems.unknown;
}
