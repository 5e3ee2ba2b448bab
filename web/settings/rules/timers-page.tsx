import { Link } from '@tanstack/react-router';
import type { Settings } from '../../../src/domain/settings';
import { useWords } from '../../words';
import { Loading } from '../loading';
import { ReplayCard } from '../replay/replay-card';
import { VersionsCard } from '../replay/versions-card';
import { SettingsFrame } from '../settings-frame';
import { patchOf, settingsOf } from './edits';
import { Impact } from './impact';
import { LifeLine } from './life-line';
import './rules.css';
import { barFor } from './save-bar';
import { Scope } from './scope';
import { SettingCard } from './setting-card';
import { useForeseen } from './use-foreseen';
import { type SettingsForm, useSettingsForm } from './use-settings-form';

/** Those about a silent customer, in the order in which they come; all others stand below. */
const SILENT = ['timers.idleAfter', 'timers.idleReminderBefore', 'timers.idleCloseAfter'];

/** When tickets move by themselves, and which would move now. */
export function TimersPage() {
  const title = useWords().settings.frame.sections.timers;
  const { form, failed } = useSettingsForm('timers');
  return form ? <Timers form={form} /> : <Loading title={title} error={failed} rows={6} />;
}

function Timers({ form }: { readonly form: SettingsForm }) {
  const title = useWords().settings.frame.sections.timers;
  const foreseen = useForeseen('/settings/preview', form, patchOf(form.edits));
  const moves = foreseen.stale ? undefined : foreseen.preview?.tickets;
  return (
    <SettingsFrame title={title} actions={<Scope group="timers" />} foot={barFor(form, moves)}>
      <div className="two">
        <div className="form">
          <LifeLine timers={withTextOnly(form.settings)} />
          <Rows form={form} />
          <VersionsCard group="timers" turn={form.turn} />
        </div>
        <div className="beside">
          <Impact form={form} foreseen={foreseen} plan={{ patch: patchOf(form.edits) }} />
          <ReplayCard form={form} />
        </div>
      </div>
    </SettingsFrame>
  );
}

/** A reminder without a text is not sent, and so not drawn. */
const withTextOnly = ({ timers, texts }: Settings): Settings['timers'] =>
  texts.reminder === null ? { ...timers, idleReminderBefore: null } : timers;

function Rows({ form }: { readonly form: SettingsForm }) {
  const { timers } = useWords().rules;
  const all = settingsOf('timers');
  const silent = SILENT.flatMap((path) => all.filter((setting) => setting.path === path));
  const others = all.filter(({ path }) => !SILENT.includes(path));
  return (
    <>
      <SettingCard
        title={timers.silent}
        rows={silent}
        form={form}
        after={({ path }) => (path === 'timers.idleReminderBefore' ? <AboutReminder form={form} /> : null)}
      />
      <SettingCard title={timers.always} rows={others} form={form} />
    </>
  );
}

/** A reminder needs a close that it comes before, and a text. */
function AboutReminder({ form }: { readonly form: SettingsForm }) {
  const { timers } = useWords().rules;
  if (form.value('timers.idleReminderBefore') === null) return null;
  const lacks = form.value('timers.idleCloseAfter') === null ? timers.noClose : form.was('texts.reminder') === null ? timers.noText : null;
  return (
    <>
      {lacks ? <span className="warn-t">{lacks} </span> : null}
      <Link to="/settings/{-$section}" params={{ section: 'texts' }}>
        {timers.editText}
      </Link>
    </>
  );
}
