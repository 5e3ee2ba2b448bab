import type { Hours } from '../../../src/domain/hours';
import {
  type PartialSettings,
  policyErrors,
  SETTINGS,
  type Setting,
  type Settings,
  settingErrors,
  withSettings,
} from '../../../src/domain/settings';
import { same } from './durations';

/** What was changed and not saved, by the path of the setting. */
export type Edits = Readonly<Record<string, unknown>>;

/** All settings of the desk, or those in which a channel differs from it. */
type Saved = Settings | PartialSettings;

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const valueAt = (saved: Saved, path: string): unknown => {
  const [group = '', name = ''] = path.split('.');
  return (saved as unknown as Groups)[group]?.[name];
};

/** The edits with one more; a value that is as it was is no edit. */
export function edited(edits: Edits, settings: Settings, path: string, value: unknown): Edits {
  const { [path]: _, ...rest } = edits;
  return same(value, valueAt(settings, path)) ? rest : { ...rest, [path]: value };
}

/** The edits that still say something else than what is saved. */
export const standing = (edits: Edits, saved: Saved): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([path, value]) => !same(value, valueAt(saved, path))));

/** The body of a PATCH. */
export function patchOf(edits: Edits): PartialSettings {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of Object.entries(edits)) {
    const [group = '', name = ''] = path.split('.');
    groups[group] = { ...groups[group], [name]: value };
  }
  return groups as PartialSettings;
}

/** The paths that can't be saved so, by the table that the server checks by: single values, and timers that don't fit together. */
export function wrongIn(over: PartialSettings, desk: Settings, { perChannel = false } = {}): ReadonlySet<string> {
  const single = settingErrors(over, { perChannel });
  const together = single.length > 0 ? [] : policyErrors(withSettings(desk, over));
  return new Set([...single, ...together].map(({ path }) => path));
}

/** The settings of one group, in the order of the table. */
export const settingsOf = (group: keyof Settings): readonly Setting[] => SETTINGS.filter(({ path }) => path.startsWith(`${group}.`));

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const WEEKDAYS: Hours = {
  timeZone: 'UTC',
  days: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE, sat: [], sun: [] },
  holidays: [],
};

// biome-ignore format: a table is read in columns
const BEGINNINGS: Readonly<Record<string, unknown>> = {
  'timers.idleCloseAfter':       'PT24H',
  'timers.idleReminderBefore':   'PT2H',
  'timers.inProgressAfter':      'PT24H',
  'timers.closeUnassignedAfter': 'P1D',
  'timers.confirmCloseAfter':    'P1D',
  'routing.hours':               WEEKDAYS,
  'routing.stickyPatience':      'PT5M',
  'routing.queueAlarmAfter':     'PT15M',
  'policy.reopenWithin':         'P1D',
  'delivery.fallbackTemplate':   { name: '', language: '' },
};

/** What stands in a field when its switch is turned on: as it was, as it is by default, or a sound beginning. */
export const whenOn = ({ path, type, default: usual }: Setting, saved: unknown): unknown =>
  saved ?? usual ?? BEGINNINGS[path] ?? (type === 'duration' ? 'PT1H' : '');
