import { type Agent, isOnline } from './agent';
import type { Decision } from './events';
import type { Policy } from './policy';
import { type Instant, PRIORITIES, type Ticket } from './ticket';

export interface Candidate {
  readonly agent: Agent;
  /** Active and proactive tickets that are theirs. */
  readonly load: number;
}

/** A ticket that waits for an agent, with who handled the customer last. */
export interface Waiting {
  readonly ticket: Ticket;
  readonly policy: Policy;
  readonly lastHandledBy: string | null;
  /** Returning to its last assignee comes before anything else (a woken ticket, LIFECYCLE §6). */
  readonly woken?: boolean;
}

export interface Given {
  readonly ticketId: string;
  readonly agentId: string;
  readonly decision: Decision;
}

export interface Routed {
  readonly given: readonly Given[];
  /** Those who got something, with when they were last routed to: the next round begins after them. */
  readonly agents: readonly Agent[];
}

type PassedOver = NonNullable<Decision['passedOver']>;

/**
 * Who gets what: tickets by priority, then by how long they wait; to the agent who handled the customer last if sticky,
 * else to whoever has been without a new ticket for longest. Never above capacity, never to who is away. Pure: the caller holds tickets and agents.
 */
export function route(waiting: readonly Waiting[], candidates: readonly Candidate[], now: Instant): Routed {
  const desk = new Map(candidates.map((candidate) => [candidate.agent.id, { ...candidate, lastRoutedAt: candidate.agent.lastRoutedAt }]));
  const given: Given[] = [];
  for (const one of [...waiting].sort(byUrgency)) {
    if (one.policy.settings.routing.strategy === 'manual') continue;
    const room = [...desk.values()].filter((candidate) => whyNot(candidate, one) === null);
    const chosen = choose(room, one);
    if (!chosen) continue;
    given.push({
      ticketId: one.ticket.id,
      agentId: chosen.candidate.agent.id,
      decision: decide(one, chosen.rule, chosen.candidate, [...desk.values()]),
    });
    const last = Math.max(now, ...[...desk.values()].map((candidate) => (candidate.lastRoutedAt ?? 0) + 1));
    desk.set(chosen.candidate.agent.id, { ...chosen.candidate, load: chosen.candidate.load + 1, lastRoutedAt: last });
  }
  const changed = [...desk.values()].filter(({ agent, lastRoutedAt }) => lastRoutedAt !== agent.lastRoutedAt);
  return { given, agents: changed.map(({ agent, lastRoutedAt }) => ({ ...agent, lastRoutedAt })) };
}

/** The most urgent first, then who has waited longest, then the lower number. */
function byUrgency({ ticket: a }: Waiting, { ticket: b }: Waiting): number {
  return PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) || a.statusSince - b.statusSince || a.number - b.number;
}

interface Seat extends Candidate {
  readonly lastRoutedAt: Instant | null;
}

export const capacityOf = (agent: Agent, policy: Policy): number => agent.capacity ?? policy.settings.routing.capacity;

/** Why this agent can't have the ticket, in words that the ticket's history shows; null when they can. */
function whyNot({ agent, load }: Candidate, { ticket, policy }: Waiting): string | null {
  if (!isOnline(agent)) return `${agent.presence} since ${timeOfDay(agent.presenceSince, policy)}`;
  if (ticket.releasedFrom === agent.id) return 'it was given back';
  const capacity = capacityOf(agent, policy);
  return load < capacity ? null : `${load} of ${capacity}`;
}

const timeOfDay = (at: Instant, { settings }: Policy): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: settings.locale.timeZone, hour: '2-digit', minute: '2-digit' }).format(at);

function choose(room: readonly Seat[], { ticket, policy, lastHandledBy, woken }: Waiting): { candidate: Seat; rule: string } | null {
  const former = room.find(({ agent }) => agent.id === (ticket.lastAssigneeId ?? lastHandledBy));
  if (former && woken) return { candidate: former, rule: 'last_assignee' };
  if (former && policy.settings.routing.sticky) return { candidate: former, rule: 'sticky' };
  const next = [...room].sort((a, b) => (a.lastRoutedAt ?? 0) - (b.lastRoutedAt ?? 0) || (a.agent.id < b.agent.id ? -1 : 1))[0];
  return next ? { candidate: next, rule: 'round_robin' } : null;
}

function decide(one: Waiting, rule: string, chosen: Seat, all: readonly Seat[]): Decision {
  const others = all.filter(({ agent }) => agent.id !== chosen.agent.id);
  const passedOver: PassedOver = others.map((other) => ({
    agentId: other.agent.id,
    name: other.agent.name,
    why: whyNot(other, one) ?? (rule === 'round_robin' ? 'had a ticket more recently' : 'did not handle this customer last'),
  }));
  return {
    rule,
    facts: {
      priority: one.ticket.priority,
      waitingSince: one.ticket.statusSince,
      load: chosen.load,
      capacity: capacityOf(chosen.agent, one.policy),
    },
    passedOver,
  };
}
