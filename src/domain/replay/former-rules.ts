import type { FormerValue } from '../figures/kept';
import type { PartialSettings, Settings } from '../settings';
import { DEFAULT_SETTINGS, withSettings } from '../settings';
import type { Until } from './rules-then';

interface FormerRules {
  readonly settings: readonly Until<Settings>[];
  /** By channel. */
  readonly overrides: ReadonlyMap<string, readonly Until<PartialSettings>[]>;
}

/** What settings and overrides were before they changed, oldest first. What is newer than its record had its default. */
export function formerValuesOf(values: readonly FormerValue[]): FormerRules {
  const overrides = new Map<string, Until<PartialSettings>[]>();
  const settings: Until<Settings>[] = [];
  for (const { of, id, until, value } of values) {
    if (of === 'settings') settings.push({ until, value: withSettings(DEFAULT_SETTINGS, value as PartialSettings) });
    if (of !== 'channel') continue;
    const its = overrides.get(id) ?? [];
    overrides.set(id, its);
    its.push({ until, value: (value as { readonly overrides?: PartialSettings | null }).overrides ?? {} });
  }
  return { settings, overrides };
}
