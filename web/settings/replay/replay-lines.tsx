import { useLanguage } from '../../words';
import type { Replay } from './use-replay';

type Result = NonNullable<Replay['result']>;
type Figures = Result['before'];

interface Row {
  readonly key: 'wentIdle' | 'closedByThemselves' | 'backWithinDay' | 'ticketsPerAgent' | 'waitingSeconds';
  /** More of it is worse: it is said in amber. */
  readonly warns: boolean;
}

const ROWS: readonly Row[] = [
  { key: 'wentIdle', warns: false },
  { key: 'closedByThemselves', warns: false },
  { key: 'backWithinDay', warns: true },
  { key: 'waitingSeconds', warns: true },
  { key: 'ticketsPerAgent', warns: false },
];

/** What was, and what would have been. */
export function ReplayLines({ result: { before, after, unclear } }: { readonly result: Result }) {
  const { replay: says } = useLanguage().words.rules;
  const said = useSaid();
  if (before.tickets === 0 && after.tickets === 0) return <p>{says.empty}</p>;
  return (
    <>
      <dl className="wouldbe">
        {ROWS.filter(({ key }) => before[key] !== null || after[key] !== null).map(({ key, warns }) => (
          <div key={key} className="row spread">
            <dt>{says.figures[key]}</dt>
            <dd className="nw">
              <span className="unseen">{says.fromTo(said(key, before), said(key, after))}</span>
              <span aria-hidden="true">
                <span className="mute">
                  {said(key, before)} <span className="arrow flips">→</span>
                </span>{' '}
                <b className={warns && (after[key] ?? 0) > (before[key] ?? 0) ? 'warn-t' : undefined}>{said(key, after)}</b>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {unclear > 0 ? <p className="sm mute">{says.unclear(unclear)}</p> : null}
    </>
  );
}

function useSaid(): (key: Row['key'], figures: Figures) => string {
  const { language, words } = useLanguage();
  return (key, figures) => {
    const value = figures[key];
    if (value === null) return words.rules.replay.none;
    if (key === 'waitingSeconds') return words.common.lasting(value * 1000);
    return value.toLocaleString(language, { maximumFractionDigits: 1 });
  };
}
