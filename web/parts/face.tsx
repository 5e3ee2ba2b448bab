import { ChannelMark } from './channel-mark';
import { Icon } from './icon';
import { initialsOf } from './initials';

type Size = 20 | 24 | 28 | 36 | 44;

interface Props {
  /** Empty for somebody who has no name yet. */
  readonly name: string;
  /** What tells this person from others of the same name: the colour hangs on it. */
  readonly id: string;
  readonly size: Size;
  readonly channel?: string;
  readonly presence?: 'online' | 'away' | 'offline';
}

/** Somebody as initials on a colour of their own; without a name as anybody. */
export function Face({ name, id, size, channel, presence }: Props) {
  return (
    <span className={`face f${colorOf(id)} z${size}`} aria-hidden={channel ? undefined : true}>
      {name === '' ? <Icon name="person" size={size < 28 ? 'xs' : undefined} /> : <span aria-hidden="true">{initialsOf(name)}</span>}
      {channel ? <ChannelMark kind={channel} /> : null}
      {presence ? <span className={`dot on-line ${presence}`} /> : null}
    </span>
  );
}

function colorOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 8;
}
