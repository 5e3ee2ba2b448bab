import { give } from '../../domain/assignment';
import type { Ticket } from '../../domain/ticket';
import type { Step } from '../../domain/transitions';
import type { Desk } from '../desk';
import { type Asked, actOn, type InHand, knownAgent, onlineAgent } from './in-hand';
import { addNote } from './write-note';

interface Transfer extends Asked {
  readonly agentId: string;
  /** What the next agent should know; kept as a note. */
  readonly note: string | null;
}

/** Hands the ticket to a colleague who is online, with a note. */
export function transferTicket(desk: Desk, asked: Transfer): Promise<Ticket> {
  return actOn(desk, 'transfer', asked, (hand) => handOver(hand, asked), knownAgent(asked.agentId));
}

async function handOver(hand: InHand, { by, agentId, note }: Transfer): Promise<Step> {
  const { tx, policy, actor, at } = hand;
  const agent = await onlineAgent(tx, agentId);
  if (note) addNote(hand, by, note);
  return give(hand.ledger.ticket(hand.ticket.id), { agentId: agent.id, actor, at, policy, cause: 'transferred' });
}
