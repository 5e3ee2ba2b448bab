import { milliseconds } from './duration';
import { type PartialSettings, type Settings, withSettings } from './settings';
import type { Target } from './targets';
import type { Team } from './team';

/** The rules that hold for the tickets of one channel: the settings with that channel's overrides, durations in milliseconds. */
export interface Policy {
  /** Counter of the settings that these rules were made from. */
  readonly version: number;
  readonly settings: Settings;
  /** Keys of the intermediate stages that exist. */
  readonly stages: ReadonlySet<string>;
  /** Teams that exist, by id. */
  readonly teams: ReadonlyMap<string, Team>;
  readonly targets: readonly Target[];
  readonly idleAfter: number | null;
  readonly idleCloseAfter: number | null;
  readonly idleReminderBefore: number | null;
  readonly autoCloseAfter: number | null;
  readonly inProgressAfter: number | null;
  readonly closeUnassignedAfter: number | null;
  readonly confirmCloseAfter: number | null;
  readonly stickyPatience: number | null;
  readonly queueAlarmAfter: number | null;
  readonly warnBefore: number;
  readonly catchUp: number;
  readonly reopenWithin: number | null;
  readonly staleAfter: number;
  readonly queuedAlarmAfter: number | null;
  readonly windowWarnBefore: number | null;
}

/** What the rules name beside the settings. */
export type Around = Pick<Policy, 'stages' | 'teams' | 'targets'>;

/** The rules of a channel under version `version` of the settings. */
export function policyOf(
  settings: Settings,
  overrides: PartialSettings,
  version: number,
  { stages = new Set(), teams = new Map(), targets = [] }: Partial<Around> = {},
): Policy {
  const merged = withSettings(settings, overrides);
  const { timers, routing, policy, delivery } = merged;
  return {
    version,
    settings: merged,
    stages,
    teams,
    targets,
    idleAfter: milliseconds(timers.idleAfter),
    idleCloseAfter: milliseconds(timers.idleCloseAfter),
    idleReminderBefore: milliseconds(timers.idleReminderBefore),
    autoCloseAfter: milliseconds(timers.autoCloseAfter),
    inProgressAfter: milliseconds(timers.inProgressAfter),
    closeUnassignedAfter: milliseconds(timers.closeUnassignedAfter),
    confirmCloseAfter: milliseconds(timers.confirmCloseAfter),
    stickyPatience: milliseconds(routing.stickyPatience),
    queueAlarmAfter: milliseconds(routing.queueAlarmAfter),
    warnBefore: milliseconds(routing.warnBefore),
    catchUp: milliseconds(timers.catchUp),
    reopenWithin: milliseconds(policy.reopenWithin),
    staleAfter: milliseconds(policy.staleAfter),
    queuedAlarmAfter: milliseconds(delivery.queuedAlarmAfter),
    windowWarnBefore: milliseconds(delivery.windowWarnBefore),
  };
}
