import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ticket } from '../api/types';
import { useTicketsOf } from '../contacts/use-tickets-of';
import { useMinute } from '../parts/now';
import { useAnyTicket, useEvents } from '../thread/use-events';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useContact } from './use-contact';

const AT_FIRST = 3;

/** The tickets of this person beside this one, newest first: of this chat, or of all their chats if they have several. */
export function FormerSection({ ticket }: { readonly ticket: Ticket }) {
  const { data: contact } = useContact(ticket.contact.id);
  const chatIds = contact?.chats.map(({ chatId }) => chatId) ?? [];
  return chatIds.length > 1 ? <OfAllChats ticket={ticket} chatIds={chatIds} /> : <OfThisChat ticket={ticket} />;
}

function OfAllChats({ ticket, chatIds }: { readonly ticket: Ticket; readonly chatIds: readonly string[] }) {
  const { former } = useWords().ticket;
  const [most, setMost] = useState(AT_FIRST);
  const { data } = useTicketsOf(chatIds, most + 1);
  const others = (data?.ids ?? []).filter((id) => id !== ticket.id);
  if (others.length === 0) return null;
  return (
    <section className="sec">
      <h2>{former.title}</h2>
      <ul className="former">
        {others.slice(0, most).map((id) => (
          <OneOf key={id} id={id} />
        ))}
        {data?.more || others.length > most ? (
          <li>
            <button type="button" className="link" onClick={() => setMost(most + AT_FIRST)}>
              {former.earlier}
            </button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function OneOf({ id }: { readonly id: string }) {
  const ticket = useAnyTicket(id);
  return ticket ? <FormerRow ticket={ticket} /> : null;
}

/** Each ticket of a chat knows the one before it. */
function OfThisChat({ ticket }: { readonly ticket: Ticket }) {
  const { former } = useWords().ticket;
  const [most, setMost] = useState(AT_FIRST);
  if (ticket.previousTicketId === null) return null;
  return (
    <section className="sec">
      <h2>{former.title}</h2>
      <ul className="former">
        <Former id={ticket.previousTicketId} left={most} onMore={() => setMost(most + AT_FIRST)} />
      </ul>
    </section>
  );
}

interface Props {
  readonly id: string;
  /** How many more are shown without being asked for. */
  readonly left: number;
  readonly onMore: () => void;
}

function Former({ id, left, onMore }: Props) {
  const { former } = useWords().ticket;
  const ticket = useAnyTicket(id);
  if (!ticket) return null;
  const before = ticket.previousTicketId;
  return (
    <>
      <FormerRow ticket={ticket} />
      {before === null ? null : left > 1 ? (
        <Former id={before} left={left - 1} onMore={onMore} />
      ) : (
        <li>
          <button type="button" className="link" onClick={onMore}>
            {former.earlier}
          </button>
        </li>
      )}
    </>
  );
}

function FormerRow({ ticket }: { readonly ticket: Ticket }) {
  const { title } = useWords().ticket;
  const ended = useEnded(ticket);
  const name = ticket.subject ?? title(ticket.number);
  return (
    <li>
      <span className="grow">
        <Link
          className="cut block"
          to="/inbox/$view/{-$ticketId}"
          params={{ view: ticket.status === 'closed' ? 'closed' : 'open', ticketId: ticket.id }}
          title={name}
        >
          <bdi>{name}</bdi>
        </Link>
        <span className="mute sm">{ticket.subject === null ? ended : `#${ticket.number}, ${ended}`}</span>
      </span>
    </li>
  );
}

/** How it ended, in words. Who closed it stands in its events. */
export function useEnded({ id, closedAt, closeCause }: Ticket): string {
  const { former } = useWords().ticket;
  const times = useTimes();
  const now = useMinute();
  const { data } = useEvents(id);
  if (closedAt === null) return former.open;
  const by = data?.findLast(({ to }) => to === 'closed')?.actor.name ?? null;
  return (former.ended[closeCause ?? ''] ?? former.closed)(by, times.date(closedAt, now));
}
