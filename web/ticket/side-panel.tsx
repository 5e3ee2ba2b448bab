import './panel.css';
import type { Ticket } from '../api/types';
import { useTicket } from '../live/tickets';
import { useWords } from '../words';
import { ContactSection } from './contact-section';
import { EventsLink } from './events-link';
import { FormerSection } from './former-section';
import { NextSection } from './next-section';
import { TicketSection } from './ticket-section';

/** Who writes, how the ticket stands, what happens next, and what was before. */
export function SidePanel({ ticketId }: { readonly ticketId: string }) {
  const { label } = useWords().ticket;
  const ticket = useTicket(ticketId);
  return (
    <aside className="side" aria-label={label}>
      {ticket ? <Sections key={ticket.id} ticket={ticket} /> : null}
    </aside>
  );
}

const Sections = ({ ticket }: { readonly ticket: Ticket }) => (
  <>
    <ContactSection ticket={ticket} />
    <TicketSection ticket={ticket} />
    <NextSection ticket={ticket} />
    <FormerSection ticket={ticket} />
    <EventsLink ticket={ticket} />
  </>
);
