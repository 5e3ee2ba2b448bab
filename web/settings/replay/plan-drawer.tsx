import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PlanJson } from '../../../src/http/schemas/replay';
import { ask } from '../../api/ask';
import { Drawer } from '../../parts/dialog';
import { Icon } from '../../parts/icon';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { StatusPill } from '../../parts/status-pill';
import { useWords } from '../../words';

interface Props {
  /** What is not saved yet. */
  readonly patch: object;
  readonly tickets: number;
  readonly onClose: () => void;
}

/** Every open ticket that the changes would move now. */
export function PlanDrawer({ patch, tickets, onClose }: Props) {
  const { rules, common } = useWords();
  const { replay: says } = rules;
  const pages = usePlan(patch);
  const rows = pages.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={says.wouldMove(tickets)}
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
      {pages.isPending ? <p className="mute">{rules.preview.looking}</p> : null}
    </Drawer>
  );
}

function usePlan(patch: object) {
  return useInfiniteQuery({
    queryKey: ['plan', JSON.stringify(patch)],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return ask<PlanJson>('POST', `/settings/plan?limit=100${cursor}`, { body: { patch }, signal });
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
