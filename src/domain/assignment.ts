import type { Actor, Decision } from './events';
import type { Policy } from './policy';
import { inTurn, nothing, record } from './record';
import { endSnooze } from './stages';
import type { Instant, Ticket } from './ticket';
import { illegal, move, type Step } from './transitions';

interface Assigning {
  readonly agentId: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly policy: Policy;
  /** Why, for tickets that keep their status: `reassigned`, `transferred`, `taken_over`. */
  readonly cause?: string;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Gives a ticket to an agent: T1, T6, or `reassigned` without a change of status. Ends a snooze first. */
export function give(ticket: Ticket, { agentId, actor, at, policy, cause = 'reassigned', decision, data }: Assigning): Step {
  const why = { ...(decision ? { decision } : {}), ...(data ? { data } : {}) };
  return inTurn(
    ticket,
    (now) => endSnooze(now, { actor, at, policy, cause: 'assigned' }),
    (now) => {
      switch (now.status) {
        case 'pending':
        case 'in_progress':
          return move(now, { cause: 'assigned', actor, at, agentId, ...why });
        case 'active':
        case 'idle':
        case 'proactive':
          return now.assigneeId === agentId
            ? nothing(now)
            : record(now, { type: 'assigned', cause, actor, at, patch: handOver(now, agentId), ...why });
        case 'closed':
          throw illegal('closed', 'assigned');
      }
    },
  );
}

const handOver = (ticket: Ticket, agentId: string) => ({
  assigneeId: agentId,
  lastAssigneeId: ticket.assigneeId ?? ticket.lastAssigneeId,
  releasedFrom: null,
});

interface Sending {
  /** null = none. */
  readonly teamId: string | null;
  readonly actor: Actor;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Sends a ticket to a team: an active one to its queue (T5); one that waits keeps its place in the queue. */
export function sendToTeam(ticket: Ticket, { teamId, actor, at, data }: Sending): Step {
  if (ticket.status === 'pending' && ticket.teamId === teamId) return nothing(ticket);
  if (ticket.status === 'pending') return record(ticket, { type: 'updated', cause: 'transferred', actor, at, patch: { teamId }, data });
  return move({ ...ticket, teamId }, { cause: 'transferred', actor, at, data });
}

interface Clearing extends Partial<Pick<Sending, 'teamId' | 'data'>> {
  readonly actor: Actor;
  readonly at: Instant;
  readonly cause: string;
}

/** Takes an idle or proactive ticket from an agent who is gone for good; nobody has it then. */
export function clearAssignee(ticket: Ticket, { actor, at, cause, teamId = ticket.teamId, data }: Clearing): Step {
  return record(ticket, {
    type: 'assigned',
    cause,
    actor,
    at,
    patch: { assigneeId: null, lastAssigneeId: ticket.assigneeId ?? ticket.lastAssigneeId, teamId },
    ...(data ? { data } : {}),
  });
}

/** Lifts `excludeFromClosing` after what ends it (LIFECYCLE §5), unless the policy keeps it. */
export function liftExclusion(ticket: Ticket, { actor, at, policy }: { actor: Actor; at: Instant; policy: Policy }): Step {
  if (!ticket.excludeFromClosing || policy.settings.policy.keepExclusion) return nothing(ticket);
  return record(ticket, {
    type: 'updated',
    cause: 'exclusion_lifted',
    actor,
    at,
    patch: { excludeFromClosing: false },
    data: { excludeFromClosing: { from: true, to: false } },
  });
}
