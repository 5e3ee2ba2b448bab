import type { Channel } from '../../api/types';
import { useWords } from '../../words';

// biome-ignore format: a table is read in columns
const LOOKS = {
  new:    { dot: 'away',   text: 'warn-t' },
  ok:     { dot: 'online', text: 'good' },
  paused: { dot: 'bad',    text: 'bad-t' },
} as const;

/** How an account is doing: a dot and its word. */
export function ChannelState({ status }: { readonly status: Channel['state']['status'] }) {
  const { states } = useWords().channels;
  const { dot, text } = LOOKS[status];
  return (
    <span className={`state nw ${text}`}>
      <span className={`dot ${dot}`} />
      <b>{states[status]}</b>
    </span>
  );
}
