import { give } from '../domain/assignment';
import type { Ticket } from '../domain/ticket';
import type { Desk } from './desk';
import { type Asked, actOn, onlineAgent } from './in-hand';
import { addNote } from './write-note';

interface Transfer extends Asked {
  readonly agentId: string;
  /** What the next agent should know; kept as a note. */
  readonly note: string | null;
}

/** Hands the ticket to a colleague who is online, with a note. */
export function transferTicket(desk: Desk, asked: Transfer): Promise<Ticket> {
  return actOn(desk, 'transfer', asked, async (hand) => {
    const { tx, policy, actor, at } = hand;
    const agent = await onlineAgent(tx, asked.agentId);
    if (asked.note) addNote(hand, asked.by, asked.note);
    return give(hand.ledger.ticket(hand.ticket.id), { agentId: agent.id, actor, at, policy, cause: 'transferred' });
  });
}
