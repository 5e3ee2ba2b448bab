import type { ReactNode } from 'react';
import type { Setting } from '../../../src/domain/settings';
import { SettingRow } from './setting-row';
import type { SettingsForm } from './use-settings-form';

interface Props {
  readonly title: string;
  readonly rows: readonly Setting[];
  readonly form: SettingsForm;
  readonly className?: string;
  /** What is said after the sentence of a setting. */
  readonly after?: (setting: Setting) => ReactNode;
}

/** Settings that belong together, under their title. */
export function SettingCard({ title, rows, form, className = '', after }: Props) {
  return (
    <section className={`card rulecard ${className}`}>
      <div className="h">
        <h2>{title}</h2>
      </div>
      {rows.map((setting) => (
        <SettingRow key={setting.path} setting={setting} form={form}>
          {after?.(setting)}
        </SettingRow>
      ))}
    </section>
  );
}
