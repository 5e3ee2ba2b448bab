import { useWords } from '../../../words';
import type { Health } from './queries';

// biome-ignore format: a table is read in columns
const LOOKS = {
  good:    { dot: 'online',  text: 'good' },
  bad:     { dot: 'bad',     text: 'bad-t' },
  unknown: { dot: 'offline', text: 'mute' },
} as const;

/** How a channel is: a dot and its word. */
export function HealthState({ state }: Pick<Health, 'state'>) {
  const { states } = useWords().health;
  const { dot, text } = LOOKS[state];
  return (
    <span className={`state nw ${text}`}>
      <span className={`dot ${dot}`} />
      <b>{states[state]}</b>
    </span>
  );
}
