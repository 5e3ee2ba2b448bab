import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWorkspace } from '../../api/workspace';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { SelectBox } from '../../parts/select-box';
import { useLanguage } from '../../words';
import { patchOf } from '../rules/edits';
import type { SettingsForm } from '../rules/use-settings-form';
import { monthOf, PERIODS, type Period, type PeriodName, periodOf } from './periods';
import './replay.css';
import { ReplayLines } from './replay-lines';
import { type Replaying, useReplay } from './use-replay';

/** What a past week or month would have been like under the changes that are not saved yet. */
export function ReplayCard({ form }: { readonly form: SettingsForm }) {
  const { language, words } = useLanguage();
  const { replay: says } = words.rules;
  const zone = String(useWorkspace().locale.timeZone);
  const now = useMinute();
  const [name, choose] = useState<PeriodName>('month');
  const period = periodOf(name, now, zone);
  const replaying = useReplay(period, patchOf(form.edits));
  const changed = Object.keys(form.edits).length > 0;
  const spoken = (one: PeriodName, of: Period) => (one === 'week' ? says.lastWeek : says.inMonth(monthOf(of, language)));
  return (
    <section className="card replaycard" aria-labelledby="replay-title">
      <div className="h">
        <h2 id="replay-title">{says.title(spoken(name, period))}</h2>
      </div>
      <div className="says soft">
        {changed && form.sound ? (
          <>
            <Result replaying={replaying} />
            <div className="row">
              <SelectBox aria-label={says.period} value={name} onChange={({ target }) => choose(target.value as PeriodName)}>
                {PERIODS.map((one) => (
                  <option key={one} value={one}>
                    {one === 'week' ? says.week : monthOf(periodOf(one, now, zone), language)}
                  </option>
                ))}
              </SelectBox>
              <StartButton replaying={replaying} />
            </div>
          </>
        ) : (
          <p>{changed ? words.rules.preview.wrong : says.unchanged}</p>
        )}
      </div>
    </section>
  );
}

function StartButton({ replaying: { replay, stale, going, start, cancel } }: { readonly replaying: Replaying }) {
  const { rules, common } = useLanguage().words;
  const says = rules.replay;
  if (replay?.state === 'ready' && !stale) return null;
  return (
    <>
      <button type="button" className="btn small" disabled={going} onClick={start}>
        {going ? says.going : says.start}
      </button>
      {going ? (
        <button type="button" className="btn small quiet" disabled={cancel === null} onClick={cancel ?? undefined}>
          {common.cancel}
        </button>
      ) : null}
    </>
  );
}

/** The former result stays, dimmed, until the new one is there. */
function Result({ replaying: { replay, stale, going, error } }: { readonly replaying: Replaying }) {
  const { replay: says } = useLanguage().words.rules;
  const ended = stale ? undefined : replay?.state;
  const [failed, cancelled] = [ended === 'failed', ended === 'cancelled'];
  return (
    <div className="replayed" aria-live="polite" aria-busy={going}>
      {error ? <ProblemLine error={error} what={says.notDone} /> : null}
      {failed ? <p className="bad-t">{says.failed}</p> : null}
      {cancelled && !going ? <p>{says.cancelled}</p> : null}
      {going && replay && replay.progress.chats > 0 ? <Progress {...replay.progress} /> : null}
      {replay?.result ? (
        <div className={stale || going ? 'dim' : ''}>
          <ReplayLines result={replay.result} />
          {replay.result.differ > 0 ? (
            <Link to="/settings/replays/$replayId" params={{ replayId: replay.id }}>
              {says.see(replay.result.differ)}
            </Link>
          ) : replay.result.before.tickets > 0 ? (
            <p>{says.same}</p>
          ) : null}
        </div>
      ) : going || failed || cancelled || error ? null : (
        <p>{says.offer}</p>
      )}
      {replay?.result && stale && !going ? <p className="sm mute">{says.stale}</p> : null}
    </div>
  );
}

function Progress({ chats, done }: { readonly chats: number; readonly done: number }) {
  const { replay: says } = useLanguage().words.rules;
  return (
    <>
      <p>{says.progress(done, chats)}</p>
      <progress max={chats} value={done} aria-label={says.going} />
    </>
  );
}
