import { Link } from '@tanstack/react-router';
import type { WebhookEvent } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useMinute } from '../../parts/now';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { eventName, whatHappened } from './event-words';
import { OutcomeWord } from './outcome-word';
import { useStamp } from './use-stamp';

interface Props {
  readonly event: WebhookEvent;
  readonly replaying: boolean;
  readonly onReplay: () => void;
  readonly onLook: () => void;
}

/** One event: when, what, and what became of it. */
export function EventRow({ event, replaying, onReplay, onLook }: Props) {
  const { log } = useWords().channels;
  const times = useTimes();
  const now = useMinute();
  const { kind, detail } = eventName(event, log);
  const mayReplay = event.outcome === 'failed' || event.outcome === 'unrouted';
  return (
    <tr>
      <td className="mono nw soft">
        <Stamp at={event.heardAt} />
      </td>
      <td className="which">
        {kind} {detail ? <span className="mute">{detail}</span> : null}
      </td>
      <td>
        <OutcomeWord outcome={event.outcome} />
      </td>
      <td className="soft what">
        {event.ticket ? (
          <Link to="/inbox/$view/{-$ticketId}" params={{ view: 'open', ticketId: event.ticket.id }}>
            #{event.ticket.number}
          </Link>
        ) : null}{' '}
        <span dir="auto">{whatHappened(event, log)}</span>
        {event.replayedAt ? <span className="sm mute"> · {log.replayed(times.moment(event.replayedAt, now))}</span> : null}
      </td>
      <td className="r nw">
        {mayReplay ? (
          <button type="button" className="btn small" disabled={replaying} onClick={onReplay}>
            <Icon name="retry" size="s" />
            {replaying ? log.replaying : log.replay}
          </button>
        ) : null}
        <button type="button" className="btn small quiet" onClick={onLook}>
          {log.raw}
        </button>
      </td>
    </tr>
  );
}

/** To the millisecond; the day only when it isn't today. */
export function Stamp({ at }: { readonly at: string }) {
  const stamp = useStamp();
  const times = useTimes();
  const { day, time } = stamp.exact(at);
  return (
    <time dateTime={at} title={times.zone}>
      {day ? `${day}, ` : ''}
      {time}
    </time>
  );
}
