import { give, sendToTeam } from '../../domain/assignment';
import { teamNow } from '../../domain/team';
import type { Ticket } from '../../domain/ticket';
import type { Step } from '../../domain/transitions';
import type { Desk } from '../desk';
import { knownTeam, named } from '../teams/teams';
import { type Asked, actOn, type InHand, knownAgent, onlineAgent } from './in-hand';
import { addNote } from './write-note';

interface Transfer extends Asked {
  /** What the next agent should know; kept as a note. */
  readonly note: string | null;
}

/** Hands the ticket to a colleague who is online, with a note. */
export function transferTicket(desk: Desk, asked: Transfer & { readonly agentId: string }): Promise<Ticket> {
  return actOn(desk, 'transfer', asked, (hand) => handOver(hand, asked), knownAgent(asked.agentId));
}

async function handOver(hand: InHand, { agentId, ...asked }: Transfer & { readonly agentId: string }): Promise<Step> {
  const { tx, policy, actor, at } = hand;
  const agent = await onlineAgent(tx, agentId);
  const noted = leaveNote(hand, asked);
  const why = { cause: 'transferred', ...(noted ? { data: noted } : {}) };
  return give(hand.ledger.ticket(hand.ticket.id), { agentId: agent.id, actor, at, policy, ...why });
}

/** Sends the ticket to a team: an active one to its queue (T5), one that waits to another queue; routing runs in the same transaction. */
export function transferToTeam(desk: Desk, asked: Transfer & { readonly teamId: string }): Promise<Ticket> {
  return actOn(
    desk,
    'transfer-to-team',
    asked,
    (hand) => sendOn(hand, asked),
    ({ ledger }) => void knownTeam(ledger.house, asked.teamId),
  );
}

function sendOn(hand: InHand, { teamId, ...asked }: Transfer & { readonly teamId: string }): Step {
  const { ledger, actor, at } = hand;
  const team = knownTeam(ledger.house, teamId);
  const noted = leaveNote(hand, asked);
  const ticket = ledger.ticket(hand.ticket.id);
  const data = { team: { from: named(teamNow(ticket.teamId, ledger.house.teams)), to: named(team) }, ...noted };
  return sendToTeam(ticket, { teamId: team.id, actor, at, data });
}

/** The note's id, for the event. */
const leaveNote = (hand: InHand, { by, note }: Transfer): { readonly noteId: string } | null =>
  note ? { noteId: addNote(hand, by, note).id } : null;
