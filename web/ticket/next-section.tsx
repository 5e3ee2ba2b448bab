import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { nextLines } from './next-lines';
import { calledIn } from './person';
import { cityOf } from './zoned';

/** What time will do to the ticket, and the switch that holds it off. */
export function NextSection({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords();
  const { next } = words.ticket;
  const times = useTimes();
  const now = useMinute();
  const durations = useWorkspace().channels.find(({ id }) => id === ticket.channel.id)?.timers ?? {};
  if (ticket.status === 'closed') return null;
  const name = calledIn(ticket, next.theCustomer);
  return (
    <section className="sec">
      <h2>{next.title}</h2>
      <ol className="next">
        {nextLines({ ticket, name, durations, now, zone: cityOf(times.zone) }, words, times).map(({ key, head, says }, index) => (
          <li key={key}>
            <span>
              {index === 0 ? <b>{head}</b> : <span className="head">{head}</span>}
              {says ? <span className="mute sm">{says}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <KeepOpen ticket={ticket} />
    </section>
  );
}

function KeepOpen({ ticket: { id, excludeFromClosing } }: { readonly ticket: Ticket }) {
  const { next } = useWords().ticket;
  const { change } = useTicketActions(id);
  return (
    <button
      type="button"
      role="switch"
      aria-checked={excludeFromClosing}
      className="row switchrow"
      onClick={() => shown(change({ excludeFromClosing: !excludeFromClosing }))}
    >
      <span className={`switch ${excludeFromClosing ? 'on' : ''}`} aria-hidden="true" />
      <span>{next.keepOpen}</span>
    </button>
  );
}
