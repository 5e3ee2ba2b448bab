import { ICONS, type IconName } from './icons';

interface Props {
  readonly name: IconName;
  readonly size?: 's' | 'xs';
  /** Turned round where people read from right to left. */
  readonly flips?: boolean;
}

/** A drawing beside its word: readers of screens hear the word. */
export function Icon({ name, size, flips }: Props) {
  return (
    <svg className={`i ${size ?? ''} ${flips ? 'flips' : ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
