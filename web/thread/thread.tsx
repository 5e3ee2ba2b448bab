import './thread.css';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Message, Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { useChat } from '../live/messages';
import { Empty } from '../parts/empty';
import { ProblemLine } from '../parts/problem-line';
import { calledIn, personName } from '../ticket/person';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Announcer } from './announcer';
import { type Around, ThreadAround } from './context';
import { entriesOf } from './entries';
import { Flow } from './flow';
import { chosenOf } from './said';
import { Skeleton } from './skeleton';
import { useAnyTicket, useEvents } from './use-events';

const MessageMenu = lazy(async () => ({ default: (await import('./message-menu')).MessageMenu }));

interface Props {
  /** undefined: none is chosen. */
  readonly ticketId?: string | undefined;
}

/** The conversation of a ticket: everything that was said in its chat, with what happened to the ticket. */
export function Thread({ ticketId }: Props) {
  const { thread } = useWords();
  if (ticketId === undefined) return <Empty icon="inbox" title={thread.none.title} says={thread.none.says} />;
  return <OfTicket key={ticketId} ticketId={ticketId} />;
}

function OfTicket({ ticketId }: { readonly ticketId: string }) {
  const { thread } = useWords();
  const ticket = useAnyTicket(ticketId);
  if (ticket === undefined) return <Skeleton />;
  if (ticket === null) return <Empty icon="inbox" title={thread.gone.title} says={thread.gone.says} />;
  return <OfChat ticket={ticket} />;
}

function OfChat({ ticket }: { readonly ticket: Ticket }) {
  const { thread, common } = useWords();
  const chat = useChat(ticket.chatId);
  const events = useEvents(ticket.id);
  const isReaching = useReach(ticket, chat);
  if (chat.state === 'failed') {
    return (
      <div className="flowbox">
        <ProblemLine error={chat.error} what={thread.notLoaded}>
          <button type="button" className="btn small" onClick={chat.again}>
            {common.problems.loadAgain}
          </button>
        </ProblemLine>
      </div>
    );
  }
  if (chat.state === 'loading' || isReaching || events.isPending) return <Skeleton />;
  return <Shown ticket={ticket} chat={chat} events={events} />;
}

/** A ticket of long ago: its pages are read first. */
function useReach(ticket: Ticket, { messages, state, older, readOlder }: ReturnType<typeof useChat>): boolean {
  const oldest = messages[0];
  const isReaching =
    state === 'ready' && older !== 'none' && older !== 'failed' && oldest !== undefined && oldest.sentAt > ticket.createdAt;
  const isOurs = isReaching && messages.some(({ ticketId }) => ticketId === ticket.id);
  useEffect(() => {
    if (isReaching && !isOurs && older === 'more') void readOlder(200);
  }, [isReaching, isOurs, older, readOlder]);
  return isReaching && !isOurs;
}

interface ShownProps {
  readonly ticket: Ticket;
  readonly chat: ReturnType<typeof useChat>;
  readonly events: ReturnType<typeof useEvents>;
}

function Shown({ ticket, chat, events }: ShownProps) {
  const { common, thread } = useWords();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<{ readonly message: Message; readonly by: HTMLElement } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const toggle = useCallback((key: string) => setOpened((now) => toggled(now, key)), []);
  const entries = useEntries(ticket.id, chat.messages, events.data ?? [], opened);
  const around = useAroundOf(ticket, chat.messages, setMenu);
  const { older, readOlder } = chat;
  const onTop = useCallback(() => {
    if (older === 'more') void readOlder();
  }, [older, readOlder]);
  return (
    <>
      <Flow entries={entries} around={around} opened={opened} toggle={toggle} onTop={onTop} top={<Top chat={chat} />} />
      {events.isError && !events.data ? (
        <ProblemLine error={events.error} what={thread.eventsNotLoaded}>
          <button type="button" className="btn small" onClick={() => void events.refetch()}>
            {common.problems.loadAgain}
          </button>
        </ProblemLine>
      ) : null}
      {problem ? (
        <ProblemLine error={problem} what={thread.menu.notReacted}>
          <button type="button" className="btn small" onClick={() => setProblem(null)}>
            {common.close}
          </button>
        </ProblemLine>
      ) : null}
      <ThreadAround value={around}>
        <Announcer messages={chat.messages} />
        {menu ? (
          <Suspense fallback={null}>
            <MessageMenu {...menu} onClose={() => setMenu(null)} onProblem={setProblem} />
          </Suspense>
        ) : null}
      </ThreadAround>
    </>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** What stands above the first message. */
function Top({ chat: { older, readOlder, messages } }: { readonly chat: ReturnType<typeof useChat> }) {
  const { thread, common } = useWords();
  if (older === 'failed') {
    return (
      <span className="mute sm">
        {thread.olderNotLoaded}.{' '}
        <button type="button" className="link sm" onClick={() => void readOlder()}>
          {common.problems.loadAgain}
        </button>
      </span>
    );
  }
  if (older !== 'none') return <span className="mute sm">{thread.lookingOlder}</span>;
  return <span className="mute sm">{messages.length === 0 ? thread.nothingSaid : thread.begins}</span>;
}

function useEntries(
  ticketId: string,
  messages: readonly Message[],
  events: Parameters<typeof entriesOf>[0]['events'],
  opened: ReadonlySet<string>,
) {
  const times = useTimes();
  const dayOf = useMemo(() => {
    const known = new Map<string, string>();
    return (at: string): string => {
      const minute = at.slice(0, 16);
      const day = known.get(minute) ?? times.date(at, 0);
      known.set(minute, day);
      return day;
    };
  }, [times]);
  return useMemo(() => entriesOf({ messages, events, ticketId, dayOf, opened }), [messages, events, ticketId, dayOf, opened]);
}

const nowhere = (): void => undefined;

function useAroundOf(
  ticket: Ticket,
  messages: readonly Message[],
  setMenu: (menu: { message: Message; by: HTMLElement } | null) => void,
): Around {
  const { common, ticket: says } = useWords();
  const { theCustomer } = says.next;
  const { me } = useWorkspace();
  const name = personName(ticket, common.noName);
  return useMemo(() => {
    const byId = new Map(messages.map((message) => [message.id, message]));
    return {
      ticket,
      name,
      short: calledIn(ticket, theCustomer),
      network: common.networks[ticket.channel.kind] ?? ticket.channel.name,
      meId: me.id,
      chosen: chosenOf(messages),
      find: (id) => byId.get(id),
      goTo: nowhere,
      openMenu: (message, by) => setMenu({ message, by }),
    };
  }, [ticket, messages, name, me.id, common, theCustomer, setMenu]);
}
