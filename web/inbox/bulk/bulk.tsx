import './bulk.css';
import { useEffect } from 'react';
import type { Ticket } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { ticketNow } from '../../live/tickets';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { whyNot } from '../../ticket/why-not';
import { useWords } from '../../words';
import { BulkActs } from './bulk-acts';
import { choose, keepOutcome, useChosen, useOutcome } from './choosing';
import { NONE } from './chosen';
import { reasonsIn, refusedIn } from './outcome';
import type { BulkAction } from './run';
import { useBulk } from './use-bulk';

/** In place of the list's head while tickets are chosen: how many, and what can be done to all of them. */
export function BulkBar() {
  const { bulk } = useWords().inbox;
  const { ids } = useChosen();
  const { mutate, isPending } = useBulk();
  useEffect(() => {
    if (document.activeElement === document.body) focusList();
  }, []);
  return (
    <div className="bar bulkbar" role="toolbar" aria-label={bulk.bar}>
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={bulk.stop}
        title={`${bulk.stop} (Esc)`}
        onClick={() => {
          choose(NONE);
          focusList();
        }}
      >
        <Icon name="cross" />
      </button>
      <h1 className="grow cut">
        <span role="status">{isPending ? bulk.working(ids.size) : bulk.selected(ids.size)}</span>
      </h1>
      {ids.size > 0 ? <BulkActs ids={[...ids]} busy={isPending} onDo={mutate} /> : null}
    </div>
  );
}

/** The menu that begins it is gone with the list's head. */
const focusList = (): void => document.querySelector<HTMLElement>('.list [role=listbox]')?.focus();

/** What became of it: stays until it is hidden. */
export function BulkOutcome() {
  const words = useWords();
  const outcome = useOutcome();
  const why = useWhy();
  const { bulk } = words.inbox;
  if (!outcome) return null;
  const { deed, asked, results, error } = outcome;
  if (error) return <ProblemLine error={error} what={bulk.notDone(asked)} />;
  const refused = refusedIn(outcome);
  const reasons = reasonsIn(outcome, { ticket: ticketNow, why: (ticket) => why(deed.action, ticket), words });
  return (
    <div className={`bannerline ${refused.length > 0 ? 'bad' : ''} bulkdone`} role="status">
      <Icon name={refused.length > 0 ? 'failed' : 'check'} />
      <div className="grow">
        <b>
          {deed.says(results.length - refused.length)} {refused.length > 0 ? bulk.not(refused.length) : ''}
        </b>
        {reasons.length > 0 ? (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <button
        type="button"
        className="btn quiet icon small"
        aria-label={words.ticket.dismiss}
        title={words.ticket.dismiss}
        onClick={() => keepOutcome(null)}
      >
        <Icon name="cross" size="s" />
      </button>
    </div>
  );
}

/** Why an action can't be done to a ticket now, as the ticket's own page says it. */
function useWhy(): (action: BulkAction, ticket: Ticket) => string | null {
  const { ticket: words, common } = useWords();
  const { me, policy } = useWorkspace();
  const asking = { id: me.id, role: me.role, online: me.presence === 'online' };
  return (action, ticket) => {
    const reason = action === 'read' || action === 'update' ? null : whyNot(action, { ticket, me: asking, policy });
    return reason && words.reasons[reason](ticket.assignee?.name ?? '', common.statuses[ticket.status]);
  };
}
