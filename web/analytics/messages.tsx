import { Link } from '@tanstack/react-router';
import { ChannelMark } from '../parts/channel-mark';
import { useWords } from '../words';
import { Bars, BarsTable } from './bars';
import { InOut } from './in-out';
import { Panel } from './panel';
import type { SummaryJson } from './query';
import { useSaid } from './use-said';

/** Who wrote, and on which channels. Messages are counted, not as tickets: no list stands behind them, a report tells each. */
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
      chart={
        total === 0 ? (
          none
        ) : (
          <>
            <Bars rows={rows} />
            <OneByOne />
          </>
        )
      }
      table={
        total === 0 ? (
          none
        ) : (
          <>
            <BarsTable rows={rows} heads={[words.by, words.title]} total={{ name: analytics.total, value: total, of: null }} />
            <ByChannel summary={summary} />
            <ByType summary={summary} />
            <OneByOne />
          </>
        )
      }
    />
  );
}

const OneByOne = () => (
  <p className="below sm">
    <Link to="/reports">{useWords().analytics.messages.oneByOne}</Link>
  </p>
);

function ByChannel({ summary }: { readonly summary: SummaryJson }) {
  const words = useWords().analytics.messages;
  const rows = summary.channels.map(({ id, kind, name, messagesIn, messagesOut }) => ({
    key: id,
    in: messagesIn ?? 0,
    out: messagesOut ?? 0,
    name: (
      <span className="row tight">
        <ChannelMark kind={kind} flat />
        <bdi>{name}</bdi>
      </span>
    ),
  }));
  return <InOut head={words.channel} rows={rows} />;
}

/** By what they hold: texts, photos, files. */
function ByType({ summary }: { readonly summary: SummaryJson }) {
  const { analytics, inbox } = useWords();
  const { types: named, holds } = analytics.messages;
  const types = summary.messages?.types ?? [];
  const times = (type: string, direction: 'in' | 'out') =>
    types.find((one) => one.type === type && one.direction === direction)?.total ?? 0;
  const rows = [...new Set(types.map(({ type }) => type))].map((type) => ({
    key: type,
    name: named[type] ?? inbox.types[type] ?? inbox.otherType,
    in: times(type, 'in'),
    out: times(type, 'out'),
  }));
  return <InOut head={holds} rows={rows} />;
}
