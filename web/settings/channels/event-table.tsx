import type { WebhookEvent } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { EventRow } from './event-row';
import type { Shown } from './queries';
import { useEvents } from './use-events';
import { useReplay } from './use-replay';

interface Props {
  readonly channelId: string;
  readonly shown: Shown;
  readonly onLook: (event: WebhookEvent) => void;
}

/** What came, the newest first. New rows come by themselves, but never under the hand. */
export function EventTable({ channelId, shown, onLook }: Props) {
  const { log } = useWords().channels;
  const { events, error, hold, older, loadingOlder, newest, read } = useEvents(channelId, shown);
  const replay = useReplay(channelId, shown);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only keeps rows from moving
    <div onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)} onFocus={() => hold(true)} onBlur={() => hold(false)}>
      {error ? <ProblemLine error={error} what={log.notLoaded} /> : null}
      {replay.error ? <ProblemLine error={replay.error} what={log.notReplayed} /> : null}
      {events.length > 0 ? (
        <table className="t events">
          <Head />
          <tbody>
            {events.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                replaying={replay.replayingId === event.id}
                onReplay={() => replay.replay(event)}
                onLook={() => onLook(event)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {read && events.length === 0 ? <p className="nothing mute">{log.empty[shown]}</p> : null}
      {older || newest ? (
        <div className="row turn">
          {older ? (
            <button type="button" className="btn small" disabled={loadingOlder} onClick={older}>
              {loadingOlder ? log.loading : log.older}
            </button>
          ) : null}
          {newest ? (
            <button type="button" className="btn small quiet" onClick={newest}>
              {log.newest}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

export function Head() {
  const { log } = useWords().channels;
  return (
    <thead>
      <tr>
        <th scope="col">{log.received}</th>
        <th scope="col">{log.event}</th>
        <th scope="col">{log.outcome}</th>
        <th scope="col">{log.what}</th>
        <th scope="col">
          <span className="unseen">{log.actions}</span>
        </th>
      </tr>
    </thead>
  );
}
