import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ticket } from '../api/types';
import { useTicket } from '../live/tickets';
import { ChannelMark } from '../parts/channel-mark';
import { useMinute } from '../parts/now';
import { ProblemLine } from '../parts/problem-line';
import { StageChip } from '../parts/stage-chip';
import { StatusPill } from '../parts/status-pill';
import { useEnded } from '../ticket/former-section';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useTicketsOf } from './use-tickets-of';

const AT_FIRST = 10;

interface Props {
  readonly chatIds: readonly string[];
  /** The rank of its heading. */
  readonly below: 'h2' | 'h3';
}

/** The tickets of a person, newest first: how they stand, or how they ended. */
export function Tickets({ chatIds, below: Heading }: Props) {
  const { contacts, common } = useWords();
  const [most, setMost] = useState(AT_FIRST);
  const { data, error, refetch, isFetching } = useTicketsOf(chatIds, most);
  return (
    <section className="card">
      <div className="h">
        <Heading>{contacts.tickets}</Heading>
      </div>
      {error ? (
        <ProblemLine error={error} what={contacts.ticketsNotLoaded}>
          <button type="button" className="btn small" onClick={() => void refetch()}>
            {common.problems.again}
          </button>
        </ProblemLine>
      ) : null}
      {data?.ids.length === 0 ? <p className="mute noticket">{contacts.noTickets}</p> : null}
      <ul className="theirs">
        {data?.ids.map((id) => (
          <TicketRow key={id} id={id} />
        ))}
      </ul>
      {data?.more ? (
        <button type="button" className="btn small earlier" disabled={isFetching} onClick={() => setMost(most + AT_FIRST)}>
          {contacts.earlier}
        </button>
      ) : null}
    </section>
  );
}

function TicketRow({ id }: { readonly id: string }) {
  const ticket = useTicket(id);
  return ticket ? <Told ticket={ticket} /> : null;
}

function Told({ ticket }: { readonly ticket: Ticket }) {
  const { contacts, ticket: words } = useWords();
  const times = useTimes();
  const now = useMinute();
  const ended = useEnded(ticket);
  const { id, number, subject, status, stage, channel, createdAt } = ticket;
  const began = contacts.began(times.date(createdAt, now));
  const name = subject ?? words.title(number);
  return (
    <li>
      <Link to="/inbox/$view/{-$ticketId}" params={{ view: status === 'closed' ? 'closed' : 'open', ticketId: id }}>
        <ChannelMark kind={channel.kind} flat />
        <span className="grow">
          <bdi className="cut block" title={name}>
            {name}
          </bdi>
          <span className="sm mute">
            {[subject === null ? '' : `#${number}`, began, status === 'closed' ? ended : ''].filter(Boolean).join(', ')}
          </span>
        </span>
        <StatusPill status={status} />
        <StageChip stage={stage} />
      </Link>
    </li>
  );
}
