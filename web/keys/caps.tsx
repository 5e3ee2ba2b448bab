import { type Chord, capsOf } from './chord';

/** The keys of a command as caps; hidden from readers of screens, which have `aria-keyshortcuts`. */
export function Caps({ chord }: { readonly chord: Chord }) {
  return (
    <span className="keys" aria-hidden="true">
      {capsOf(chord).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
