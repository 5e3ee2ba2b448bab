import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { About } from '../about';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import { AddField } from './add-field';
import { FieldLine } from './field-line';
import './fields.css';
import { type Field, fieldsQuery, useSaveFields } from './query';
import { RemoveField } from './remove-field';

/** The fields that an admin adds to tickets and contacts. */
export function FieldsPage() {
  const { settings, fields: words } = useWords();
  const title = settings.frame.sections.fields;
  const { data: fields, error } = useQuery(fieldsQuery);
  if (!fields) return <Loading title={title} error={error} rows={4} />;
  return (
    <SettingsFrame title={title}>
      <div className="two">
        <div className="form">
          <FieldList of="ticket" fields={fields} />
          <FieldList of="contact" fields={fields} />
          <AddField fields={fields} />
        </div>
        <About title={words.about} says={words.aboutSays} />
      </div>
    </SettingsFrame>
  );
}

function FieldList({ of, fields }: { readonly of: Field['of']; readonly fields: readonly Field[] }) {
  const { fields: words, common } = useWords();
  const saving = useSaveFields();
  const [removing, remove] = useState<Field | null>(null);
  const shown = fields.filter((field) => field.of === of);
  return (
    <section className="card fieldlist">
      <div className="h">
        <h2>{words.of[of]}</h2>
      </div>
      {saving.error ? <ProblemLine error={saving.error} what={common.problems.notSaved} /> : null}
      {shown.length === 0 ? <p className="mute none">{words.none}</p> : null}
      <ol>
        {shown.map((field, at) => (
          <FieldLine
            key={field.key}
            field={field}
            first={at === 0}
            last={at === shown.length - 1}
            fields={fields}
            onSave={(next) => saving.mutate(next)}
            onRemove={() => remove(field)}
          />
        ))}
      </ol>
      {removing ? <RemoveField field={removing} fields={fields} onClose={() => remove(null)} /> : null}
    </section>
  );
}
