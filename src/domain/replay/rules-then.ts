import type { Policy } from '../policy';
import { policyOf } from '../policy';
import { type PartialSettings, type Settings, withSettings } from '../settings';
import type { Team } from '../team';
import type { Instant } from '../ticket';
import type { Rules } from './record';

/** What held until some moment; null: what holds now. */
export interface Until<T> {
  readonly until: Instant;
  readonly value: T;
}

interface History {
  readonly settings: Settings;
  /** What they were before, oldest first. */
  readonly formerSettings: readonly Until<Settings>[];
  readonly overrides: PartialSettings;
  readonly formerOverrides: readonly Until<PartialSettings>[];
  /** Intermediate stages, with when they were deleted. */
  readonly stages: readonly { readonly key: string; readonly deletedAt: Instant | null }[];
  readonly teams: ReadonlyMap<string, Team>;
}

/** Other settings, from a moment on. */
export interface Otherwise {
  readonly from: Instant;
  readonly patch: PartialSettings;
}

/** The rules of a channel as they were, or as they would have been: each state of them is made once. */
export function rulesThen(history: History, otherwise: Otherwise | null): Pick<Rules, 'policyAt' | 'changes'> {
  const deleted = history.stages.flatMap(({ deletedAt }) => deletedAt ?? []);
  const moments = [
    ...history.formerSettings.map(({ until }) => until),
    ...history.formerOverrides.map(({ until }) => until),
    ...deleted,
    ...(otherwise ? [otherwise.from] : []),
  ];
  const changes = [...new Set(moments)].sort((a, b) => a - b);
  const made = new Map<number, Policy>();
  return {
    changes,
    policyAt(at) {
      const place = placeIn(changes, at);
      const policy = made.get(place) ?? policyThen(history, otherwise, changes[place - 1] ?? Number.NEGATIVE_INFINITY, place);
      made.set(place, policy);
      return policy;
    },
  };
}

/** How many of the moments are over: a change holds at its own moment. */
function placeIn(moments: readonly Instant[], at: Instant): number {
  let place = moments.length;
  while (place > 0 && (moments[place - 1] as Instant) > at) place--;
  return place;
}

function policyThen(history: History, otherwise: Otherwise | null, at: Instant, version: number): Policy {
  const settings = then(history.formerSettings, history.settings, at);
  const laid = otherwise && at >= otherwise.from ? withSettings(settings, otherwise.patch) : settings;
  const stages = history.stages.flatMap(({ key, deletedAt }) => (deletedAt === null || at < deletedAt ? [key] : []));
  const overrides = then(history.formerOverrides, history.overrides, at);
  return policyOf(laid, overrides, version, { stages: new Set(stages), teams: history.teams });
}

const then = <T>(former: readonly Until<T>[], now: T, at: Instant): T => former.find(({ until }) => at < until)?.value ?? now;
