import { isOnline } from './agent';
import { type Candidate, type Case, capacityOf, isEligible, keptFor, shareOf, timeIn, whyNot } from './eligible';
import type { Decision } from './events';
import type { Instant } from './ticket';

export type Strategy = 'round_robin' | 'least_busy';

/** A candidate while routing goes round. */
export interface Seat extends Candidate {
  readonly lastRoutedAt: Instant | null;
}

export interface Chosen {
  readonly seat: Seat;
  readonly rule: 'last_assignee' | 'sticky' | Strategy;
}

/** Why a ticket was given to this agent and to none of the others. */
export function whyGiven(one: Case, { seat: chosen, rule }: Chosen, seats: readonly Seat[]): Decision {
  const others = seats.filter(({ agent }) => agent.id !== chosen.agent.id);
  return {
    rule,
    facts: { ...factsOf(one), load: chosen.load, capacity: capacityOf(chosen.agent, one.policy) },
    passedOver: passing(others, (other) => whyNot(other, one) ?? whyAfter(other, one, chosen, rule)),
  };
}

/** Why somebody who could have had it did not come first. */
function whyAfter(other: Seat, { policy }: Case, chosen: Seat, rule: Chosen['rule']): string {
  if (rule === 'sticky' || rule === 'last_assignee') return 'did not handle this customer last';
  const isBusier = rule === 'least_busy' && shareOf(other, policy) > shareOf(chosen, policy);
  return isBusier ? `busier: ${other.load} of ${capacityOf(other.agent, policy)}` : 'had a ticket more recently';
}

/** Why a ticket is given to nobody. */
export function whyLeft(one: Case, seats: readonly Seat[]): Decision {
  const facts = factsOf(one);
  if (one.policy.settings.routing.strategy === 'manual') return { rule: 'manual', facts };
  const kept = keptFor(one, seats);
  const passedOver = passing(
    seats,
    (seat) => whyNot(seat, one) ?? `it waits for ${kept?.agent.name} until ${kept && timeIn(one, kept.until)}`,
  );
  if (one.opensAt !== one.now) return { rule: 'outside_hours', facts: { ...facts, opensAt: one.opensAt }, passedOver };
  if (kept && seats.some((seat) => isEligible(seat, one)))
    return {
      rule: 'waits_for_last_agent',
      facts: { ...facts, lastAgentId: kept.agent.id, lastAgent: kept.agent.name, patienceUntil: kept.until },
      passedOver,
    };
  return { rule: 'nobody_free', facts: { ...facts, online: seats.filter(({ agent }) => isOnline(agent)).length }, passedOver };
}

const factsOf = ({ ticket, team }: Case) => ({
  priority: ticket.priority,
  waitingSince: ticket.statusSince,
  ...(team ? { teamId: team.id, team: team.name } : {}),
});

/** More would bloat the history of a flood, and nobody reads them. */
const MOST_NAMED = 50;

const passing = (seats: readonly Seat[], why: (seat: Seat) => string): Decision['passedOver'] =>
  seats.slice(0, MOST_NAMED).map((seat) => ({ agentId: seat.agent.id, name: seat.agent.name, why: why(seat) }));
