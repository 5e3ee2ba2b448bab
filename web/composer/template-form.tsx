import { type FormEvent, useId, useState } from 'react';
import type { Ticket } from '../api/types';
import { type Chosen, contentOf, lackOf, NOTHING_CHOSEN } from '../templates/chosen';
import { TemplatePicker } from '../templates/picker';
import { useChosenTemplate } from '../templates/use-chosen';
import { useWords } from '../words';
import { NotSent } from './not-sent';
import { sendReply } from './send';
import { useAsking } from './use-asking';

interface Props {
  readonly ticket: Ticket;
  readonly onSent?: () => void;
}

/** What was filled in stays until it is sent. */
const kept = new Map<string, Chosen>();

/** A template of the account: chosen, filled, seen as the customer will, sent. */
export function TemplateForm({ ticket, onSent }: Props) {
  const { id: ticketId, channel } = ticket;
  const { composer, templates: words } = useWords();
  const reason = useId();
  const [chosen, setChosen] = useState(() => kept.get(ticketId) ?? NOTHING_CHOSEN);
  const [sending, begin] = useState(false);
  const [error, fail] = useState<unknown>(null);
  const template = useChosenTemplate(channel.id, chosen);
  const lack = template ? lackOf(template, chosen) : 'choose';
  const asking = useAsking(ticket.chatId);
  const change = (next: Chosen) => {
    asking.begin();
    kept.set(ticketId, next);
    setChosen(next);
    fail(null);
  };
  const send = async (confirmed = false) => {
    if (!template || lack !== null || sending) return;
    begin(true);
    try {
      await sendReply(ticketId, contentOf(template, chosen), null, asking.seen(confirmed));
      asking.end();
      kept.delete(ticketId);
      setChosen(NOTHING_CHOSEN);
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
      <TemplatePicker channelId={channel.id} chosen={chosen} onChange={change} />
      {error ? <NotSent error={error} ticket={ticket} onAnyway={() => void send(true)} /> : null}
      <div className="sendrow">
        <p className="grow sm soft" id={reason} role="status">
          {lack === null ? null : words[lack]}
        </p>
        <button type="submit" className="btn go send" aria-disabled={lack !== null || sending} aria-describedby={reason}>
          {sending ? composer.sending : composer.templates.send}
        </button>
      </div>
    </form>
  );
}
