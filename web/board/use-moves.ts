import { useMemo, useRef, useState } from 'react';
import type { Ticket } from '../api/types';
import type { List } from '../inbox/lists';
import { soon } from '../live/soon';
import { ticketNow } from '../live/tickets';
import { useTicketActions } from '../ticket/actions';
import { useWords } from '../words';
import type { Column } from './columns';
import { dropOn, type Refused } from './drop';

export interface Lifted {
  readonly ticketId: string;
  readonly from: string;
  readonly over: string;
  readonly how: 'keys' | 'pointer';
}

/** Said at the top of a column: why a card does not stay there. Without words of our own: what the desk refused. */
export interface Word {
  readonly column: string;
  readonly ticketId: string;
  readonly says: string | null;
}

/** A menu that opens where something was dropped or pressed. */
export interface Opened {
  readonly ticketId: string;
  readonly shows: 'card' | 'snooze';
  readonly x: number;
  readonly y: number;
}

/** What a column lets the board do with it. */
export interface Place {
  readonly list: List;
  readonly focus: (ticketId: string) => void;
}

export interface Moves {
  readonly lifted: Lifted | null;
  readonly word: Word | null;
  readonly menu: Opened | null;
  /** The last thing to be read out. */
  readonly said: string;
  readonly places: Map<string, Place>;
  readonly lift: (lifted: Lifted) => void;
  readonly over: (column: string) => void;
  readonly drop: (x: number, y: number) => void;
  readonly cancel: () => void;
  /** Puts a card into a column as a drop does. */
  readonly put: (ticketId: string, column: string, x: number, y: number) => void;
  readonly open: (menu: Opened | null) => void;
  readonly hush: () => void;
}

/** Moving cards: what is lifted, what a drop does, and what is said about it. */
export function useMoves(columns: readonly Column[]): Moves {
  const { board, ticket: about, common } = useWords();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [active, setActive] = useState('');
  const [word, setWord] = useState<Word | null>(null);
  const [menu, open] = useState<Opened | null>(null);
  const [said, say] = useState('');
  const places = useRef(new Map<string, Place>()).current;
  const act = useTicketActions(active);
  const nameOf = useMemo(() => {
    const names = new Map(columns.map((one) => [one.key, one.kind === 'stage' ? one.stage.name : common.statuses[one.status]]));
    return (key: string) => names.get(key) ?? key;
  }, [columns, common]);

  const back = ({ number }: Ticket, column: string) => say(board.back(number, nameOf(column)));

  const refuse = (ticket: Ticket, column: string, because: string): void => {
    setWord({ column, ticketId: ticket.id, says: `${board.stays(ticket.number)}: ${because}` });
    back(ticket, ticket.stage.key);
  };

  const arrived = (ticket: Ticket, from: string, how: Lifted['how']): void => {
    const to = ticket.stage.key;
    say(board.dropped(ticket.number, nameOf(to)));
    soon(() => {
      for (const key of [from, to]) {
        places.get(key)?.list.settle();
        places.get(key)?.list.tidy();
      }
      if (how === 'keys') places.get(to)?.focus(ticket.id);
    });
  };

  const whyRefused = (because: Refused): string => {
    if (because === 'autoClosed') return board.because.autoClosed;
    return because === 'isClosed' ? board.because.isClosed(nameOf('open')) : (act.why(because) ?? about.reasons.rules());
  };

  const land = (ticket: Ticket, to: string, how: Lifted['how'], x: number, y: number): void => {
    const drop = dropOn(to, ticket);
    const from = ticket.stage.key;
    setWord({ column: to, ticketId: ticket.id, says: null });
    if (drop.does === 'nothing') back(ticket, to);
    else if (drop.does === 'ask') open({ ticketId: ticket.id, shows: 'snooze', x, y });
    else if (drop.does === 'refused') refuse(ticket, to, whyRefused(drop.because));
    else {
      const done = drop.does === 'close' ? act.close() : act.setStage(to);
      done.then(
        (now) => arrived(now, from, how),
        () => back(ticket, from),
      );
    }
  };

  const put = (ticketId: string, to: string, how: Lifted['how'], x: number, y: number) => {
    const ticket = ticketNow(ticketId);
    if (ticket) land(ticket, to, how, x, y);
  };

  return {
    lifted,
    word,
    menu,
    said,
    places,
    lift: (next) => {
      setWord(null);
      setActive(next.ticketId);
      setLifted(next);
      say(board.lifted(ticketNow(next.ticketId)?.number ?? 0, nameOf(next.from)));
    },
    over: (column) => {
      if (!lifted || lifted.over === column) return;
      setLifted({ ...lifted, over: column });
      say(board.over(ticketNow(lifted.ticketId)?.number ?? 0, nameOf(column)));
    },
    drop: (x, y) => {
      if (!lifted) return;
      setLifted(null);
      put(lifted.ticketId, lifted.over, lifted.how, x, y);
    },
    cancel: () => {
      const ticket = lifted && ticketNow(lifted.ticketId);
      setLifted(null);
      if (ticket) back(ticket, ticket.stage.key);
    },
    put: (ticketId, column, x, y) => put(ticketId, column, 'pointer', x, y),
    open: (next) => {
      if (next) setActive(next.ticketId);
      open(next);
    },
    hush: () => setWord(null),
  };
}
