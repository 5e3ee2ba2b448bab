import { type PartialSettings, SETTINGS, type Setting, type Settings } from '../../../src/domain/settings';
import { type Edits, patchOf, valueAt, whenOn } from '../rules/edits';

/** What a channel says of a setting: nothing (as the desk), a value of its own, or off. */
export type Mode = 'inherit' | 'own' | 'on' | 'off';

export const OWN = SETTINGS.filter(({ perChannel }) => perChannel);
export const GROUPS = ['timers', 'texts', 'policy', 'routing', 'delivery'] as const;

/** All overrides as they would be: a PATCH takes the place of the former ones as a whole. An edit that is undefined: as the desk. */
export function overridesWith(saved: PartialSettings, edits: Edits): PartialSettings {
  const whole = OWN.map(({ path }) => [path, path in edits ? edits[path] : valueAt(saved, path)] as const);
  return patchOf(Object.fromEntries(whole.filter(([, value]) => value !== undefined)));
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
