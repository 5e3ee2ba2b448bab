import { type FormEvent, useId, useState } from 'react';
import type { Ticket } from '../api/types';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { ChoiceField, RemoveButton } from './choices-field';
import { NotSent } from './not-sent';
import { sendReply } from './send';
import { type TemplateFields, templateLack, templateOf } from './template-fields';
import { useAsking } from './use-asking';

interface Props {
  readonly ticket: Ticket;
  readonly onSent?: () => void;
}

const EMPTY: TemplateFields = { name: '', language: '', values: [] };
/** What was typed stays until it is sent. */
const typed = new Map<string, TemplateFields>();

/** A template of the account by its name, with what stands in its body. */
export function TemplateForm({ ticket, onSent }: Props) {
  const ticketId = ticket.id;
  const { composer } = useWords();
  const { templates: words } = composer;
  const reason = useId();
  const [fields, setFields] = useState(() => typed.get(ticketId) ?? EMPTY);
  const [sending, begin] = useState(false);
  const [error, fail] = useState<unknown>(null);
  const lack = templateLack(fields);
  const asking = useAsking(ticket.chatId);
  const change = (next: Partial<TemplateFields>) => {
    asking.begin();
    const now = { ...fields, ...next };
    typed.set(ticketId, now);
    setFields(now);
    fail(null);
  };
  const send = async (confirmed = false) => {
    if (lack !== null || sending) return;
    begin(true);
    try {
      await sendReply(ticketId, templateOf(fields), null, asking.seen(confirmed));
      asking.end();
      typed.delete(ticketId);
      setFields(EMPTY);
      onSent?.();
    } catch (problem) {
      fail(problem);
    }
    begin(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="template" onSubmit={submit} noValidate>
      <div className="pairfields">
        <ChoiceField label={words.name} value={fields.name} onChange={(name) => change({ name })} />
        <ChoiceField label={words.language} value={fields.language} onChange={(language) => change({ language })} />
      </div>
      <Values values={fields.values} onChange={(values) => change({ values })} />
      {error ? <NotSent error={error} ticket={ticket} onAnyway={() => void send(true)} /> : null}
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
