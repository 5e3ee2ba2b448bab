import { milliseconds, parseDuration } from './duration';
import { hoursOf } from './eligible';
import type { FieldError } from './errors';
import { workingTimeAfter } from './hours';
import type { Policy } from './policy';
import { type Team, teamNow } from './team';
import { type Instant, isOpen, type Priority, type Ticket } from './ticket';

export const TARGET_KINDS = ['first_answer', 'next_answer', 'resolution'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export const TARGET_STATES = ['running', 'soon', 'missed', 'met'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/**
 * How soon tickets of a priority and a team are to be answered and resolved, in working hours. Durations are ISO 8601.
 * Field by field the most specific row that has one decides: team and priority, team, priority, neither.
 */
export interface Target {
  /** null = every team. */
  readonly teamId: string | null;
  /** null = every priority. */
  readonly priority: Priority | null;
  readonly firstAnswer: string | null;
  readonly nextAnswer: string | null;
  readonly resolution: string | null;
}

/** A target of one ticket. */
export interface Aim {
  readonly kind: TargetKind;
  /** Where it counts from. */
  readonly from: Instant;
  readonly within: string;
  readonly dueAt: Instant;
  /** When it was answered or closed; null while that is awaited. */
  readonly endedAt: Instant | null;
}

type Spell = Pick<Aim, 'from' | 'endedAt'> | null;

interface Row {
  readonly of: 'firstAnswer' | 'nextAnswer' | 'resolution';
  /** null: there is nothing to aim for. */
  readonly spell: (ticket: Ticket) => Spell;
}

/** A ticket that began with the desk's own message has had its first answer; a failed one waits for the next. */
// biome-ignore format: a table is read in columns
const ROWS: Record<TargetKind, Row> = {
  first_answer: { of: 'firstAnswer', spell: (t) => (isFirstAnswerAwaited(t) ? { from: t.createdAt, endedAt: t.firstResponseAt } : null) },
  next_answer:  { of: 'nextAnswer',  spell: (t) => (t.firstResponseAt !== null && t.unansweredSince !== null ? { from: t.unansweredSince, endedAt: null } : null) },
  resolution:   { of: 'resolution',  spell: (t) => ({ from: t.openedAt ?? t.createdAt, endedAt: t.closedAt }) },
};

const isFirstAnswerAwaited = (ticket: Ticket): boolean =>
  ticket.firstResponseAt === null ? isOpen(ticket) : ticket.firstResponseAt > ticket.createdAt;

/** The targets of a ticket under these rules, those that it has met or missed too. */
export function aimsOf(ticket: Ticket, policy: Policy): Aim[] {
  if (policy.targets.length === 0) return [];
  return TARGET_KINDS.flatMap((kind) => {
    const { of, spell } = ROWS[kind];
    const [running, within] = [spell(ticket), withinOf(ticket, policy.targets, of)];
    const dueAt = running && within && workingTimeAfter(hoursOf(ticket, policy), running.from, milliseconds(within));
    return running && within && typeof dueAt === 'number' ? [{ kind, ...running, within, dueAt }] : [];
  });
}

function withinOf({ teamId, priority }: Ticket, targets: readonly Target[], of: Row['of']): string | null {
  const fits = (target: Target) => (target.teamId ?? teamId) === teamId && (target.priority ?? priority) === priority;
  const weight = (target: Target) => Number(target.teamId !== null) * 2 + Number(target.priority !== null);
  return (
    targets
      .filter((target) => target[of] !== null && fits(target))
      .sort((a, b) => weight(b) - weight(a))
      .at(0)?.[of] ?? null
  );
}

/** When a target counts as due soon: `warnBefore` ahead, but not before half of its time is over. */
export const soonFrom = ({ from, dueAt }: Aim, { warnBefore }: Policy): Instant =>
  Math.max(dueAt - warnBefore, Math.ceil((from + dueAt) / 2));

export function stateOf(aim: Aim, policy: Policy, now: Instant): TargetState {
  if (aim.endedAt !== null) return aim.endedAt <= aim.dueAt ? 'met' : 'missed';
  if (aim.dueAt <= now) return 'missed';
  return soonFrom(aim, policy) <= now ? 'soon' : 'running';
}

/** When the next target of an open ticket is due, or was; null when none runs. */
export function nextDue(ticket: Ticket, policy: Policy): Instant | null {
  const running = aimsOf(ticket, policy).filter(({ endedAt }) => endedAt === null);
  return running.length === 0 ? null : Math.min(...running.map(({ dueAt }) => dueAt));
}

/** Those whose team is there: rows of one that was deleted are gone with it. */
export const liveTargets = (targets: readonly Target[], teams: readonly Team[]): Target[] =>
  targets.filter(({ teamId }) => teamId === null || teamNow(teamId, teams) !== null);

/** What is wrong with a list of targets: a team that is not there, a duration, a row given twice. */
export function targetErrors(targets: readonly Target[], teamIds: ReadonlySet<string>): FieldError[] {
  const seen = new Set<string>();
  return targets.flatMap((target, at) => {
    const twice = seen.has(rowOf(target));
    seen.add(rowOf(target));
    return [
      ...(twice ? [{ path: `targets.${at}`, message: 'another row is for the same team and priority' }] : []),
      ...(target.teamId !== null && !teamIds.has(target.teamId) ? [{ path: `targets.${at}.teamId`, message: 'no such team' }] : []),
      ...Object.values(ROWS).flatMap(({ of }) => durationErrors(target[of], `targets.${at}.${of}`)),
    ];
  });
}

function durationErrors(text: string | null, path: string): FieldError[] {
  const parsed = text === null ? 0 : parseDuration(text);
  return typeof parsed === 'number' ? [] : [{ path, message: parsed.error }];
}

const rowOf = ({ teamId, priority }: Target): string => `${teamId ?? ''} ${priority ?? ''}`;
