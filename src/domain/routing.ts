import type { Agent } from './agent';
import { type Candidate, type Case, casesAt, isEligible, keptFor, lastAgentOf, shareOf, type Waiting } from './eligible';
import type { Decision } from './events';
import { type Instant, PRIORITIES } from './ticket';
import { type Chosen, type Seat, type Strategy, whyGiven, whyLeft } from './why-routed';

interface Given {
  readonly ticketId: string;
  readonly agentId: string;
  readonly decision: Decision;
}

/** A ticket that goes on waiting, and why. */
export interface Left {
  readonly ticketId: string;
  readonly decision: Decision;
}

export interface Routed {
  readonly given: readonly Given[];
  readonly left: readonly Left[];
  /** Those who got something, with when they were last routed to: the next round begins after them. */
  readonly agents: readonly Agent[];
}

/**
 * Who gets what: tickets by priority, then by how long they wait; to the agent who handled the customer last if sticky, else by
 * the strategy. Never above capacity, never to who is away, in another team or off work. Pure: the caller holds tickets and agents.
 */
export function route(waiting: readonly Waiting[], candidates: readonly Candidate[], now: Instant): Routed {
  const seats = new Map<string, Seat>(candidates.map((one) => [one.agent.id, { ...one, lastRoutedAt: one.agent.lastRoutedAt }]));
  const given: Given[] = [];
  const left: Case[] = [];
  for (const one of [...waiting].sort(byUrgency).map(casesAt(now))) {
    const all = [...seats.values()];
    const chosen = choose(one, all);
    if (!chosen) left.push(one);
    else {
      given.push({ ticketId: one.ticket.id, agentId: chosen.seat.agent.id, decision: whyGiven(one, chosen, all) });
      seats.set(chosen.seat.agent.id, { ...chosen.seat, load: chosen.seat.load + 1, lastRoutedAt: lastOf(all, now) });
    }
  }
  const all = [...seats.values()];
  const changed = all.filter(({ agent, lastRoutedAt }) => lastRoutedAt !== agent.lastRoutedAt);
  const why = left.map((one) => ({ ticketId: one.ticket.id, decision: whyLeft(one, all) }));
  return { given, left: why, agents: changed.map(({ agent, lastRoutedAt }) => ({ ...agent, lastRoutedAt })) };
}

/** Why each of these tickets has no agent yet; the rule is `about_to_be_given` when somebody could have it now. */
export function whyWaiting(waiting: readonly Waiting[], candidates: readonly Candidate[], now: Instant): Left[] {
  const { given, left } = route(waiting, candidates, now);
  return [...left, ...given.map(({ ticketId, decision }) => ({ ticketId, decision: { ...decision, rule: 'about_to_be_given' } }))];
}

/** The most urgent first, then who has waited longest, then the lower number. */
function byUrgency({ ticket: a }: Waiting, { ticket: b }: Waiting): number {
  return PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) || a.statusSince - b.statusSince || a.number - b.number;
}

/** Later than everybody's last, also while the clock stands still: the round goes on after who was given something. */
const lastOf = (seats: readonly Seat[], now: Instant): Instant =>
  Math.max(now, ...seats.map(({ lastRoutedAt }) => (lastRoutedAt ?? 0) + 1));

type Order = (a: Seat, b: Seat, one: Case) => number;

const inTurn: Order = (a, b) => (a.lastRoutedAt ?? 0) - (b.lastRoutedAt ?? 0) || (a.agent.id < b.agent.id ? -1 : 1);

const ORDERS: Record<Strategy, Order> = {
  round_robin: inTurn,
  least_busy: (a, b, one) => shareOf(a, one.policy) - shareOf(b, one.policy) || inTurn(a, b, one),
};

function choose(one: Case, seats: readonly Seat[]): Chosen | null {
  const { strategy, sticky } = one.policy.settings.routing;
  if (strategy === 'manual') return null;
  const room = seats.filter((seat) => isEligible(seat, one));
  const former = room.find(({ agent }) => agent.id === lastAgentOf(one));
  if (former && one.woken) return { seat: former, rule: 'last_assignee' };
  if (former && sticky) return { seat: former, rule: 'sticky' };
  if (room.length === 0 || keptFor(one, seats)) return null;
  const [seat] = room.sort((a, b) => ORDERS[strategy](a, b, one));
  return seat ? { seat, rule: strategy } : null;
}
