import { milliseconds } from './duration';
import { type PartialSettings, type Settings, withSettings } from './settings';

/** The rules that hold for the tickets of one channel: the settings with that channel's overrides, durations in milliseconds. */
export interface Policy {
  /** Counter of the settings that these rules were made from. */
  readonly version: number;
  readonly settings: Settings;
  /** Keys of the intermediate stages that exist. */
  readonly stages: ReadonlySet<string>;
  readonly idleAfter: number | null;
  readonly idleCloseAfter: number | null;
  readonly idleReminderBefore: number | null;
  readonly autoCloseAfter: number | null;
  readonly inProgressAfter: number | null;
  readonly closeUnassignedAfter: number | null;
  readonly catchUp: number;
  readonly reopenWithin: number | null;
  readonly staleAfter: number;
}

/** The rules of a channel under version `version` of the settings. */
export function policyOf(settings: Settings, overrides: PartialSettings, version: number, stages: ReadonlySet<string> = new Set()): Policy {
  const merged = withSettings(settings, overrides);
  const { timers, policy } = merged;
  return {
    version,
    settings: merged,
    stages,
    idleAfter: milliseconds(timers.idleAfter),
    idleCloseAfter: milliseconds(timers.idleCloseAfter),
    idleReminderBefore: milliseconds(timers.idleReminderBefore),
    autoCloseAfter: milliseconds(timers.autoCloseAfter),
    inProgressAfter: milliseconds(timers.inProgressAfter),
    closeUnassignedAfter: milliseconds(timers.closeUnassignedAfter),
    catchUp: milliseconds(timers.catchUp),
    reopenWithin: milliseconds(policy.reopenWithin),
    staleAfter: milliseconds(policy.staleAfter),
  };
}
