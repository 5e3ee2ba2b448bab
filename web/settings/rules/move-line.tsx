import type { Status } from '../../api/types';
import { Icon } from '../../parts/icon';
import { StatusPill } from '../../parts/status-pill';
import { useLanguage } from '../../words';
import { useTimes } from '../../words/times';
import type { Preview } from './use-foreseen';

type Move = Preview['moves'][number];

/** From which status to which; null: any open one, or none of its own. */
// biome-ignore format: a table is read in columns
const WAYS: Record<Move['kind'], { readonly from: Status | null; readonly to: Status | null }> = {
  idle:          { from: 'active',      to: 'idle' },
  idle_close:    { from: 'idle',        to: 'closed' },
  idle_reminder: { from: 'idle',        to: null },
  auto_close:    { from: null,          to: 'closed' },
  in_progress:   { from: 'in_progress', to: 'pending' },
  wake:          { from: null,          to: null },
  unassigned:    { from: 'pending',     to: 'closed' },
  confirm_close: { from: null,          to: 'closed' },
};

interface Props {
  readonly move: Move;
  /** Lists the tickets that make it. */
  readonly onLook: () => void;
}

/** One kind of move with how many tickets make it. */
export function MoveLine({ move: { kind, tickets, movesAt }, onLook }: Props) {
  const { language, words } = useLanguage();
  const { preview, replay } = words.rules;
  const count = tickets.toLocaleString(language);
  const times = useTimes();
  const { from, to } = WAYS[kind];
  return (
    <li className="mv">
      {from ? <StatusPill status={from} /> : <span>{preview.any}</span>}
      <span className="row way">
        <span className="mute">
          <Icon name="goTo" size="s" flips />
        </span>
        {to ? <StatusPill status={to} /> : <span>{kind === 'wake' ? preview.awake : preview.reminded}</span>}
        {preview.notes[kind] ? <span className="mute sm">{preview.notes[kind]}</span> : null}
        {movesAt ? <span className="mute sm">{preview.later(times.clock(movesAt))}</span> : null}
      </span>
      <button type="button" className="link count" aria-label={replay.all(tickets)} onClick={onLook}>
        {count}
      </button>
    </li>
  );
}
