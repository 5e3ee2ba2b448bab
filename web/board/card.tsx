import { memo, useMemo } from 'react';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { largestUnit, lastWords, rowSentence, spokenIn, waitOf } from '../inbox/row-words';
import { useTicket } from '../live/tickets';
import { ChannelMark } from '../parts/channel-mark';
import { Face } from '../parts/face';
import { Icon } from '../parts/icon';
import { useMinute } from '../parts/now';
import { StatusPill } from '../parts/status-pill';
import { personName } from '../ticket/person';
import { useLanguage, useWords } from '../words';
import { useTimes } from '../words/times';

interface Props {
  readonly id: string;
  readonly top: number;
  readonly place: number;
  /** How many cards there are; -1 while more may come. */
  readonly of: number;
  /** Where Tab stops in its column. */
  readonly at: boolean;
  readonly lifted: boolean;
  readonly gone: boolean;
  readonly movable: boolean;
}

/** One ticket on the board: drawn again only when it has changed itself. What is done with it, the board hears. */
export const Card = memo(function Card({ id, top, place, of, at, lifted, gone, movable }: Props) {
  const ticket = useTicket(id);
  const { board } = useWords();
  if (!ticket) return null;
  const view = ticket.status === 'closed' ? 'closed' : 'open';
  return (
    <li className="bcplace" style={{ transform: `translateY(${top}px)` }} aria-posinset={place} aria-setsize={of}>
      <a
        className={`bc ${lifted ? 'away' : ''} ${gone ? 'left-over' : ''} ${movable ? 'movable' : ''}`}
        href={`/inbox/${view}/${id}`}
        data-ticket={id}
        draggable={false}
        tabIndex={at ? 0 : -1}
        aria-describedby={movable ? 'board-hint' : undefined}
      >
        <CardBody ticket={ticket} gone={gone} />
      </a>
      {movable ? (
        <button
          type="button"
          className="bcmore"
          data-menu={id}
          tabIndex={at ? 0 : -1}
          aria-label={board.move(ticket.number)}
          title={board.moveTo}
          aria-haspopup="menu"
        >
          <Icon name="more" />
        </button>
      ) : null}
    </li>
  );
});

export function CardBody({ ticket, gone }: { readonly ticket: Ticket; readonly gone?: boolean }) {
  const { language, words } = useLanguage();
  const { me } = useWorkspace();
  const now = useMinute();
  const times = useTimes();
  const lasting = useMemo(() => spokenIn(language), [language]);
  const name = personName(ticket, words.common.noName);
  const said = lastWords(ticket, me.id, words);
  const when = ticket.lastMessage ? times.ago(ticket.lastMessage.at, now) : '';
  const { number, assignee, status, channel } = ticket;
  const whole = rowSentence(ticket, { now, words, lasting, when, said, gone: gone ?? false });
  return (
    <>
      <span className="unseen">{`${words.board.card(number)}, ${assignee?.name ?? words.board.nobody}, ${whole}`}</span>
      <span className="row" aria-hidden="true">
        <ChannelMark kind={channel.kind} flat />
        <bdi className="cut grow" title={name}>
          {name}
        </bdi>
        <When ticket={ticket} now={now} when={when} />
      </span>
      <span className="row" aria-hidden="true">
        <span className="txt grow" dir="auto">
          {said}
        </span>
        <span className="mute sm nw">#{number}</span>
      </span>
      <span className="row" aria-hidden="true">
        <StatusPill status={status} />
        <span className="grow" />
        {assignee ? (
          <span title={assignee.name}>
            <Face name={assignee.name} id={assignee.id} size={20} />
          </span>
        ) : status === 'closed' ? null : (
          <span className="mute sm nw">{words.board.nobody}</span>
        )}
      </span>
    </>
  );
}

function When({ ticket, now, when }: { readonly ticket: Ticket; readonly now: number; readonly when: string }) {
  const { inbox, common } = useWords();
  const wait = waitOf(ticket, now);
  if (!wait) return <bdi className="mute sm nw">{when}</bdi>;
  const lasting = common.lasting(largestUnit(wait.ms));
  return (
    <span className={`bcwait ${wait.late ? 'late' : ''}`} title={inbox.waits(lasting)}>
      <Icon name="clock" size="xs" />
      <bdi>{lasting}</bdi>
    </span>
  );
}
