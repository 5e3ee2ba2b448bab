import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { PlanJson } from '../../../src/http/schemas/replay';
import { ask } from '../../api/ask';
import { Drawer } from '../../parts/dialog';
import { Icon } from '../../parts/icon';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { StatusPill } from '../../parts/status-pill';
import { useWords } from '../../words';
import './replay.css';

/** Which of the moves: null = all. */
export interface Looked {
  readonly kind: PlanJson['data'][number]['kind'] | null;
  readonly tickets: number;
}

interface Props {
  /** What is not saved yet, as `POST /settings/plan` takes it. */
  readonly plan: object;
  readonly looked: Looked;
  readonly onClose: () => void;
}

/** Every open ticket that the changes would move now. */
export function PlanDrawer({ plan, looked: { kind, tickets }, onClose }: Props) {
  const { rules, common } = useWords();
  const { replay: says } = rules;
  const pages = usePlan(plan);
  const rows = (pages.data?.pages.flatMap(({ data }) => data) ?? []).filter((row) => kind === null || row.kind === kind);
  // The pages hold moves of every kind: as long as none of this one is there, the next is read.
  const lacks = rows.length === 0 && pages.hasNextPage && !pages.isFetching && !pages.error;
  const { fetchNextPage } = pages;
  useEffect(() => {
    if (lacks) void fetchNextPage();
  }, [lacks, fetchNextPage]);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={says.wouldMove(plannedOf(pages.data?.pages[0], kind) ?? tickets)}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {pages.error ? <ProblemLine error={pages.error} what={rules.preview.notLooked} /> : null}
      <ul className="planned">
        {rows.map((row) => (
          <Touched key={row.id} row={row} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <button type="button" className="btn small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {says.more}
        </button>
      ) : null}
      {pages.isSuccess && rows.length === 0 && !pages.hasNextPage ? <p className="soft">{rules.preview.nothingSays}</p> : null}
      {pages.isPending ? <p className="mute">{rules.preview.looking}</p> : null}
    </Drawer>
  );
}

/** How many it is by now: tickets move on while one looks. */
function plannedOf(first: PlanJson | undefined, kind: Looked['kind']): number | null | undefined {
  if (kind === null) return first?.tickets;
  return first?.moves?.filter((move) => move.kind === kind).reduce((sum, move) => sum + move.tickets, 0);
}

function usePlan(plan: object) {
  return useInfiniteQuery({
    queryKey: ['plan', JSON.stringify(plan)],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return ask<PlanJson>('POST', `/settings/plan?limit=100${cursor}`, { body: plan, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    gcTime: 0,
  });
}

function Touched({ row: { id, number, contactName, from, to, kind, dueAt } }: { readonly row: PlanJson['data'][number] }) {
  const { rules, common } = useWords();
  const now = useMinute();
  return (
    <li>
      <span className="row">
        <Link className="cut grow" to="/inbox/$view/{-$ticketId}" params={{ view: 'open', ticketId: id }}>
          <span className="nw">#{number}</span> <bdi>{contactName ?? common.noName}</bdi>
        </Link>
        <span className="soft sm nw">{rules.preview.due(common.lasting(Math.max(0, now - Date.parse(dueAt))))}</span>
      </span>
      <span className="row way">
        <StatusPill status={from} />
        <span className="mute">
          <Icon name="goTo" size="s" flips />
        </span>
        {from === to ? <span>{kind === 'wake' ? rules.preview.awake : rules.preview.reminded}</span> : <StatusPill status={to} />}
        {rules.preview.notes[kind] ? <span className="mute sm">{rules.preview.notes[kind]}</span> : null}
      </span>
    </li>
  );
}
