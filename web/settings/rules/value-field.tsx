import type { Setting, TemplateName } from '../../../src/domain/settings';

import { LANGUAGES } from '../../words';
import { DurationField } from './duration-field';
import { NumberField } from './number-field';
import { Options } from './options';
import { TemplateField } from './template-field';
import { TextField } from './text-field';
import type { SettingsForm } from './use-settings-form';

interface Props {
  readonly setting: Setting;
  readonly form: SettingsForm;
  readonly name: string;
  /** Where it is said what is wrong. */
  readonly wrongId: string;
}

/** The field of a setting, by its type. */
export function ValueField({ setting, form, name, wrongId }: Props) {
  const { path, type } = setting;
  const given = form.value(path);
  const wrong = form.wrong(path) ? wrongId : undefined;
  const shared = { name, changed: form.isChanged(path), wrong };
  const set = (value: unknown) => form.set(path, value);
  if (type === 'duration') return <DurationField {...shared} value={String(given)} onChange={set} />;
  if (type === 'integer') return <NumberField {...shared} value={given as number} onChange={set} />;
  if (type === 'text') return <TextField {...shared} value={String(given)} max={setting.max ?? 4096} onChange={set} />;
  if (type === 'template') return <TemplateField {...shared} value={given as TemplateName | null} onChange={set} />;
  const options = type === 'zone' ? zones(String(given)) : languages(String(given));
  return <Options {...shared} value={String(given)} options={options} onChange={set} />;
}

const zones = (now: string): readonly (readonly [string, string])[] =>
  [...new Set([now, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort().map((zone) => [zone, zone.replaceAll('_', ' ')]);

const languages = (now: string): readonly (readonly [string, string])[] => {
  const known: (readonly [string, string])[] = Object.entries(LANGUAGES);
  return known.some(([tag]) => tag === now) ? known : [[now, now], ...known];
};
