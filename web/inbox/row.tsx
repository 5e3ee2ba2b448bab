import { memo } from 'react';
import type { MediaType } from '../../src/domain/content';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { useTicket } from '../live/tickets';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { StageChip } from '../parts/stage-chip';
import { StatusPill } from '../parts/status-pill';
import { Ticks } from '../parts/ticks';
import { TimeLeft } from '../parts/time-left';
import { MEDIA_ICONS } from '../thread/media/kinds';
import { aimSaid, nextAim } from '../ticket/aims';
import { DueMark } from '../ticket/due';
import { personName } from '../ticket/person';
import { useLanguage, useWords } from '../words';
import { useTimes } from '../words/times';
import { DraftMark, DraftSaid } from './draft-mark';
import { QueueLine, QueueSaid } from './queue-line';
import { largestUnit, lastWords, rowSentence, spokenIn, waitOf } from './row-words';

interface Props {
  readonly id: string;
  readonly href: string;
  readonly place: number;
  /** How many rows there are; -1 while more may come. */
  readonly of: number;
  readonly open: boolean;
  /** null while nothing is being chosen. */
  readonly chosen: boolean | null;
  /** Where the arrows stand. */
  readonly at: boolean;
  readonly gone: boolean;
  readonly top: number;
  /** In the view of the queue. */
  readonly queued: boolean;
}

const Picture = memo(Face);

export const rowId = (id: string): string => `row-${id}`;

/** One ticket of the list: drawn again only when it has changed itself. */
export const Row = memo(function Row({ id, href, place, of, open, chosen, at, gone, top, queued }: Props) {
  const ticket = useTicket(id);
  const { inbox } = useWords();
  const face = ticket
    ? `${ticket.unread > 0 ? 'new' : ''} ${open ? 'on' : ''} ${gone ? 'left-over' : ''} ${chosen === null ? '' : chosen ? 'chosen choosing' : 'choosing'}`
    : 'left-over';
  return (
    <a
      id={rowId(id)}
      role="option"
      className={`tk ${face} ${at ? 'at' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      href={href}
      draggable={false}
      tabIndex={-1}
      aria-selected={chosen ?? open}
      aria-posinset={place}
      aria-setsize={of}
    >
      {chosen === null ? null : (
        <span className="chosenmark" aria-hidden="true">
          <Icon name="check" size="s" />
        </span>
      )}
      {ticket ? (
        <Told ticket={ticket} gone={gone} queued={queued && ticket.status === 'pending'} />
      ) : (
        <span className="outofsight mute">{inbox.outOfSight}</span>
      )}
    </a>
  );
});

/** What it says stays as it is while the row moves. */
const Told = memo(function Told({ ticket, gone, queued }: { readonly ticket: Ticket; readonly gone: boolean; readonly queued: boolean }) {
  const { language, words } = useLanguage();
  const { me } = useWorkspace();
  const now = useMinute();
  const times = useTimes();
  const name = personName(ticket, words.common.noName);
  const said = lastWords(ticket, me.id, words);
  const when = ticket.lastMessage ? times.ago(ticket.lastMessage.at, now) : '';
  const aim = nextAim(ticket, now);
  const pressing = aim !== null && aim.state !== 'running';
  const due = pressing ? aimSaid(aim, now, words, times) : '';
  return (
    <>
      <span className="unseen">{rowSentence(ticket, { now, words, lasting: spokenIn(language), when, said, gone, due })}</span>
      {queued ? <QueueSaid ticketId={ticket.id} /> : null}
      <DraftSaid ticketId={ticket.id} />
      <Picture name={personName(ticket, '')} id={ticket.contact.id} size={36} channel={ticket.channel.kind} />
      <span className="grow" aria-hidden="true">
        <span className="top">
          <bdi className="name cut" title={name}>
            {name}
          </bdi>
          <When ticket={ticket} now={now} when={when} />
        </span>
        <span className="mid">
          <DraftMark ticketId={ticket.id} />
          <LastTicks last={ticket.lastMessage} />
          <span className="cut" dir="auto">
            <MediaMark type={ticket.lastMessage?.type} />
            {said}
          </span>
          {ticket.unread > 0 ? <span className="unread">{ticket.unread > 99 ? '99+' : ticket.unread}</span> : null}
        </span>
        {queued ? (
          <QueueLine ticket={ticket} />
        ) : (
          <span className="low">
            <StatusPill status={ticket.status} />
            <StageChip stage={ticket.stage} />
            {pressing ? (
              <DueMark ticket={ticket} />
            ) : ticket.status === 'closed' ? null : (
              <TimeLeft window={ticket.replyWindow} only="soon" />
            )}
          </span>
        )}
      </span>
    </>
  );
});

/** How far our last words got; what was not sent is said in words. */
function LastTicks({ last }: { readonly last: Ticket['lastMessage'] }) {
  const delivery = last?.direction === 'out' ? last.delivery : null;
  return delivery ? <Ticks delivery={delivery} quiet={delivery !== 'failed'} /> : null;
}

/** What the last message is, where it is a file. */
function MediaMark({ type }: { readonly type: string | undefined }) {
  const icon = MEDIA_ICONS[type as MediaType];
  return icon ? <Icon name={icon} size="s" /> : null;
}

function When({ ticket, now, when }: { readonly ticket: Ticket; readonly now: number; readonly when: string }) {
  const { inbox, common } = useWords();
  const wait = waitOf(ticket, now);
  if (!wait) return <span className="when">{when}</span>;
  return (
    <span className={`when ${wait.late ? 'late' : ''}`}>
      <Icon name="clock" size="xs" />
      {inbox.waits(common.lasting(largestUnit(wait.ms)))}
    </span>
  );
}
