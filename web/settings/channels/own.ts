import {
  type PartialSettings,
  policyErrors,
  SETTINGS,
  type Setting,
  type Settings,
  settingErrors,
  withSettings,
} from '../../../src/domain/settings';
import { same } from '../rules/durations';
import { patchOf, valueAt, whenOn } from '../rules/edits';

/** What a channel says of a setting: nothing (as the desk), a value of its own, or off. */
export type Mode = 'inherit' | 'own' | 'on' | 'off';

/** What was changed and not saved, by the path of the setting; undefined = as the desk. */
export type OwnEdits = Readonly<Record<string, unknown>>;

export const OWN = SETTINGS.filter(({ perChannel }) => perChannel);
export const GROUPS = ['timers', 'texts', 'policy', 'routing'] as const;

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function ownAt(overrides: PartialSettings, path: string): unknown {
  const [group = '', name = ''] = path.split('.');
  return (overrides as Groups)[group]?.[name];
}

/** The edits that still say something else than what is saved. */
export const standingOwn = (edits: OwnEdits, saved: PartialSettings): OwnEdits =>
  Object.fromEntries(Object.entries(edits).filter(([path, value]) => !same(value, ownAt(saved, path))));

/** All overrides as they would be: a PATCH takes the place of the former ones as a whole. */
export function overridesWith(saved: PartialSettings, edits: OwnEdits): PartialSettings {
  const whole = OWN.map(({ path }) => [path, path in edits ? edits[path] : ownAt(saved, path)] as const);
  return patchOf(Object.fromEntries(whole.filter(([, value]) => value !== undefined)));
}

/** The paths that can't be saved so, by the rules of the desk: single values, and timers that don't fit together. */
export function wrongOwn(desk: Settings, overrides: PartialSettings): ReadonlySet<string> {
  const single = settingErrors(overrides, { perChannel: true });
  const together = single.length > 0 ? [] : policyErrors(withSettings(desk, overrides));
  return new Set([...single, ...together].map(({ path }) => path));
}

export function modesOf({ type, nullable }: Setting): readonly Mode[] {
  if (type === 'boolean') return ['inherit', 'on', 'off'];
  return nullable ? ['inherit', 'own', 'off'] : ['inherit', 'own'];
}

export function modeOf({ type }: Setting, own: unknown): Mode {
  if (own === undefined) return 'inherit';
  if (own === null || own === false) return 'off';
  return type === 'boolean' ? 'on' : 'own';
}

/** The value that choosing a mode begins with: what the desk has, or a sound beginning. */
export function valueFor(mode: Mode, setting: Setting, desk: Settings): unknown {
  if (mode === 'inherit') return undefined;
  if (mode === 'off') return setting.type === 'boolean' ? false : null;
  return setting.type === 'boolean' ? true : whenOn(setting, valueAt(desk, setting.path));
}
