import type { Setting } from '../../../src/domain/settings';
import { useWords } from '../../words';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { settingsOf } from './edits';
import './rules.css';
import { barFor } from './save-bar';
import { Scope } from './scope';
import { SettingCard } from './setting-card';
import { useSettingsForm } from './use-settings-form';

const AFTER_CLOSE = ['policy.quietClose', 'policy.reopenWithin', 'policy.keepExclusion'];
const AGENTS = /^policy\.(agents|autoAssign)/;

/** What agents may do, and what a customer's message does. */
export function PolicyPage() {
  const { rules, settings } = useWords();
  const { policy } = rules;
  const title = settings.frame.sections.policy;
  const { form, failed } = useSettingsForm('policy');
  if (!form) return <Loading title={title} error={failed} rows={8} />;
  const all = settingsOf('policy');
  const isAgents = ({ path }: Setting) => AGENTS.test(path);
  const isAfter = ({ path }: Setting) => AFTER_CLOSE.includes(path);
  const cards = [
    { title: policy.agents, rows: all.filter(isAgents) },
    { title: policy.customers, rows: all.filter((setting) => !isAgents(setting) && !isAfter(setting)) },
    { title: policy.bot, rows: all.filter(isAfter) },
  ];
  return (
    <SettingsFrame title={title} actions={<Scope group="policy" />} foot={barFor(form)}>
      <div className="form">
        {cards.map(({ title, rows }) => (
          <SettingCard key={title} title={title} rows={rows} form={form} />
        ))}
      </div>
    </SettingsFrame>
  );
}
