import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { get } from '../api/ask';
import type { Ticket, TicketEvent } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { ProblemLine } from '../parts/problem-line';
import { toast } from '../parts/toast';
import { Sentence } from '../thread/sentence';
import { iconOf, sentenceOf, type Telling } from '../thread/sentences';
import { useEvents } from '../thread/use-events';
import { whyOf } from '../thread/why';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { personName } from './person';

/** Every event of a ticket in words, the newest first, with why it happened. */
export function EventsDrawer({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const {
    ticket: { events: words },
    common,
  } = useWords();
  const { data, error, isError } = useEvents(ticket.id);
  const telling = useTelling(ticket);
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': common.close }}
      opened
      onClose={onClose}
      position="right"
      size={420}
      title={words.title(ticket.number)}
    >
      {isError ? <ProblemLine error={error} what={words.notLoaded} /> : null}
      <CopyStory ticketId={ticket.id} />
      <ol className="history">
        {data?.toReversed().map((event) => (
          <EventRow key={event.seq} event={event} telling={telling} />
        ))}
      </ol>
    </Drawer>
  );
}

/** The whole story in sentences, as text to paste elsewhere. */
function CopyStory({ ticketId }: { readonly ticketId: string }) {
  const {
    ticket: { events: words },
    common,
  } = useWords();
  const [error, setError] = useState<unknown>(null);
  const copy = async () => {
    setError(null);
    const { text } = await get<{ readonly text: string }>(`/tickets/${ticketId}/why`);
    await navigator.clipboard.writeText(text);
    toast(common.copied);
  };
  if (navigator.clipboard === undefined) return null;
  return (
    <>
      <button type="button" className="btn small" onClick={() => void copy().catch(setError)}>
        <Icon name="copy" size="s" /> {words.copyStory}
      </button>
      {error ? <ProblemLine error={error} what={words.notLoaded} /> : null}
    </>
  );
}

function useTelling(ticket: Ticket): Telling {
  const words = useWords();
  const { me, stages, fields } = useWorkspace();
  const times = useTimes();
  const now = useMinute();
  return {
    words,
    meId: me.id,
    customer: personName(ticket, words.common.noName),
    stageName: (key) => stages.find((stage) => stage.key === key)?.name ?? key,
    fieldName: (key) => fields.find((field) => field.key === key)?.name ?? key,
    moment: (at) => times.moment(at, now),
  };
}

function EventRow({ event, telling }: { readonly event: TicketEvent; readonly telling: Telling }) {
  const { events: words } = useWords().ticket;
  const times = useTimes();
  const now = useMinute();
  const [open, setOpen] = useState(false);
  const why = whyOf(event, telling.words, telling.moment);
  return (
    <li>
      <Icon name={iconOf([event])} size="s" />
      <div className="grow">
        <Sentence text={sentenceOf([event], telling)} />
        <div className="sm mute">
          {times.full(event.at, now)}
          {why ? (
            <>
              {' · '}
              <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? words.hideWhy : words.why}
              </button>
            </>
          ) : null}
        </div>
        {open && why ? (
          <div className="whybox">
            {why.rows.map(({ name, says }) => (
              <div key={name}>
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                {says}
              </div>
            ))}
            {why.foot ? <div className="mute">{why.foot}</div> : null}
          </div>
        ) : null}
      </div>
    </li>
  );
}
