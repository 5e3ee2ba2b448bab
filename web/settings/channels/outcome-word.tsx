import { Icon } from '../../parts/icon';
import type { IconName } from '../../parts/icons';
import { useWords } from '../../words';
import type { Outcome } from './queries';

// biome-ignore format: a table is read in columns
const LOOKS: Record<Outcome | 'rejected', { readonly icon: IconName; readonly tone: string }> = {
  applied:  { icon: 'check',     tone: 'good' },
  ignored:  { icon: 'minus',     tone: 'mute' },
  failed:   { icon: 'failed',    tone: 'bad-t' },
  unrouted: { icon: 'uncertain', tone: 'warn-t' },
  rejected: { icon: 'cross',     tone: 'bad-t' },
};

/** What became of an event: a mark and its word. */
export function OutcomeWord({ outcome }: { readonly outcome: Outcome | 'rejected' }) {
  const { outcomes } = useWords().channels.log;
  const { icon, tone } = LOOKS[outcome];
  return (
    <span className={`outcome ${tone}`}>
      <Icon name={icon} />
      {outcomes[outcome]}
    </span>
  );
}
