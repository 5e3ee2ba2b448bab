import { useWorkspace } from '../../api/workspace';
import { Face } from '../../parts/face';
import { useLanguage, useWords } from '../../words';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { settingsOf } from './edits';
import './rules.css';
import { barFor } from './save-bar';
import { Scope } from './scope';
import { SettingCard } from './setting-card';
import { type SettingsForm, useSettingsForm } from './use-settings-form';

/** Those with a page of their own. */
const ELSEWHERE = ['routing.hours', 'routing.queueAlarmAfter', 'routing.warnBefore'];
const AWAY = ['routing.offlineGrace', 'routing.keepOnAway'];

/** Who gets the next ticket. */
export function RoutingPage() {
  const { rules, settings } = useWords();
  const { routing } = rules;
  const title = settings.frame.sections.routing;
  const { form, failed } = useSettingsForm('routing');
  if (!form) return <Loading title={title} error={failed} rows={4} />;
  const all = settingsOf('routing').filter(({ path }) => !ELSEWHERE.includes(path));
  const cards = [
    { title: routing.who, rows: all.filter(({ path }) => !AWAY.includes(path)) },
    { title: routing.away, rows: all.filter(({ path }) => AWAY.includes(path)) },
  ];
  return (
    <SettingsFrame title={title} actions={<Scope group="routing" />} foot={barFor(form)}>
      <div className="two">
        <div className="form">
          {cards.map(({ title, rows }) => (
            <SettingCard key={title} title={title} rows={rows} form={form} />
          ))}
        </div>
        <Now form={form} />
      </div>
    </SettingsFrame>
  );
}

/** Who could be given a ticket at this moment. */
function Now({ form }: { readonly form: SettingsForm }) {
  const { language, words } = useLanguage();
  const { routing } = words.rules;
  const online = useWorkspace().agents.filter(({ presence }) => presence === 'online');
  const names = new Intl.ListFormat(language).format(online.map(({ name }) => name));
  const byHand = form.value('routing.strategy') === 'manual';
  return (
    <section className="card aside">
      <div className="h">
        <h2>{routing.now}</h2>
      </div>
      <div className="says">
        {online.length > 0 && !byHand ? (
          <div className="faces">
            {online.slice(0, 12).map(({ id, name, presence }) => (
              <Face key={id} id={id} name={name} size={28} presence={presence} />
            ))}
          </div>
        ) : null}
        <p className="soft">{byHand ? routing.byHand : online.length > 0 ? routing.takes(names) : routing.nobody}</p>
      </div>
    </section>
  );
}
