import { useMinute } from '../../parts/now';
import { useLanguage, useWords } from '../../words';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { settingsOf } from './edits';
import './rules.css';
import { barFor } from './save-bar';
import { SettingCard } from './setting-card';
import { useSettingsForm } from './use-settings-form';

/** The desk's own clock and language. */
export function GeneralPage() {
  const { rules, settings } = useWords();
  const { general } = rules;
  const title = settings.frame.sections.general;
  const { form, failed } = useSettingsForm('locale');
  if (!form) return <Loading title={title} error={failed} rows={2} />;
  return (
    <SettingsFrame title={title} foot={barFor(form)}>
      <SettingCard
        title={general.place}
        className="form plain"
        rows={settingsOf('locale')}
        form={form}
        after={({ type, path }) => (type === 'zone' ? <Clock zone={String(form.value(path))} /> : null)}
      />
    </SettingsFrame>
  );
}

function Clock({ zone }: { readonly zone: string }) {
  const { language, words } = useLanguage();
  const now = useMinute();
  const clock = new Intl.DateTimeFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return <>{words.rules.general.now(clock.format(now))}</>;
}
