import { useWords } from '../../words';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { settingsOf } from './edits';
import './rules.css';
import { barFor } from './save-bar';
import { Scope } from './scope';
import { SettingRow } from './setting-row';
import { useSettingsForm } from './use-settings-form';

/** How what is written goes out. */
export function DeliveryPage() {
  const { rules, settings } = useWords();
  const title = settings.frame.sections.delivery;
  const { form, failed } = useSettingsForm('delivery');
  if (!form) return <Loading title={title} error={failed} rows={4} />;
  return (
    <SettingsFrame title={title} actions={<Scope group="delivery" />} says={rules.delivery.says} foot={barFor(form)}>
      <section className="card rulecard form">
        {settingsOf('delivery').map((setting) => (
          <SettingRow key={setting.path} setting={setting} form={form} />
        ))}
      </section>
    </SettingsFrame>
  );
}
