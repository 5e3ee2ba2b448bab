import { type ActChange, changesBetween } from '../../domain/acts';
import { DEFAULT_SETTINGS, type PartialSettings, type Settings, withSettings } from '../../domain/settings';
import type { Instant } from '../../domain/ticket';
import type { Page, Paged } from '../../ports/store';
import type { Desk } from '../desk';

/** A change of the settings: when, by whom, and what. */
export interface SettingsVersion {
  readonly at: Instant;
  /** Id of a person or token; null where nobody's was known. */
  readonly by: string | null;
  readonly changes: readonly ActChange[];
}

/** What the settings were changed to, newest first. */
export async function settingsVersions(desk: Desk, page: Page): Promise<Paged<SettingsVersion>> {
  const { data, nextCursor } = await desk.store.reads.formerSettings(page);
  const [first] = data;
  let then = first ? await settingsFrom(desk, first.until) : DEFAULT_SETTINGS;
  const versions = data.map(({ until, by, value }) => {
    const before = whole(value);
    const changes = changesBetween(before, then);
    then = before;
    return { at: until, by, changes };
  });
  return { data: versions, nextCursor };
}

/** The settings that held from a moment on. */
async function settingsFrom(desk: Desk, at: Instant): Promise<Settings> {
  const later = (await desk.store.reads.formerHouse(at)).find(({ of }) => of === 'settings');
  return later ? whole(later.value) : (await desk.house.refresh()).settings;
}

const whole = (value: unknown): Settings => withSettings(DEFAULT_SETTINGS, value as PartialSettings);
