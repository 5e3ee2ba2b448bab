import { useMinute } from '../../../parts/now';
import { useWords } from '../../../words';
import { useTimes } from '../../../words/times';
import type { Health } from './queries';

/** When it turned good and bad, the newest first. */
export function History({ turns }: { readonly turns: Health['history'] }) {
  const { health } = useWords();
  const times = useTimes();
  const now = useMinute();
  return (
    <section className="card">
      <div className="h">
        <h2>{health.history.title}</h2>
      </div>
      {turns.length === 0 ? <p className="nothingwrong mute">{health.history.none}</p> : null}
      <ol className="turns">
        {turns.map(({ at, state, problems }) => (
          <li key={at}>
            <time dateTime={at} className="sm mute nw">
              {times.moment(at, now)}
            </time>
            <b className={state === 'bad' ? 'bad-t' : state === 'good' ? 'good' : 'mute'}>{health.history[state]}</b>
            <span className="sm soft">{problems.length > 0 ? health.problemCount(problems.length) : null}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
