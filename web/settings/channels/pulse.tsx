import { useWords } from '../../words';
import { barsOf, HEIGHT, inTens, WIDTH } from './bars';

/** Events of each of the last sixty minutes; for readers of screens as a table of ten minutes a row. */
export function Pulse({ perMinute }: { readonly perMinute: readonly number[] }) {
  const { live } = useWords().channels;
  const total = perMinute.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <svg
        className="pulse"
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={live.pulseLabel(total)}
      >
        {barsOf(perMinute).map((bar) => (
          <rect key={bar.x} x={bar.x} y={bar.y} width="2.2" height={bar.height} rx="1" />
        ))}
      </svg>
      <table className="unseen">
        <caption>{live.pulse}</caption>
        <thead>
          <tr>
            <th scope="col">{live.time}</th>
            <th scope="col">{live.events}</th>
          </tr>
        </thead>
        <tbody>
          {inTens(perMinute).map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">{live.pulseTen(from, to)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
