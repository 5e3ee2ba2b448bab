import { z } from 'zod';
import { SETTINGS, type Setting, type Settings, settingErrors } from '../../domain/settings';
import { HoursShape } from './hours';

type Groups = Record<string, Record<string, z.ZodType>>;

/** A group of schemas for each group of settings; `make` says how a setting becomes a field. */
function grouped(settings: readonly Setting[], make: (setting: Setting) => z.ZodType): Groups {
  const groups: Groups = {};
  for (const setting of settings) {
    const [group = '', name = ''] = setting.path.split('.');
    groups[group] ??= {};
    groups[group][name] = make(setting);
  }
  return groups;
}

const PLAIN: Record<Setting['type'], (setting: Setting) => z.ZodType> = {
  duration: () => z.string().meta({ format: 'duration' }),
  boolean: () => z.boolean(),
  integer: ({ min = 0, max = Number.MAX_SAFE_INTEGER }) => z.int().min(min).max(max),
  text: () => z.string().max(4096),
  choice: ({ choices = [] }) => z.enum(choices as [string, ...string[]]),
  zone: () => z.string(),
  language: () => z.string(),
  hours: () => HoursShape,
  template: () => z.object({ name: z.string(), language: z.string() }),
};

function shown(setting: Setting): z.ZodType {
  const plain = PLAIN[setting.type](setting);
  return (setting.nullable ? plain.nullable() : plain).meta({ description: setting.says, default: setting.default });
}

/** The table's own check, so that a form, the API and an action refuse with the same words. */
function checked(setting: Setting, perChannel: boolean): z.ZodType {
  const [group = '', name = ''] = setting.path.split('.');
  return shown(setting)
    .superRefine((value, context) => {
      const [error] = settingErrors({ [group]: { [name]: value } }, { perChannel });
      if (error) context.addIssue({ code: 'custom', message: error.message });
    })
    .optional();
}

function patch(settings: readonly Setting[], perChannel: boolean) {
  const groups = grouped(settings, (setting) => checked(setting, perChannel));
  return z.strictObject(Object.fromEntries(Object.entries(groups).map(([group, fields]) => [group, z.strictObject(fields).optional()])));
}

const whole = grouped(SETTINGS, shown);

/** One group of the settings, whole. */
export const settingsGroup = (group: keyof Settings) => z.object(whole[group] ?? {});

export const SettingsShape = z
  .object(Object.fromEntries(Object.entries(whole).map(([group, fields]) => [group, z.object(fields)])))
  .meta({ id: 'Settings', description: 'Durations are ISO 8601; null switches a timer off.' });

export const SettingsPatch = patch(SETTINGS, false).meta({
  id: 'SettingsPatch',
  description: 'Merged by key: what is missing stays, null is a value.',
});

export const Overrides = patch(
  SETTINGS.filter((setting) => setting.perChannel),
  true,
).meta({
  id: 'Overrides',
  description: 'What this channel does otherwise. Missing = inherited, null = off. Replaces the former object as a whole.',
});
