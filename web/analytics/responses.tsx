import { useWords } from '../words';
import type { Behind } from './behind';
import { Count } from './number';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useSaid } from './use-said';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** In how many minutes people had a first answer. */
export function Responses({ summary, behind }: Props) {
  const words = useWords().analytics.response;
  const said = useSaid();
  const { n = 0, median = null, p90 = null, histogram = [], target = null } = summary.durations.first_response ?? {};
  const names = histogram.map(({ to }, at) => nameOf(to, histogram[at - 1]?.to ?? null, words));
  const none = median === null || p90 === null;
  const sentence = none ? words.none : words.label(said.lasting(median), said.lasting(p90));
  const table = (
    <table className="t mini">
      <thead>
        <tr>
          <th scope="col">{words.minutes}</th>
          <th scope="col" className="r">
            {words.tickets}
          </th>
        </tr>
      </thead>
      <tbody>
        {histogram.map((bar, at) => (
          <tr key={String(bar.to)}>
            <td>{names[at]}</td>
            <td className="r">
              <Count value={bar.n} of={behind('first_response', between(histogram, at))} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const chart = none ? (
    <p className="none mute">{words.none}</p>
  ) : (
    <>
      <Standing histogram={histogram} names={names} within={target?.seconds ?? null} behind={behind} />
      <p className="below">
        <b>{words.within(said.lasting(median), said.lasting(p90)).half}</b>
        {words.within(said.lasting(median), said.lasting(p90)).nine}{' '}
        {target ? words.target(said.lasting(target.seconds), target.within) : null}
      </p>
    </>
  );
  return <Panel title={words.title} says={words.says(n)} label={sentence} chart={chart} table={table} />;
}

type Bars = readonly { readonly to: number | null; readonly n: number }[];

/** The seconds between which a bar lies: more than, and at most. */
const between = (bars: Bars, at: number) => ({
  ...(at > 0 ? { over: String(bars[at - 1]?.to) } : {}),
  ...(bars[at]?.to == null ? {} : { upTo: String(bars[at]?.to) }),
});

interface StandingProps {
  readonly histogram: Bars;
  readonly names: readonly string[];
  /** Bars up to here are drawn in full colour. */
  readonly within: number | null;
  readonly behind: Behind;
}

function Standing({ histogram, names, within, behind }: StandingProps) {
  const most = Math.max(1, ...histogram.map(({ n }) => n));
  return (
    <ul className="columns">
      {histogram.map((bar, at) => (
        <li key={String(bar.to)} className={within !== null && (bar.to === null || bar.to > within) ? 'over' : ''}>
          <Count value={bar.n} of={behind('first_response', between(histogram, at))} label={names[at] ?? ''} />
          <span className="col" style={{ height: `${(bar.n / most) * 100}px` }} aria-hidden="true" />
          <span className="at">{names[at]}</span>
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof useWords>['analytics']['response'];

function nameOf(to: number | null, from: number | null, { under, between: both, over }: Words): string {
  if (to === null) return over((from ?? 0) / 60);
  return from === null ? under(to / 60) : both(from / 60, to / 60);
}
