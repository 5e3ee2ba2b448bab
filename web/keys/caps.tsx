import { type Chord, capsOf } from './chord';

interface Props {
  readonly chord: Chord;
  /** All on one cap, where there is little room. */
  readonly joined?: boolean;
}

/** The keys of a command as caps; hidden from readers of screens, which have `aria-keyshortcuts`. */
export function Caps({ chord, joined }: Props) {
  const caps = capsOf(chord);
  return (
    <span className="keys" aria-hidden="true" dir="ltr">
      {(joined ? [caps.join(' ')] : caps).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
