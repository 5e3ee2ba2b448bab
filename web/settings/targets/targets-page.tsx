import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { About } from '../about';
import { Loading } from '../loading';
import { settingsOf } from '../rules/edits';
import '../rules/rules.css';
import { SettingCard } from '../rules/setting-card';
import { type SettingsForm, useSettingsForm } from '../rules/use-settings-form';
import { SettingsFrame } from '../settings-frame';
import { FIELDS, twice } from './list';
import { TargetLine } from './target-line';
import './targets.css';
import { type TargetsForm, useTargets } from './use-targets';

const WARNINGS = ['routing.warnBefore', 'routing.queueAlarmAfter'];

/** How soon tickets are to be answered and solved, and when the desk says that it gets late. */
export function TargetsPage() {
  const { settings, aims } = useWords();
  const title = settings.frame.sections.targets;
  const { form: list, failed } = useTargets();
  const { form, failed: refused } = useSettingsForm('targets');
  if (!list || !form) return <Loading title={title} error={failed ?? refused} rows={4} />;
  return (
    <SettingsFrame title={title} foot={hasChanged(list, form) ? <Bar list={list} form={form} /> : null}>
      <Aims list={list} />
      <div className="two">
        <div className="form">
          <SettingCard title={aims.warnings} rows={settingsOf('routing').filter(({ path }) => WARNINGS.includes(path))} form={form} />
        </div>
        <About title={aims.about} says={aims.aboutSays} />
      </div>
    </SettingsFrame>
  );
}

function Aims({ list }: { readonly list: TargetsForm }) {
  const { aims } = useWords();
  const doubled = twice(list.lines);
  return (
    <section className="card aims">
      <div className="h">
        <h2>{aims.title}</h2>
      </div>
      {list.lines.length === 0 ? (
        <p className="mute none">{aims.empty}</p>
      ) : (
        <div className="aimheads sm mute" aria-hidden="true">
          <span>{aims.whose}</span>
          {FIELDS.map((field) => (
            <span key={field}>{aims.fields[field]}</span>
          ))}
        </div>
      )}
      <ol>
        {list.lines.map((line) => (
          <TargetLine
            key={line.key}
            line={line}
            twice={doubled.has(line.key)}
            onChange={(over) => list.change(line.key, over)}
            onRemove={() => list.remove(line.key)}
          />
        ))}
      </ol>
      <p className="foot">
        <button type="button" className="btn small" onClick={list.add}>
          <Icon name="plus" />
          {aims.add}
        </button>
      </p>
    </section>
  );
}

const hasChanged = (list: TargetsForm, form: SettingsForm): boolean => list.changed || Object.keys(form.edits).length > 0;

/** One bar for the list and for the warnings: nobody saves twice. */
function Bar({ list, form }: { readonly list: TargetsForm; readonly form: SettingsForm }) {
  const { rules, common } = useWords();
  const settings = Object.keys(form.edits).length;
  const saving = list.saving || form.saving;
  const error = list.error ?? form.error;
  const discard = () => {
    list.discard();
    form.discard();
  };
  const save = async () => {
    if (list.changed) await list.save();
    if (settings > 0) await form.save();
  };
  return (
    <>
      {error ? <ProblemLine error={error} what={common.problems.notSaved} /> : null}
      <span className="grow soft">{rules.bar.changes(settings + Number(list.changed))}</span>
      <button type="button" className="btn quiet" disabled={saving} onClick={discard}>
        {rules.bar.discard}
      </button>
      <button type="button" className="btn go" disabled={saving || !list.sound || !form.sound} onClick={() => void save()}>
        {saving ? common.saving : common.save}
      </button>
    </>
  );
}
