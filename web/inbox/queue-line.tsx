import { useQueueEntry } from '../api/queue';
import type { Ticket } from '../api/types';
import { useMinute } from '../parts/now';
import { DueMark } from '../ticket/due';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { passedOverSaid, whySaid } from './queue-said';

/** The last line of a row in the queue: its place, how urgent it is, and why nobody has it yet. */
export function QueueLine({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords();
  const times = useTimes();
  const now = useMinute();
  const entry = useQueueEntry(ticket.id);
  const urgent = ticket.priority === 'medium' ? null : words.common.priorities[ticket.priority];
  return (
    <span className="low queueline">
      {entry ? <b className="place">{words.targets.queue.place(entry.place)}</b> : null}
      {urgent ? <span className={`priority ${ticket.priority}`}>{urgent}</span> : null}
      {entry ? (
        <span className="cut mute sm" title={passedOverSaid(entry.why, words)}>
          {whySaid(entry.why, now, words, times)}
        </span>
      ) : null}
      <DueMark ticket={ticket} />
    </span>
  );
}

/** The same for those who listen. */
export function QueueSaid({ ticketId }: { readonly ticketId: string }) {
  const words = useWords();
  const times = useTimes();
  const now = useMinute();
  const entry = useQueueEntry(ticketId);
  if (!entry) return null;
  return <span className="unseen">, {`${words.targets.queue.placeSaid(entry.place)}, ${whySaid(entry.why, now, words, times)}`}</span>;
}
