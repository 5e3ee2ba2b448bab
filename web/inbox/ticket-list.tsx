import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useLiveQueue } from '../api/queue';
import { useWorkspace } from '../api/workspace';
import { useCommands } from '../keys/commands';
import { Empty } from '../parts/empty';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useChosen, useOutcome } from './bulk/choosing';
import { Finding } from './finding';
import { ListHead } from './list-head';
import type { List, Shown } from './lists';
import { Nothing } from './nothing';
import { Rows } from './rows';
import { SkeletonList } from './skeleton';
import { useAddress } from './use-address';

const BulkBar = lazy(async () => ({ default: (await import('./bulk/bulk')).BulkBar }));
const BulkOutcome = lazy(async () => ({ default: (await import('./bulk/bulk')).BulkOutcome }));

interface Props {
  readonly list: List;
  readonly shown: Shown;
  /** These are the tickets of the former filters: the new ones are looked for. */
  readonly isLate: boolean;
  readonly onOpenByKey: () => void;
}

/** The list of the inbox: its title, what narrows it, its tickets. */
export function TicketList({ list, shown, isLate, onOpenByKey }: Props) {
  const { inbox } = useWords();
  const { search, own } = useAddress();
  const [open, setOpen] = useState(search.q !== undefined);
  const { on: choosing } = useChosen();
  const outcome = useOutcome();
  const find = useCallback(() => setOpen(true), []);
  useCommands(
    useMemo(
      () => [{ id: 'list.find', group: 'list' as const, title: inbox.commands.find, icon: 'search' as const, keys: 'Slash', run: find }],
      [inbox, find],
    ),
  );
  return (
    <section className="list" aria-label={inbox.list}>
      {choosing ? (
        <Suspense fallback={<header className="bar" />}>
          <BulkBar />
        </Suspense>
      ) : (
        <ListHead isLooking={isLate || shown.phase === 'anew'} finding={open} onFind={() => setOpen(!open)} />
      )}
      {outcome ? (
        <Suspense>
          <BulkOutcome />
        </Suspense>
      ) : null}
      <Finding open={open} onLeave={() => setOpen(false)} />
      {own ? <Content list={list} shown={shown} onOpenByKey={onOpenByKey} /> : <Gone />}
    </section>
  );
}

function Content({ list, shown, onOpenByKey }: Omit<Props, 'isLate'>) {
  const { inbox, common } = useWords();
  const { view, ticketId } = useAddress();
  const { me } = useWorkspace();
  if (shown.phase === 'first' && !shown.error) return <SkeletonList />;
  return (
    <>
      {shown.error ? (
        <ProblemLine error={shown.error} what={shown.ids.length === 0 ? inbox.notLoaded : inbox.moreNotLoaded}>
          <button type="button" className="btn small" onClick={() => void list.again()}>
            {common.problems.again}
          </button>
        </ProblemLine>
      ) : null}
      {shown.ids.length > 0 ? (
        <>
          {view === 'queue' ? <LiveQueue /> : null}
          <Rows key={view} list={list} shown={shown} view={view} openId={ticketId} onOpenByKey={onOpenByKey} />
        </>
      ) : shown.error ? null : (
        <Nothing key={me.presence} />
      )}
    </>
  );
}

function LiveQueue() {
  useLiveQueue();
  return null;
}

function Gone() {
  const { empty } = useWords().inbox;
  return <Empty icon="star" title={empty.noView} says={empty.noViewSays} />;
}
