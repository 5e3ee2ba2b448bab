import { isProblem } from '../api/ask';
import type { Status, Ticket } from '../api/types';
import { Icon } from '../parts/icon';
import { useLanguage, useWords } from '../words';
import type { Words } from '../words/en';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { keepRefusal, useRefusal } from './refusals';

/** The actions that the line offers as buttons: those that need nothing else to be said. */
const OFFERED = ['in-progress', 'release', 'take', 'reopen', 'close'] as const;

/** What was refused about this ticket, why, and what can be done instead; until something is done or it is hidden. */
export function RefusedLine({ ticket }: { readonly ticket: Ticket }) {
  const refusal = useRefusal(ticket.id);
  const words = useWords();
  const { language } = useLanguage();
  if (!refusal) return null;
  const { asked, error } = refusal;
  const instead = isProblem(error) ? allowedIn(error.facts.allowedActions) : [];
  return (
    <div className="bannerline bad" role="alert">
      <Icon name="failed" />
      <span className="grow">
        <b>{words.ticket.refused[asked](ticket.number)}:</b> {becauseOf(error, words)}{' '}
        {instead.length > 0 ? words.ticket.youCan(listOf(instead, language, words)) : null}
      </span>
      <Instead ticketId={ticket.id} actions={instead} />
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={words.ticket.dismiss}
        title={words.ticket.dismiss}
        onClick={() => keepRefusal(ticket.id, null)}
      >
        <Icon name="cross" size="s" />
      </button>
    </div>
  );
}

function Instead({ ticketId, actions }: { readonly ticketId: string; readonly actions: readonly Offered[] }) {
  const act = useTicketActions(ticketId);
  const { do: verbs } = useWords().ticket;
  const RUN = { 'in-progress': act.setAside, release: act.release, take: act.take, reopen: act.reopen, close: act.close };
  const NAMES = { 'in-progress': verbs.setAside, release: verbs.release, take: verbs.take, reopen: verbs.reopen, close: verbs.close };
  return actions.slice(0, 2).map((action) => (
    <button key={action} type="button" className="btn small" onClick={() => shown(RUN[action]())}>
      {NAMES[action]}
    </button>
  ));
}

type Offered = (typeof OFFERED)[number];

const allowedIn = (fact: unknown): Offered[] => (Array.isArray(fact) ? OFFERED.filter((action) => fact.includes(action)) : []);

/** Why the desk refused it, as the end of a sentence. */
export function becauseOf(error: unknown, { ticket: { because }, common }: Words): string {
  if (!isProblem(error)) return common.problems.unknown;
  if (error.code === 'offline') return common.problems.offline;
  const from = error.facts.from as Status | undefined;
  if (error.code === 'illegal_transition' && from) return because.status(common.statuses[from]);
  return because.codes[error.code] ?? error.message;
}

function listOf(actions: readonly Offered[], language: string, { ticket: { verbs } }: Words): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(actions.map((action) => verbs[action]));
}
