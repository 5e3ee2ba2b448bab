import { useState } from 'react';
import { type PartialSettings, type Settings, withSettings } from '../../../src/domain/settings';
import type { Channel } from '../../api/types';
import { type Edits, standing, valueAt, wrongIn } from '../rules/edits';
import type { SettingsForm } from '../rules/use-settings-form';
import { overridesWith } from './own';
import { useChannelSave } from './use-channel-save';

/** What a channel does otherwise, with what was changed and not saved. It looks to fields and previews like the form of the desk's settings. */
export function useOwnForm(channel: Channel, desk: Settings) {
  const [all, keep] = useState<Edits>({});
  const [turn, setTurn] = useState(0);
  const saving = useChannelSave(channel);
  const saved = channel.overrides as PartialSettings;
  const edits = standing(all, saved);
  const overrides = overridesWith(saved, edits);
  const wrongs = wrongIn(overrides, desk, { perChannel: true });
  const own = (path: string) => (path in edits ? edits[path] : valueAt(saved, path));
  const forget = () => {
    keep({});
    setTurn((former) => former + 1);
  };
  const discard = () => {
    forget();
    saving.reset();
  };
  const form: SettingsForm = {
    settings: withSettings(desk, wrongs.size > 0 ? saved : overrides),
    edits,
    turn,
    saving: saving.saving,
    error: saving.error,
    sound: wrongs.size === 0,
    value: (path) => (own(path) === undefined ? valueAt(desk, path) : own(path)),
    was: (path) => valueAt(saved, path) ?? valueAt(desk, path),
    isChanged: (path) => path in edits,
    set: (path, value) => {
      keep({ ...edits, [path]: value });
      saving.reset();
    },
    wrong: (path) => wrongs.has(path) || (saving.refused?.[`overrides.${path}`] ?? false),
    save: async () => {
      if (await saving.save({ overrides: overrides as Channel['overrides'] })) forget();
    },
    discard,
  };
  return { form, own, overrides, saving };
}

export type OwnForm = ReturnType<typeof useOwnForm>;
