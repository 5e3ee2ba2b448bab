import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { DifferenceJson } from '../../../src/http/schemas/replay';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';
import { useClock } from '../../board/past/use-clock';
import { Empty } from '../../parts/empty';
import { ProblemLine } from '../../parts/problem-line';
import { cityOf } from '../../ticket/zoned';
import { useLanguage } from '../../words';
import '../audit/audit.css';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { Outcome } from './outcome';
import './replay.css';
import { type Replay, replayQuery } from './use-replay';

/** The tickets that would have gone otherwise, one by one. */
export function ReplayPage() {
  const { words } = useLanguage();
  const { replay: says } = words.rules;
  const { replayId } = useParams({ from: '/desk/settings/replays/$replayId' });
  const { data: replay, error } = useQuery(replayQuery(replayId));
  const pages = useDifferences(replayId);
  const { says: moments, zone } = useClock();
  const rows = pages.data?.pages.flatMap(({ data }) => data);
  const title = says.listTitle;
  if (!rows || !replay) return <Loading title={title} error={pages.error ?? error} rows={8} />;
  const period = `${says.over(moments.date(Date.parse(replay.from)), moments.date(Date.parse(replay.to) - 1))} · ${words.board.past.zone(cityOf(zone))}`;
  return (
    <SettingsFrame title={title} crumb="timers" says={period}>
      <div className="audit">
        {rows.length === 0 ? <NoRows state={replay.state} /> : <Differences rows={rows} moment={(at) => moments.brief(Date.parse(at))} />}
        {pages.error ? <ProblemLine error={pages.error} what={says.notDone} /> : null}
        {pages.hasNextPage ? (
          <button type="button" className="btn small more" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {says.more}
          </button>
        ) : null}
      </div>
    </SettingsFrame>
  );
}

/** Nothing differs, or nothing came out. */
function NoRows({ state }: { readonly state: Replay['state'] }) {
  const { replay: says } = useLanguage().words.rules;
  if (state === 'ready') return <Empty icon="history" title={says.sameTitle} says={says.same} />;
  const why = { queued: says.going, running: says.going, failed: says.failed, cancelled: says.cancelled }[state];
  return <Empty icon="history" title={says.notDone} says={why} />;
}

function useDifferences(id: string) {
  return useInfiniteQuery({
    queryKey: ['replay-tickets', id],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return get<Page<DifferenceJson>>(`/replays/${id}/tickets?limit=100${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

interface RowsProps {
  readonly rows: readonly DifferenceJson[];
  readonly moment: (at: string) => string;
}

function Differences({ rows, moment }: RowsProps) {
  const { replay: says } = useLanguage().words.rules;
  return (
    <div className="card log differences">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{says.columns.ticket}</th>
            <th scope="col">{says.columns.since}</th>
            <th scope="col">{says.columns.before}</th>
            <th scope="col">{says.columns.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.chatId} ${row.ticket?.id ?? row.since}`} row={row} moment={moment} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row: { ticket, contactName, channel, since, estimated, before, after },
  moment,
}: { readonly row: DifferenceJson } & Pick<RowsProps, 'moment'>) {
  const { words } = useLanguage();
  const { replay: says } = words.rules;
  const name = contactName ?? words.common.noName;
  return (
    <tr>
      <td className="what">
        {ticket ? (
          <Link to="/inbox/$view/{-$ticketId}" params={{ view: 'open', ticketId: ticket.id }}>
            #{ticket.number} <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
        <span className="sm mute block">
          <bdi>{channel.name}</bdi>
        </span>
      </td>
      <td className="nw">
        {moment(since)}
        {estimated ? <span className="sm mute block">{says.estimated}</span> : null}
      </td>
      <td>
        <span className="unseen">{says.columns.before}: </span>
        <Outcome outcome={before} moment={moment} />
      </td>
      <td>
        <span className="unseen">{says.columns.after}: </span>
        <Outcome outcome={after} moment={moment} />
      </td>
    </tr>
  );
}
