import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { Stamp } from './event-row';
import { Head } from './event-table';
import { OutcomeWord } from './outcome-word';
import type { Webhook } from './queries';

/** What was turned away: grouped by reason, for nothing of it is kept. */
export function RejectedTable({ rejected }: { readonly rejected: Webhook['rejected'] }) {
  const { log, live } = useWords().channels;
  return (
    <>
      <p className="hint icontext aboutrejected">
        <Icon name="info" size="s" />
        {log.rejectedSays}
      </p>
      {rejected.length === 0 ? (
        <p className="nothing mute">{log.empty.rejected}</p>
      ) : (
        <table className="t events">
          <Head />
          <tbody>
            {rejected.map(({ code, count, lastAt, from }) => (
              <tr key={code}>
                <td className="mono nw soft">
                  <Stamp at={lastAt} />
                </td>
                <td className="which">{log.times(count)}</td>
                <td>
                  <OutcomeWord outcome="rejected" />
                </td>
                <td className="soft what">
                  {live.reasons[code]}
                  {from ? <bdi>, {live.from(from)}</bdi> : null}
                </td>
                <td className="r nw sm mute">{log.notKept}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
