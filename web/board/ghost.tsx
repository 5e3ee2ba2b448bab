import type { RefObject } from 'react';
import { useTicket } from '../live/tickets';
import { CardBody } from './card';

interface Props {
  readonly ticketId: string;
  readonly hold: RefObject<HTMLDivElement | null>;
}

/** The card in the hand; it is moved without being drawn again. */
export function Ghost({ ticketId, hold }: Props) {
  const ticket = useTicket(ticketId);
  return (
    <div ref={hold} className="bc ghost" aria-hidden="true">
      {ticket ? <CardBody ticket={ticket} /> : null}
    </div>
  );
}
