import { lazy, Suspense, useState } from 'react';
import type { Ticket } from '../api/types';
import { Icon } from '../parts/icon';
import { useEvents } from '../thread/use-events';
import { useWords } from '../words';

const EventsDrawer = lazy(async () => ({ default: (await import('./events-drawer')).EventsDrawer }));

/** The way to everything that ever happened to the ticket. */
export function EventsLink({ ticket }: { readonly ticket: Ticket }) {
  const { events } = useWords().ticket;
  const { data } = useEvents(ticket.id);
  const [opened, open] = useState(false);
  return (
    <div className="sec last">
      <button type="button" className="row link sm" onClick={() => open(true)}>
        <Icon name="history" size="s" />
        {data ? events.all(data.length) : events.some}
      </button>
      {opened ? (
        <Suspense>
          <EventsDrawer ticket={ticket} onClose={() => open(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
