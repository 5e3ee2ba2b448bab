import './thread.css';
import { useEffect } from 'react';
import type { Ticket } from '../api/types';
import { useChat } from '../live/messages';
import { Empty } from '../parts/empty';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { Conversation } from './conversation';
import { Skeleton } from './skeleton';
import { useAnyTicket, useEvents } from './use-events';

interface Props {
  /** undefined: none is chosen. */
  readonly ticketId?: string | undefined;
}

/** The conversation of a ticket: everything that was said in its chat, with what happened to the ticket. */
export function Thread({ ticketId }: Props) {
  const { thread } = useWords();
  if (ticketId === undefined) return <Empty icon="inbox" title={thread.none.title} says={thread.none.says} />;
  return <OfTicket key={ticketId} ticketId={ticketId} />;
}

function OfTicket({ ticketId }: { readonly ticketId: string }) {
  const { thread } = useWords();
  const ticket = useAnyTicket(ticketId);
  if (ticket === undefined) return <Skeleton />;
  if (ticket === null) return <Empty icon="inbox" title={thread.gone.title} says={thread.gone.says} />;
  return <OfChat ticket={ticket} />;
}

function OfChat({ ticket }: { readonly ticket: Ticket }) {
  const { thread, common } = useWords();
  const chat = useChat(ticket.chatId);
  const events = useEvents(ticket.id);
  const isReaching = useReach(ticket, chat);
  if (chat.state === 'failed') {
    return (
      <div className="flowbox">
        <ProblemLine error={chat.error} what={thread.notLoaded}>
          <button type="button" className="btn small" onClick={chat.again}>
            {common.problems.loadAgain}
          </button>
        </ProblemLine>
      </div>
    );
  }
  if (chat.state === 'loading' || isReaching || events.isPending) return <Skeleton />;
  return <Conversation ticket={ticket} chat={chat} events={events} />;
}

/** A ticket of long ago: its pages are read first. */
function useReach(ticket: Ticket, { messages, state, older, readOlder }: ReturnType<typeof useChat>): boolean {
  const oldest = messages[0];
  const isReaching =
    state === 'ready' && older !== 'none' && older !== 'failed' && oldest !== undefined && oldest.sentAt > ticket.createdAt;
  const isOurs = isReaching && messages.some(({ ticketId }) => ticketId === ticket.id);
  useEffect(() => {
    if (isReaching && !isOurs && older === 'more') void readOlder(200);
  }, [isReaching, isOurs, older, readOlder]);
  return isReaching && !isOurs;
}
