import { type FormEvent, useId, useState } from 'react';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { ChoiceField, RemoveButton } from './choices-field';
import { sendReply } from './send';
import { type TemplateFields, templateLack, templateOf } from './template-fields';

interface Props {
  readonly ticketId: string;
  readonly onSent?: () => void;
}

const EMPTY: TemplateFields = { name: '', language: '', values: [] };
/** What was typed stays until it is sent. */
const typed = new Map<string, TemplateFields>();

/** A template of the account by its name, with what stands in its body. */
export function TemplateForm({ ticketId, onSent }: Props) {
  const { composer } = useWords();
  const { templates: words } = composer;
  const reason = useId();
  const [fields, setFields] = useState(() => typed.get(ticketId) ?? EMPTY);
  const [sending, begin] = useState(false);
  const [error, fail] = useState<unknown>(null);
  const lack = templateLack(fields);
  const change = (next: Partial<TemplateFields>) => {
    const now = { ...fields, ...next };
    typed.set(ticketId, now);
    setFields(now);
    fail(null);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (lack !== null || sending) return;
    begin(true);
    try {
      await sendReply(ticketId, templateOf(fields), null);
      typed.delete(ticketId);
      setFields(EMPTY);
      onSent?.();
    } catch (problem) {
      fail(problem);
    }
    begin(false);
  };
  return (
    <form className="template" onSubmit={(event) => void send(event)} noValidate>
      <div className="pairfields">
        <ChoiceField label={words.name} value={fields.name} onChange={(name) => change({ name })} />
        <ChoiceField label={words.language} value={fields.language} onChange={(language) => change({ language })} />
      </div>
      <Values values={fields.values} onChange={(values) => change({ values })} />
      {error ? <ProblemLine error={error} what={composer.failed.reply} /> : null}
      <div className="sendrow">
        <p className="grow sm soft" id={reason} role="status">
          {lack === null ? null : lack === 'needsName' ? words.nameHint : words[lack]}
        </p>
        <button type="submit" className="btn go send" aria-disabled={lack !== null || sending} aria-describedby={reason}>
          {sending ? composer.sending : words.send}
        </button>
      </div>
    </form>
  );
}

interface ValuesProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function Values({ values, onChange }: ValuesProps) {
  const { templates: words } = useWords().composer;
  return (
    <>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value has nothing but its place
        <ChoiceField key={at} label={words.value(at + 1)} value={value} onChange={(now) => onChange(values.with(at, now))}>
          <RemoveButton label={words.removeValue(at + 1)} act={() => onChange(values.toSpliced(at, 1))} />
        </ChoiceField>
      ))}
      <button type="button" className="btn small" onClick={() => onChange([...values, ''])}>
        <Icon name="plus" size="s" />
        {words.addValue}
      </button>
    </>
  );
}
