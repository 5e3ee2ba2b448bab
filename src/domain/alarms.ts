import { hoursOf } from './eligible';
import { type Decision, SYSTEM } from './events';
import { workingTimeAfter } from './hours';
import type { Policy } from './policy';
import { record } from './record';
import { type Aim, aimsOf, soonFrom } from './targets';
import { type Instant, isSnoozed, type Ticket } from './ticket';
import type { Step } from './transitions';

export const ALARMS = ['target_warning', 'target_missed', 'queue_alarm', 'window_closing'] as const;
export type AlarmKind = (typeof ALARMS)[number];

/** What the desk says once when its time has come: it changes nothing else about a ticket, and postpones nothing. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly dueAt: Instant;
  /** What it is about, and since when that runs: it is not said again of the same. */
  readonly about: string;
  readonly since: Instant;
  /** Of a target. */
  readonly aim?: Aim;
}

/** What is still to be said of an open ticket, soonest first. */
export function alarmsOf(ticket: Ticket, policy: Policy): Alarm[] {
  const alarms = [
    ...aimsOf(ticket, policy).flatMap((aim) => alarmsFor(aim, policy)),
    ...queueAlarm(ticket, policy),
    ...windowAlarm(ticket, policy),
  ];
  const told = new Set(ticket.told ?? []);
  return alarms
    .filter(
      (alarm) => !told.has(entryOf(alarm)) && !(alarm.kind === 'target_warning' && told.has(entryOf({ ...alarm, kind: 'target_missed' }))),
    )
    .sort((a, b) => a.dueAt - b.dueAt);
}

function alarmsFor(aim: Aim, policy: Policy): Alarm[] {
  if (aim.endedAt !== null) return [];
  const of = { about: aim.kind, since: aim.from, aim };
  return [
    { kind: 'target_warning', dueAt: soonFrom(aim, policy), ...of },
    { kind: 'target_missed', dueAt: aim.dueAt, ...of },
  ];
}

function queueAlarm(ticket: Ticket, policy: Policy): Alarm[] {
  if (policy.queueAlarmAfter === null || ticket.status !== 'pending' || isSnoozed(ticket)) return [];
  const since = Math.max(ticket.statusSince, ticket.aliveSince);
  const dueAt = workingTimeAfter(hoursOf(ticket, policy), since, policy.queueAlarmAfter);
  return dueAt === null ? [] : [{ kind: 'queue_alarm', dueAt, about: 'queue', since }];
}

/** While the customer waits: once the window is over they can't be answered freely. Whoever has been answered need not be. */
function windowAlarm({ waiting, windowClosesAt }: Ticket, { windowWarnBefore }: Policy): Alarm[] {
  if (!waiting || windowClosesAt === null || windowWarnBefore === null) return [];
  return [{ kind: 'window_closing', dueAt: windowClosesAt - windowWarnBefore, about: 'window', since: windowClosesAt }];
}

const entryOf = ({ kind, about, since }: Pick<Alarm, 'kind' | 'about' | 'since'>): string => `${kind} ${about} ${since}`;

const CAUSES: Record<AlarmKind, string> = {
  target_warning: 'target_soon',
  target_missed: 'target_missed',
  queue_alarm: 'queue_alarm',
  window_closing: 'window_soon',
};

/** The ticket of which it was said. A warning that comes after its target is missed says that instead. */
export function raise(ticket: Ticket, alarm: Alarm, policy: Policy, at: Instant): Step {
  const kind = alarm.aim && alarm.aim.dueAt <= at ? 'target_missed' : alarm.kind;
  const entry = entryOf({ ...alarm, kind });
  const others = (ticket.told ?? []).filter((told) => !told.startsWith(`${kind} ${alarm.about} `));
  return record(ticket, {
    type: 'decided',
    cause: CAUSES[kind],
    actor: SYSTEM,
    at,
    decision: { rule: kind, facts: factsOf(alarm, ticket, policy) },
    patch: { told: [...others, entry] },
  });
}

function factsOf({ kind, aim, since, dueAt }: Alarm, ticket: Ticket, policy: Policy): Decision['facts'] {
  if (kind === 'window_closing')
    return { closesAt: since, waitingSince: ticket.unansweredSince, windowWarnBefore: policy.settings.delivery.windowWarnBefore };
  const inWorkingHours = hoursOf(ticket, policy) !== null;
  if (!aim) return { waitingSince: since, queueAlarmAfter: policy.settings.routing.queueAlarmAfter, dueAt, inWorkingHours };
  return { target: aim.kind, countsFrom: aim.from, within: aim.within, dueAt: aim.dueAt, inWorkingHours };
}
