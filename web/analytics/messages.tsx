import { ChannelMark } from '../parts/channel-mark';
import { useWords } from '../words';
import { Bars, BarsTable } from './bars';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useSaid } from './use-said';

/** Who wrote, and on which channels. Messages are counted one by one, not as tickets. */
export function Messages({ summary }: { readonly summary: SummaryJson }) {
  const { analytics } = useWords();
  const words = analytics.messages;
  const { count } = useSaid();
  const authors = summary.messages?.authors ?? [];
  const total = summary.metrics.messages?.total ?? 0;
  const rows = authors.map(({ author, direction, total: value }) => ({
    key: `${author} ${direction}`,
    name: words.authors[author] ?? author,
    value,
    of: null,
  }));
  const none = <p className="none mute">{summary.messages === null ? words.notByTeam : words.none}</p>;
  return (
    <Panel
      title={words.title}
      says={summary.messages === null ? undefined : count(total)}
      chart={total === 0 ? none : <Bars rows={rows} />}
      table={
        total === 0 ? (
          none
        ) : (
          <>
            <BarsTable rows={rows} heads={[words.by, words.title]} total={{ name: analytics.total, value: total, of: null }} />
            <ByChannel summary={summary} />
          </>
        )
      }
    />
  );
}

function ByChannel({ summary }: { readonly summary: SummaryJson }) {
  const words = useWords().analytics.messages;
  const { count } = useSaid();
  return (
    <table className="t mini second">
      <thead>
        <tr>
          <th scope="col">{words.channel}</th>
          <th scope="col" className="r">
            {words.in}
          </th>
          <th scope="col" className="r">
            {words.out}
          </th>
        </tr>
      </thead>
      <tbody>
        {summary.channels.map(({ id, kind, name, messagesIn, messagesOut }) => (
          <tr key={id}>
            <td>
              <span className="row tight">
                <ChannelMark kind={kind} flat />
                <bdi>{name}</bdi>
              </span>
            </td>
            <td className="r">{count(messagesIn ?? 0)}</td>
            <td className="r">{count(messagesOut ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
