import '../thread/thread.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { get, isProblem } from '../api/ask';
import type { Ticket } from '../api/types';
import { Composer } from '../composer/composer';
import { watch } from '../live/link';
import { putTickets, useTicket } from '../live/tickets';
import { Empty } from '../parts/empty';
import { ProblemLine } from '../parts/problem-line';
import { ThreadHeader } from '../ticket/thread-header';
import { useWords } from '../words';
import { useDetails } from './details';
import { useAddress } from './use-address';
import { useRead } from './use-read';

/** The open ticket: its conversation and, where there is room, its details. */
export function TicketColumn({ ticketId }: { readonly ticketId: string | undefined }) {
  const { inbox } = useWords();
  useRead(ticketId);
  return (
    <main className="thread" aria-label={inbox.conversation}>
      {ticketId === undefined ? (
        <Empty icon="inbox" title={inbox.empty.noneOpen} says={inbox.empty.noneOpenSays} />
      ) : (
        <Opened key={ticketId} ticketId={ticketId} />
      )}
    </main>
  );
}

function Opened({ ticketId }: { readonly ticketId: string }) {
  const { inbox } = useWords();
  const error = useKept(ticketId);
  const ticket = useTicket(ticketId);
  const details = useDetails();
  const back = useBack();
  if (ticket)
    return (
      <>
        <ThreadHeader ticketId={ticketId} onBack={back} onDetails={details.show} />
        <Composer ticketId={ticketId} />
      </>
    );
  if (isProblem(error, 'not_found')) return <Empty icon="inbox" title={inbox.empty.noTicket} says={inbox.empty.noTicketSays} />;
  return error ? <ProblemLine error={error} what={inbox.ticketNotLoaded} /> : null;
}

/** One level up: the list that the ticket was opened from. */
function useBack(): () => void {
  const { view } = useAddress();
  const go = useNavigate();
  return () => void go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: undefined }, search: true });
}

/** Reads the ticket, and hears of it for as long as it is open. */
function useKept(ticketId: string): unknown {
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const leave = watch({ tickets: [ticketId] });
    const reading = new AbortController();
    get<Ticket>(`/tickets/${ticketId}`, reading.signal).then(
      (ticket) => putTickets([ticket]),
      (problem) => isProblem(problem) && setError(problem),
    );
    return () => {
      reading.abort();
      leave();
    };
  }, [ticketId]);
  return error;
}
