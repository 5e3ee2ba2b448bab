import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useWorkspace } from '../api/workspace';
import { focusComposer } from '../composer/draft';
import { useCommands } from '../keys/commands';
import { useWords } from '../words';
import './inbox.css';
import { useTitle } from './list-head';
import { neighbour } from './moves';
import { TicketColumn } from './ticket-column';
import { TicketList } from './ticket-list';
import { useAddress } from './use-address';
import { useNeighboursAhead } from './use-ahead';
import { useFrame } from './use-frame';
import { useList } from './use-list';
import { useUnreadOfMine } from './use-unread-of-mine';

/** List, conversation, details: beside each other, or on a phone one behind the other. */
export function InboxPage() {
  const { view, ticketId, query } = useAddress();
  const { me } = useWorkspace();
  const phone = useFrame() === 'phone';
  const { list, shown, isLate } = useStaying(view, useList(query, me.id));
  useWindowTitle(me.id);
  useSteps(shown.ids);
  return (
    <div className="inbox" data-open={ticketId !== undefined}>
      <div className="listplace" role={phone ? 'main' : undefined} hidden={phone && ticketId !== undefined}>
        <TicketList list={list} shown={shown} isLate={isLate} onOpenByKey={focusComposer} />
      </div>
      {phone && ticketId === undefined ? null : <TicketColumn ticketId={ticketId} />}
    </div>
  );
}

/** While other filters are looked up in the same view, what is there stays. */
function useStaying(view: string, fresh: ReturnType<typeof useList>): ReturnType<typeof useList> & { readonly isLate: boolean } {
  const last = useRef({ view, ...fresh });
  const isHere = fresh.shown.phase !== 'first' || fresh.shown.error !== null;
  if (isHere || last.current.view !== view) last.current = { view, ...fresh };
  return { ...last.current, isLate: last.current.list !== fresh.list };
}

function useWindowTitle(me: string): void {
  const { inbox, shell } = useWords();
  const { title } = useTitle();
  const unread = useUnreadOfMine(me);
  useEffect(() => {
    const said = `${title} · ${shell.desk}`;
    document.title = unread > 0 ? inbox.mine(unread, said) : said;
  }, [title, unread, inbox, shell]);
  useEffect(
    () => () => {
      document.title = shell.desk;
    },
    [shell],
  );
}

/** Next and previous ticket, from wherever one is. */
function useSteps(ids: readonly string[]): void {
  const { inbox } = useWords();
  const { view, ticketId } = useAddress();
  const go = useNavigate();
  const isOpen = ticketId !== undefined;
  useNeighboursAhead(isOpen ? neighbour(ids, ticketId, 1) : undefined, isOpen ? neighbour(ids, ticketId, -1) : undefined);
  const now = useRef({ ids, view, ticketId });
  now.current = { ids, view, ticketId };
  useCommands(
    useMemo(() => {
      const step = (by: 1 | -1) => {
        const to = neighbour(now.current.ids, now.current.ticketId, by);
        if (to !== undefined) void go({ to: '/inbox/$view/{-$ticketId}', params: { view: now.current.view, ticketId: to }, search: true });
      };
      return [
        { id: 'list.next', group: 'list', title: inbox.commands.next, icon: 'down', keys: 'Alt+KeyJ', run: () => step(1) },
        { id: 'list.previous', group: 'list', title: inbox.commands.previous, icon: 'up', keys: 'Alt+KeyK', run: () => step(-1) },
      ];
    }, [inbox, go]),
  );
}
