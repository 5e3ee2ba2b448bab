import { Modal } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../words';
import { ButtonsFields } from './choices-buttons';
import { ChoiceField } from './choices-field';
import { type ChoicesForm, contentOf, emptyForm, kindsOf, lackOf, partsOf } from './choices-form';
import { ListFields } from './choices-list';
import { ChoicesPreview } from './choices-preview';
import { draftNow, writeDraft } from './draft';
import { NotSent } from './not-sent';
import { sendReply } from './send';
import { useAsking } from './use-asking';
import type { Writing } from './use-writing';

interface Props {
  readonly writing: Writing;
  readonly onClose: () => void;
}

/** What was typed stays until it is sent, also when the dialog is closed. */
const typed = new Map<string, ChoicesForm>();

/** Words with choices below them, refused while they are typed as the network would refuse them. */
export function ChoicesDialog({ writing: { ticket, channel }, onClose }: Props) {
  const { composer, common } = useWords();
  const { choices: words } = composer;
  const reason = useId();
  const limits = channel?.capabilities.choices ?? { buttons: null, list: null };
  const [form, setForm] = useState(() => typed.get(ticket.id) ?? emptyForm(limits, draftNow(ticket.id).reply, words.opensDefault));
  const [sending, begin] = useState(false);
  const [error, fail] = useState<unknown>(null);
  const change = (next: Partial<ChoicesForm>) => {
    const now = { ...form, ...next };
    typed.set(ticket.id, now);
    setForm(now);
    fail(null);
  };
  const lack = lackOf(form, limits);
  const asking = useAsking(ticket.chatId, true);
  const send = async (confirmed = false) => {
    if (lack !== null || sending) return;
    begin(true);
    try {
      const { quote, reply } = draftNow(ticket.id);
      await sendReply(ticket.id, contentOf(form), quote, asking.seen(confirmed));
      typed.delete(ticket.id);
      writeDraft(ticket.id, { quote: null, ...(reply.trim() === form.text.trim() ? { reply: '' } : {}) });
      onClose();
    } catch (problem) {
      fail(problem);
      begin(false);
    }
  };
  const network = common.networks[ticket.channel.kind] ?? ticket.channel.name;
  const parts = lack === null && channel ? partsOf(form, limits, channel.capabilities.text) : 1;
  return (
    <Modal opened onClose={onClose} title={words.title} size={720} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="chform">
        <div className="fields">
          <Kinds form={form} kinds={kindsOf(limits)} onChange={change} />
          <ChoiceField label={words.text} value={form.text} onChange={(text) => change({ text })} long />
          {form.kind === 'buttons' && limits.buttons ? (
            <ButtonsFields form={form} limits={limits.buttons} network={network} onChange={change} />
          ) : null}
          {form.kind === 'list' && limits.list ? <ListFields form={form} limits={limits.list} network={network} onChange={change} /> : null}
        </div>
        <ChoicesPreview form={form} />
      </div>
      {error ? <NotSent error={error} ticket={ticket} onAnyway={() => void send(true)} /> : null}
      <div className="sendrow">
        <p className="grow sm soft" id={reason} role="status">
          {lack === null ? (parts > 1 ? composer.parts(parts) : null) : words[lack]}
        </p>
        <button type="button" className="btn" onClick={onClose}>
          {common.cancel}
        </button>
        <button
          type="button"
          className="btn go send"
          aria-disabled={lack !== null || sending}
          aria-describedby={reason}
          onClick={() => void send()}
        >
          {sending ? composer.sending : composer.send}
        </button>
      </div>
    </Modal>
  );
}

interface KindsProps {
  readonly form: ChoicesForm;
  readonly kinds: readonly ChoicesForm['kind'][];
  readonly onChange: (next: Partial<ChoicesForm>) => void;
}

function Kinds({ form, kinds, onChange }: KindsProps) {
  const { choices } = useWords().composer;
  if (kinds.length < 2) return null;
  return (
    <fieldset className="seg">
      <legend className="unseen">{choices.form}</legend>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={form.kind === kind ? 'on' : ''}
          aria-pressed={form.kind === kind}
          onClick={() => onChange({ kind })}
        >
          {choices[kind]}
        </button>
      ))}
    </fieldset>
  );
}
