import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parseDuration } from '../../src/domain/duration';
import type { MetricId } from '../../src/domain/figures/metrics';
import { useWorkspace } from '../api/workspace';
import { useWords } from '../words';
import type { Asked } from './asked';
import type { Behind } from './behind';
import { comparedCount, comparedSeconds, comparedShare, percentOf, shareOf } from './compared';
import { lastingParts } from './lasting';
import { liveQuery, type SummaryJson } from './query';
import type { TicketsSearch } from './tickets-search';
import { useSaid } from './use-said';

interface Props {
  readonly summary: SummaryJson;
  readonly behind: Behind;
}

/** Six numbers that say how it went, each with the period before, each the way to its tickets. */
export function Tiles({ asked, summary, behind }: Props & { readonly asked: Asked }) {
  const words = useWords().analytics.tiles;
  return (
    <section className="tiles" aria-label={words.label}>
      <CountTile metric="new_tickets" name={words.new} summary={summary} behind={behind} />
      <CountTile metric="closed_tickets" name={words.closed} summary={summary} behind={behind} />
      <LastingTile metric="first_response" name={words.response} summary={summary} behind={behind} />
      <LastingTile metric="resolution" name={words.resolution} summary={summary} behind={behind} />
      <BotTile summary={summary} behind={behind} />
      <WaitingTile asked={asked} />
    </section>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly says: string;
  readonly of: TicketsSearch | null;
}

function Tile({ name, value, says, of }: TileProps) {
  const inside = (
    <>
      <span className="lab">{name}</span>
      <span className="num">{value}</span>
      <span className="sm mute">{says}</span>
    </>
  );
  return of ? (
    <Link className="tile" to="/analytics/tickets" search={of}>
      {inside}
    </Link>
  ) : (
    <div className="tile">{inside}</div>
  );
}

type OneProps = Props & { readonly metric: MetricId; readonly name: string };

function CountTile({ metric, name, summary, behind }: OneProps) {
  const words = useWords().analytics;
  const said = useSaid();
  const [now, before] = [summary.metrics[metric]?.total ?? 0, summary.before?.metrics[metric]?.total];
  const says = before === undefined ? '' : comparedCount(now, before, words.compared, said.count);
  return <Tile name={name} value={said.count(now)} says={says} of={now === 0 ? null : behind(metric)} />;
}

function LastingTile({ metric, name, summary, behind }: OneProps) {
  const words = useWords().analytics;
  const said = useSaid();
  const { median = null, n = 0 } = summary.durations[metric] ?? {};
  const compared = summary.before
    ? comparedSeconds(median, summary.before.durations[metric]?.median ?? null, words.compared, said.lasting)
    : words.tiles.ofTickets(n);
  if (median === null) return <Tile name={name} value="" says={words.tiles.noneYet} of={null} />;
  return <Tile name={name} value={<Lasting seconds={median} />} says={`${words.tiles.median}; ${compared}`} of={behind(metric)} />;
}

/** A duration as large numbers with small units. */
function Lasting({ seconds }: { readonly seconds: number }) {
  return lastingParts(seconds, useWords().analytics.units).map(([value, unit], at) => (
    <span key={unit}>
      {at > 0 ? ' ' : ''}
      {value} <small>{unit}</small>
    </span>
  ));
}

function BotTile({ summary, behind }: Props) {
  const words = useWords().analytics;
  const said = useSaid();
  const { bot, before } = summary;
  if (!bot || bot.talks === 0)
    return <Tile name={words.tiles.bot} value="" says={bot ? words.tiles.noTalks : words.tiles.notByTeam} of={null} />;
  const share = bot.contained / bot.talks;
  const shareBefore = shareOf(before?.metrics.bot_contained?.total ?? 0, before?.metrics.bot_talks?.total ?? 0);
  const says = [words.tiles.ofTalks(bot.talks), before ? comparedShare(share, shareBefore, words.compared) : ''].filter(Boolean).join(', ');
  return (
    <Tile
      name={words.tiles.bot}
      value={
        <>
          {said.count(percentOf(share))} <small>%</small>
        </>
      }
      says={says}
      of={behind('bot_contained')}
    />
  );
}

/** The queue as it is now: it moves while one looks. */
function WaitingTile({ asked }: { readonly asked: Asked }) {
  const { analytics } = useWords();
  const words = analytics.tiles;
  const said = useSaid();
  const { data: live, error } = useQuery(liveQuery(asked));
  const { tickets, oldestSeconds } = live?.queue ?? { tickets: 0, oldestSeconds: null };
  const says = error ? analytics.liveNotRead : oldestSeconds === null ? words.nobodyWaits : words.longest(said.lasting(oldestSeconds));
  const late = useIsLate(oldestSeconds);
  const { channel, team } = asked;
  return (
    <Link
      className="tile"
      to="/inbox/$view/{-$ticketId}"
      params={{ view: 'queue' }}
      search={{ ...(channel ? { channel } : {}), ...(team ? { team } : {}) }}
    >
      <span className="lab">{words.waiting}</span>
      <span className="num">{live ? said.count(tickets) : ''}</span>
      <span className={`sm ${late ? 'warn-t' : 'mute'}`}>{live || error ? says : ''}</span>
    </Link>
  );
}

/** Longer than the setting for the queue's alarm. */
function useIsLate(seconds: number | null): boolean {
  const { queueAlarmAfter } = useWorkspace().routing;
  const most = queueAlarmAfter === null ? null : parseDuration(queueAlarmAfter);
  return seconds !== null && typeof most === 'number' && seconds * 1000 > most;
}
