import { lazy, Suspense, useMemo, useState } from 'react';
import type { Ticket } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { ThreadAround } from '../../thread/context';
import { Line } from '../../thread/line';
import { Skeleton } from '../../thread/skeleton';
import '../../thread/thread.css';
import { useAroundOf } from '../../thread/use-around';
import { useEntries } from '../../thread/use-entries';
import { useAnyTicket, useEvents } from '../../thread/use-events';
import { useWords } from '../../words';
import type { CardThen } from './read';
import { eventsThen, saidThen } from './said-then';
import { useSaidThen } from './use-said-then';

const Viewer = lazy(async () => ({ default: (await import('../../viewer/viewer')).Viewer }));

interface Props {
  readonly card: CardThen;
  readonly at: number;
}

/** What had been said and done in a ticket by then. */
export function Conversation({ card, at }: Props) {
  const { thread } = useWords();
  const ticket = useAnyTicket(card.id);
  if (ticket === undefined) return <Skeleton />;
  return ticket === null ? <p className="soft">{thread.gone.says}</p> : <OfTicket ticket={ticket} at={at} />;
}

function OfTicket({ ticket, at }: { readonly ticket: Ticket; readonly at: number }) {
  const { board, thread, common } = useWords();
  const { messages, pages, reaching } = useSaidThen(ticket.id, at);
  const events = useEvents(ticket.id);
  const then = useMemo(() => saidThen(messages, at), [messages, at]);
  const happened = useMemo(() => eventsThen(events.data ?? [], at), [events.data, at]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [looking, look] = useState<string | null>(null);
  const entries = useEntries(ticket.id, then, happened, opened);
  const around = useAroundOf(ticket, then, nothing, look);
  const context = useMemo(() => ({ ...around, goTo: nothing }), [around]);
  const toggle = (key: string) => setOpened((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  if (pages.error)
    return (
      <ProblemLine error={pages.error} what={thread.notLoaded}>
        <button type="button" className="btn small" onClick={() => void pages.refetch()}>
          {common.problems.loadAgain}
        </button>
      </ProblemLine>
    );
  if (pages.isPending || reaching) return <Skeleton />;
  return (
    <ThreadAround value={context}>
      {pages.hasNextPage ? (
        <button type="button" className="btn small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {board.past.earlier}
        </button>
      ) : null}
      <section className="flowthen" aria-label={thread.log(around.name)}>
        {entries.map((entry, index) => {
          const next = entries[index + 1];
          return (
            <Line
              key={entry.key}
              entry={entry}
              next={next?.kind === 'message' ? next.message : null}
              open={opened.has(entry.key)}
              lit={false}
              fresh={false}
              toggle={toggle}
            />
          );
        })}
      </section>
      {looking === null ? null : (
        <Suspense fallback={null}>
          <Viewer messages={then} at={looking} go={look} />
        </Suspense>
      )}
    </ThreadAround>
  );
}

const nothing = (): void => undefined;
