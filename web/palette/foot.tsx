import { useWords } from '../words';

/** The keys of the palette itself. */
export function Foot() {
  const { palette } = useWords();
  return (
    <div className="ft">
      <span>
        <span className="keys">
          <kbd>↑</kbd>
          <kbd>↓</kbd>
        </span>
        {palette.choose}
      </span>
      <span>
        <span className="keys">
          <kbd>↵</kbd>
        </span>
        {palette.doIt}
      </span>
      <span>
        <span className="keys">
          <kbd>Esc</kbd>
        </span>
        {palette.away}
      </span>
      <span className="grow" />
      <span>{palette.also}</span>
    </div>
  );
}
