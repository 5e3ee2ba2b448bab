import type { Channel } from '../../../api/types';
import { useMinute } from '../../../parts/now';
import { ProblemLine } from '../../../parts/problem-line';
import { useWords } from '../../../words';
import { useTimes } from '../../../words/times';
import { HealthState } from './health-state';
import { ProblemRow } from './problem-row';
import type { Health } from './queries';
import { useCheck } from './use-check';

interface Props {
  readonly channel: Channel;
  readonly health: Health;
}

/** The state in words, since when, and each problem with what to do about it. */
export function StateCard({ channel, health }: Props) {
  const { health: words } = useWords();
  const times = useTimes();
  const now = useMinute();
  const { go, error, under } = useCheck(channel.id, 'test');
  return (
    <section className="card healthcard">
      <div className="h">
        <h2>
          <HealthState state={health.state} />
        </h2>
        <span className="sm mute">{words.since(times.moment(health.since, now))}</span>
        <span className="grow" />
        {channel.trial ? null : (
          <button type="button" className="btn small" disabled={under} onClick={go}>
            {under ? words.checking : words.check}
          </button>
        )}
      </div>
      {error ? <ProblemLine error={error} what={words.notChecked} /> : null}
      {health.problems.length > 0 ? (
        <ul className="steps">
          {health.problems.map((problem) => (
            <ProblemRow key={problem.code} channel={channel} problem={problem} />
          ))}
        </ul>
      ) : (
        <p className="nothingwrong">{health.state === 'unknown' ? words.nothingKnown : words.nothing}</p>
      )}
      <p className="sm mute askedline" role="status">
        {channel.trial ? words.trial : health.checkedAt ? words.asked(times.moment(health.checkedAt, now)) : words.notAsked}
      </p>
    </section>
  );
}
