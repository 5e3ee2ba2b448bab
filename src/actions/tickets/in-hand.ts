import { isSeenBy, type SeenBy, seenBy } from '../../domain/access';
import { type Agent, isOnline } from '../../domain/agent';
import { liftExclusion } from '../../domain/assignment';
import { invalid, Refusal } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import { type Act, type Asking, forbidden, unfit } from '../../domain/permissions';
import type { Policy } from '../../domain/policy';
import { isOpen, type Ticket } from '../../domain/ticket';
import type { Step } from '../../domain/transitions';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { transact } from '../transact';

/** A ticket that a person acts on, with everything that the rules need, all of it locked. */
export interface InHand {
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly ticket: Ticket;
  readonly policy: Policy;
  readonly by: Asking;
  readonly sight: SeenBy | null;
  readonly actor: Actor;
  readonly at: number;
}

export interface Asked {
  readonly ticketId: string;
  readonly by: Person;
  /** If-Match: refused as `stale` when the ticket has another version. */
  readonly version?: number;
}

export const actorOf = ({ role, id, name }: Person): Actor => ({ kind: role, id, name });

/** What is wrong with what was asked, whoever asks and however the ticket stands: throws `invalid`. */
export type Check = (looked: Pick<InHand, 'tx' | 'ledger' | 'ticket' | 'policy' | 'at'>) => void | Promise<void>;

const accept: Check = () => undefined;

/** Does one thing to one ticket for a person, after every refusal of LIFECYCLE §3 in its order. */
export function actOn(desk: Desk, action: Act, asked: Asked, act: (hand: InHand) => Step | Promise<Step>, check = accept): Promise<Ticket> {
  return withTicket(desk, action, asked, async (hand) => hand.ledger.apply(withoutExclusion(hand, await act(hand))), check);
}

/** A person who changes the status or hands the ticket over lifts `excludeFromClosing` (LIFECYCLE §5). */
function withoutExclusion({ ticket, policy, actor, at }: InHand, done: Step): Step {
  const { status, assigneeId, teamId } = done.ticket;
  const moved = status !== ticket.status || assigneeId !== ticket.assigneeId || teamId !== ticket.teamId;
  if (!moved || !isOpen(done.ticket)) return done;
  const lifted = liftExclusion(done.ticket, { actor, at, policy });
  return { ticket: lifted.ticket, events: [...done.events, ...lifted.events] };
}

/** The same, for actions that give back something else than the ticket. */
export function withTicket<T>(desk: Desk, action: Act, asked: Asked, act: (hand: InHand) => Promise<T>, check = accept): Promise<T> {
  return transact(desk, async (tx, ledger) => act(await takeInHand(tx, ledger, action, asked, check)));
}

/** The ticket, held for this person and this action; throws what `withTicket` refuses. */
export async function takeInHand(tx: Tx, ledger: Ledger, action: Act, { ticketId, by, version }: Asked, check = accept): Promise<InHand> {
  const ticket = await lockTicket(tx, ledger, ticketId);
  const sight = seenBy(by, ledger);
  if (!isSeenBy(ticket, sight)) throw missing();
  const policy = ledger.policy(ticket.channelId);
  await check({ tx, ledger, ticket, policy, at: ledger.at });
  const [self] = await tx.agents([by.id]);
  const asking = askingOf(by, self);
  refuse(forbidden(action, ticket, asking, policy));
  if (version !== undefined && version !== ticket.version)
    throw new Refusal('stale', 'The ticket has changed since you read it.', { version: ticket.version });
  refuse(unfit(action, ticket, asking, policy));
  return { tx, ledger, ticket, policy, by: asking, sight, actor: actorOf(by), at: ledger.at };
}

/** Whoever asks, with what the desk knows of them now: a machine is no agent, and never online. */
export const askingOf = (by: Person, self: Agent | undefined): Asking => ({
  id: by.id,
  role: by.role,
  online: isOnline(self),
  machine: isMachine(by),
});

export const isMachine = ({ scopes }: Person): boolean => scopes !== undefined;

/** Locks the ticket's chat, then the ticket; `not_found` when there is none. */
export async function lockTicket(tx: Tx, ledger: Ledger, ticketId: string): Promise<Ticket> {
  const chatId = await tx.chatOfTicket(ticketId);
  if (chatId === null) throw missing();
  ledger.take(await tx.hold([chatId]));
  if (ledger.openIn(chatId)?.id !== ticketId) ledger.takeTickets(await tx.tickets([ticketId]));
  return ledger.ticket(ticketId);
}

/** Checks that there is such an agent. */
export const knownAgent =
  (agentId: string): Check =>
  async ({ tx }) => {
    const [agent] = await tx.agents([agentId]);
    if (!agent || agent.removedAt !== null) throw invalid('agentId', 'no such agent');
  };

/** An agent who is known and online, locked; `agent_not_online` otherwise. */
export async function onlineAgent(tx: Tx, agentId: string) {
  const [agent] = await tx.agents([agentId]);
  if (!agent || !isOnline(agent)) throw new Refusal('agent_not_online', `${agent?.name} is ${agent?.presence}.`);
  return agent;
}

function refuse(refusal: Refusal | null): void {
  if (refusal) throw refusal;
}

/** A chat has one open ticket; which one that is, only who may see it is told. */
export function besideOpen(open: Ticket, sight: SeenBy | null): Refusal {
  if (!isSeenBy(open, sight)) return new Refusal('chat_has_open_ticket', 'Another ticket is open in this chat.');
  return new Refusal('chat_has_open_ticket', `Ticket #${open.number} is open in this chat.`, { ticketId: open.id });
}

const missing = () => new Refusal('not_found', 'There is no such ticket.');
