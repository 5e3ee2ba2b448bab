import { lazy, Suspense, useCallback, useState } from 'react';
import type { Message, Ticket } from '../api/types';
import type { OpenChat } from '../live/messages';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { Announcer } from './announcer';
import { ThreadAround } from './context';
import { Flow } from './flow';
import { Top } from './top';
import { useAroundOf } from './use-around';
import { useEntries } from './use-entries';
import type { useEvents } from './use-events';

const Viewer = lazy(async () => ({ default: (await import('../viewer/viewer')).Viewer }));
const MessageMenu = lazy(async () => ({ default: (await import('./message-menu')).MessageMenu }));

interface Props {
  readonly ticket: Ticket;
  readonly chat: OpenChat;
  readonly events: ReturnType<typeof useEvents>;
}

/** A conversation that has been read. */
export function Conversation({ ticket, chat, events }: Props) {
  const { common, thread } = useWords();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<{ readonly message: Message; readonly by: HTMLElement } | null>(null);
  const [looking, look] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const toggle = useCallback((key: string) => setOpened((now) => toggled(now, key)), []);
  const entries = useEntries(ticket.id, chat.messages, events.data ?? [], opened);
  const around = useAroundOf(ticket, chat.messages, setMenu, look);
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
        {looking === null ? null : (
          <Suspense fallback={null}>
            <Viewer messages={chat.messages} at={looking} go={look} />
          </Suspense>
        )}
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
