import { type ReactNode, useState } from 'react';
import { get } from '../api/ask';
import type { Ticket } from '../api/types';
import { useSetPresence } from '../app/me';
import { putTickets } from '../live/tickets';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { ProblemLine } from '../parts/problem-line';
import { useTicketActions } from '../ticket/actions';
import { shown } from '../ticket/calls';
import { useWords } from '../words';
import type { Standing } from './standing';

type Why = Extract<Standing, { kind: 'barred' }>['why'];

interface Props {
  readonly ticket: Ticket;
  readonly why: Why;
  /** What to do with words that were already written. */
  readonly kept: ReactNode;
}

const ICONS: Record<Why, IconName> = { closed: 'check', colleague: 'person', presence: 'moon', disconnected: 'offline' };

/** Why this person can't answer here now, with the way to it where there is one. */
export function Barred({ ticket, why, kept }: Props) {
  const { composer } = useWords();
  const { allowed, take, reopen } = useTicketActions(ticket.id);
  const online = useGoOnline(ticket.id);
  const says = why === 'colleague' ? composer.barred.colleague(ticket.assignee?.name ?? '') : composer.barred[why];
  return (
    <>
      <div className="explained barred soft">
        <Icon name={ICONS[why]} />
        <p className="grow" dir="auto">
          {says}
        </p>
        {kept}
        {why === 'closed' && allowed('reopen') ? <Act says={composer.reopen} act={() => shown(reopen())} /> : null}
        {why === 'colleague' && allowed('take') ? <Act says={composer.take} act={() => shown(take())} /> : null}
        {why === 'presence' ? <Act says={composer.goOnline} act={online.go} /> : null}
      </div>
      {online.error ? <ProblemLine error={online.error} what={composer.failed.presence} /> : null}
    </>
  );
}

const Act = ({ says, act }: { readonly says: string; readonly act: () => void }) => (
  <button type="button" className="btn small go" onClick={act}>
    {says}
  </button>
);

/** Being online changes what is allowed: the ticket is read anew. */
function useGoOnline(ticketId: string) {
  const set = useSetPresence();
  const [error, say] = useState<unknown>(null);
  const go = () => {
    say(null);
    set('online')
      .then(async () => putTickets([await get<Ticket>(`/tickets/${ticketId}`)]))
      .catch(say);
  };
  return { go, error };
}
