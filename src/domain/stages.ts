import { invalid } from './errors';
import type { Actor, Decision } from './events';
import type { Policy } from './policy';
import { inTurn, nothing, record } from './record';
import { type Instant, isOpen, isSnoozed, type Ticket } from './ticket';
import { illegal, move, type Step } from './transitions';

/** Stages that the desk itself sets; they can't be renamed or deleted (LIFECYCLE §6). */
export const SYSTEM_STAGES = ['open', 'closed', 'snoozed', 'auto_closed'] as const;
export type SystemStage = (typeof SYSTEM_STAGES)[number];

export const STAGE_COLORS = ['ink', 'sky', 'teal', 'moss', 'ochre', 'clay', 'rose', 'violet'] as const;

export const isSystemStage = (key: string): key is SystemStage => (SYSTEM_STAGES as readonly string[]).includes(key);

interface Act {
  readonly actor: Actor;
  readonly at: Instant;
  readonly policy: Pick<Policy, 'stages'>;
}

/** Sets a ticket aside until a time, or until the customer replies (`until: null`). Active and idle ones leave their agent (T2, T8). */
export function snooze(ticket: Ticket, { until, actor, at }: Omit<Act, 'policy'> & { readonly until: Instant | null }): Step {
  if (!isOpen(ticket)) throw illegal(ticket.status, 'snoozed');
  mustBeAhead(until, at);
  const held = ticket.status === 'active' || ticket.status === 'idle';
  return inTurn(
    ticket,
    (now) => (held ? move(now, { cause: 'set_in_progress', actor, at }) : nothing(now)),
    (now) =>
      record(now, {
        type: 'snoozed',
        cause: 'snoozed',
        actor,
        at,
        patch: { stage: 'snoozed', stageBeforeSnooze: stageToRemember(now), snoozedUntil: until, snoozeUntilReply: until === null },
        data: { until, untilReply: until === null },
      }),
  );
}

/** Refuses a moment that has passed. */
export function mustBeAhead(until: Instant | null, at: Instant): void {
  if (until !== null && until <= at) throw invalid('until', 'must be in the future');
}

const stageToRemember = (ticket: Ticket): string | null =>
  isSnoozed(ticket) ? ticket.stageBeforeSnooze : isSystemStage(ticket.stage) ? null : ticket.stage;

interface Waking extends Act {
  readonly cause?: string;
  /** The stage that a person chose instead of the one before the snooze. */
  readonly stage?: string;
  readonly decision?: Decision;
}

/** Ends a snooze: the stage comes back, and a ticket that was set aside returns to the queue (T7). Nothing for a ticket that is not snoozed. */
export function wake(ticket: Ticket, waking: Waking): Step {
  if (!isSnoozed(ticket)) return nothing(ticket);
  const { actor, at, decision } = waking;
  return inTurn(
    ticket,
    (now) => endSnooze(now, waking),
    (now) => (now.status === 'in_progress' ? move(now, { cause: 'woken', actor, at, ...(decision ? { decision } : {}) }) : nothing(now)),
  );
}

/** Ends a snooze and changes no status: what every assignment does. Nothing for a ticket that is not snoozed. */
export function endSnooze(ticket: Ticket, { actor, at, policy, cause = 'woken', stage, decision }: Waking): Step {
  if (!isSnoozed(ticket)) return nothing(ticket);
  const before = ticket.stageBeforeSnooze;
  const back = before !== null && policy.stages.has(before) ? before : 'open';
  return record(ticket, {
    type: 'woken',
    cause,
    actor,
    at,
    patch: { stage: stage ?? back, stageBeforeSnooze: null, snoozedUntil: null, snoozeUntilReply: false, aliveSince: at },
    ...(decision ? { decision } : {}),
  });
}
