import { type Agent, isOnline } from './agent';
import { type Hours, nextOpening } from './hours';
import { clockTime, DAY_MS } from './local-time';
import type { Policy } from './policy';
import { hoursOfTeam, type Team } from './team';
import type { Instant, Ticket } from './ticket';

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

/** The team whose the ticket is; null when it is nobody's in particular, or the team is gone. */
export const teamOf = ({ teamId }: Pick<Ticket, 'teamId'>, policy: Policy): Team | null =>
  (teamId === null ? null : policy.teams.get(teamId)) ?? null;

/** Whether an agent answers a team's tickets; nobody's in particular are everybody's. */
export const isIn = ({ teamIds }: Pick<Agent, 'teamIds'>, team: Team | null): boolean => team === null || teamIds.includes(team.id);

/** The hours in which a ticket is worked on: its team's, else the workspace's; null = always. */
export const hoursOf = (ticket: Pick<Ticket, 'teamId'>, policy: Policy): Hours | null =>
  hoursOfTeam(teamOf(ticket, policy), policy.settings);

export const capacityOf = (agent: Pick<Agent, 'capacity'>, policy: Policy): number => agent.capacity ?? policy.settings.routing.capacity;

export const hasRoom = ({ agent, load }: Candidate, policy: Policy): boolean => load < capacityOf(agent, policy);

/** How full an agent is, from 0 to 1 and above. */
export const shareOf = ({ agent, load }: Candidate, policy: Policy): number => load / capacityOf(agent, policy);

export const lastAgentOf = ({ ticket, lastHandledBy }: Waiting): string | null => ticket.lastAssigneeId ?? lastHandledBy;

/** A ticket as routing looks at it at one moment. */
export interface Case extends Waiting {
  readonly team: Team | null;
  /** When people work on it: now, later, or never (null). */
  readonly opensAt: Instant | null;
  readonly now: Instant;
}

/** Looks at tickets at one moment; each set of hours is worked out once. */
export function casesAt(now: Instant): (one: Waiting) => Case {
  const openings = new Map<Hours | null, Instant | null>();
  return (one) => {
    const hours = hoursOf(one.ticket, one.policy);
    if (!openings.has(hours)) openings.set(hours, nextOpening(hours, now));
    return { ...one, team: teamOf(one.ticket, one.policy), opensAt: openings.get(hours) ?? null, now };
  };
}

interface Bar {
  readonly stands: (seat: Candidate, one: Case) => boolean;
  readonly says: (seat: Candidate, one: Case) => string;
}

const FULL: Bar = {
  stands: (seat, { policy }) => !hasRoom(seat, policy),
  says: ({ agent, load }, { policy }) => `${load} of ${capacityOf(agent, policy)}`,
};

/** What keeps an agent from a ticket, in words that the ticket's history shows; the first that stands is told. */
const BARS: readonly Bar[] = [
  {
    stands: ({ agent }) => !isOnline(agent),
    says: ({ agent }, one) => `${agent.presence} since ${timeIn(one, agent.presenceSince)}`,
  },
  {
    stands: ({ agent }, { team }) => !isIn(agent, team),
    says: (_, { team }) => `not in the team ${team?.name}`,
  },
  { stands: ({ agent }, { ticket }) => ticket.releasedFrom === agent.id, says: () => 'it was given back' },
  {
    stands: (_, { opensAt, now }) => opensAt !== now,
    says: (_, one) => `outside working hours${one.opensAt === null ? '' : ` until ${timeIn(one, one.opensAt, 'day')}`}`,
  },
  FULL,
];

const barOf = (seat: Candidate, one: Case): Bar | undefined => BARS.find(({ stands }) => stands(seat, one));

export const isEligible = (seat: Candidate, one: Case): boolean => barOf(seat, one) === undefined;

/** Why this agent can't have the ticket; null when they can. */
export const whyNot = (seat: Candidate, one: Case): string | null => barOf(seat, one)?.says(seat, one) ?? null;

/** A time by the clocks of the workspace; with its day unless that is plain. */
export function timeIn({ policy, now }: Pick<Case, 'policy' | 'now'>, at: Instant, least: 'time' | 'day' = 'time'): string {
  const distance = Math.abs(at - now);
  return clockTime(policy.settings.locale.timeZone, at, distance < DAY_MS / 2 ? least : distance < 6 * DAY_MS ? 'day' : 'date');
}

interface Kept {
  readonly agent: Agent;
  readonly until: Instant;
}

/** For whom a ticket is kept though others have room: who handled the customer last is there, but full, and patience lasts. */
export function keptFor(one: Case, seats: readonly Candidate[]): Kept | null {
  const { settings, stickyPatience } = one.policy;
  if (!settings.routing.sticky || stickyPatience === null) return null;
  const until = one.ticket.statusSince + stickyPatience;
  const last = seats.find(({ agent }) => agent.id === lastAgentOf(one));
  return last && until > one.now && barOf(last, one) === FULL ? { agent: last.agent, until } : null;
}
