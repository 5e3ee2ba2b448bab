import { Icon } from '../parts/icon';
import { useTyped } from '../parts/use-typed';
import { useWords } from '../words';

interface Props {
  readonly q: string | undefined;
  readonly onLook: (q: string) => void;
}

/** Looks a moment after the last key. */
export function Search({ q = '', onLook }: Props) {
  const { contacts } = useWords();
  const [text, setText] = useTyped(q, onLook);
  return (
    <div className="finding">
      <label className="input searchbox">
        <Icon name="search" />
        <span className="unseen">{contacts.search}</span>
        <input
          type="search"
          value={text}
          placeholder={contacts.searchHint}
          dir="auto"
          maxLength={256}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </div>
  );
}
