import { type FieldError, Refusal } from '../../domain/errors';
import { type PartialSettings, policyErrors, type Settings, settingErrors, withSettings } from '../../domain/settings';
import { cleanDeep } from '../../domain/text';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { ROUTING, transact } from '../transact';

/** Merges a change into the settings; open tickets follow at once. `invalid` names every wrong path, and nothing is changed then. */
export async function changeSettings(desk: Desk, { patch }: { readonly patch: PartialSettings }): Promise<Settings> {
  const settings = await transact(desk, async (tx) => {
    const changed = settingsAfter(await tx.house(), patch);
    await tx.saveSettings(changed);
    return changed;
  });
  await desk.house.refresh();
  desk.queue.wake([ROUTING]);
  return settings;
}

/** The settings with the change laid on them, which every channel's overrides must still fit. */
export function settingsAfter({ settings, channels }: House, patch: PartialSettings): Settings {
  mustBeRight(settingErrors(patch, { perChannel: false }));
  const changed = withSettings(settings, cleanDeep(patch));
  mustBeRight(policyErrors(changed));
  for (const channel of channels) mustBeRight(policyErrors(withSettings(changed, channel.overrides)), `channels.${channel.id}.`);
  return changed;
}

/** `invalid` with all of them, when there are any. */
export function mustBeRight(errors: readonly FieldError[], prefix = ''): void {
  if (errors.length === 0) return;
  const named = errors.map(({ path, message }) => ({ path: `${prefix}${path}`, message }));
  throw new Refusal('invalid', named.map(({ path, message }) => `${path}: ${message}`).join('; '), { errors: named });
}
