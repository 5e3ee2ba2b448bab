import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { eventsQuery, useAnyTicket } from './use-events';

/** `imported`: it begins with what was said on the phone before the channel was here. */
export function DayBreak({ at, imported }: { readonly at: string; readonly imported: boolean }) {
  const { thread } = useWords();
  const times = useTimes();
  const now = useMinute();
  return (
    <div className="day">
      {times.day(at, now)}
      {imported ? ` · ${thread.imported}` : null}
    </div>
  );
}

interface FoldProps {
  readonly messages: readonly Message[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The bot's conversation before a ticket, as one line that opens. */
export function Fold({ messages, open, onToggle }: FoldProps) {
  const { fold, voices } = useWords().thread;
  const times = useTimes();
  const bot = messages.find(({ author }) => author.kind === 'bot')?.author.name ?? voices.bot;
  const [from, to] = [messages[0]?.sentAt ?? 0, messages.at(-1)?.sentAt ?? 0];
  return (
    <button type="button" className="fold" aria-expanded={open} onClick={onToggle}>
      <span className="face bot z24">
        <Icon name="bot" />
      </span>
      <span className="grow foldtext">
        <span className="cut">
          <b>
            <bdi>{bot}</bdi>
          </b>
          , {fold.before}
        </span>
        <span className="quote cut">{fold.says(messages.length, times.clock(from), times.clock(to))}</span>
      </span>
      <span className="tint sm nw">{open ? fold.hide : fold.show}</span>
      <Icon name={open ? 'up' : 'down'} size="s" />
    </button>
  );
}

interface TicketProps {
  readonly ticketId: string;
  readonly where: 'before' | 'after';
}

/** Where another ticket of the chat ended or began; pressed, it opens. */
export function TicketLine({ ticketId, where }: TicketProps) {
  const { former } = useWords().thread;
  const ticket = useAnyTicket(ticketId);
  const says = useTicketText(ticketId, where);
  const { view = 'open' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const unseen = where === 'before' ? former.unseen : former.laterUnseen;
  return (
    <div className="day otherticket">
      {ticket ? (
        <Link to="/inbox/$view/{-$ticketId}" params={{ view, ticketId }} search={search}>
          {says}
        </Link>
      ) : ticket === null ? (
        unseen
      ) : (
        '\u00a0'
      )}
    </div>
  );
}

function useTicketText(ticketId: string, where: 'before' | 'after'): string {
  const { former } = useWords().thread;
  const times = useTimes();
  const now = useMinute();
  const ticket = useAnyTicket(ticketId);
  const isByPerson = ticket?.closeCause === 'closed_by_person';
  const { data: events = [] } = useQuery({ ...eventsQuery(ticketId), enabled: isByPerson && where === 'before' });
  if (!ticket) return '';
  const number = `#${ticket.number}`;
  if (where === 'after') return former.later(number, times.date(ticket.createdAt, now));
  if (ticket.closedAt === null) return former.open(number);
  const closer = events.findLast(({ cause }) => cause === 'closed_by_person')?.actor.name;
  const how = isByPerson ? (closer ? former.by(closer) : '') : former.byItself;
  return former.ended(number, how, times.date(ticket.closedAt, now)).replace(/ {2,}/, ' ');
}
