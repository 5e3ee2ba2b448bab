import { Icon } from '../parts/icon';
import { useWords } from '../words';

/** What is new waits here until the reader asks for it. What is said aloud stands beside: nothing is heard out of a button. */
export function NewAbove({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { inbox } = useWords();
  return (
    <>
      <button type="button" className="newabove" onClick={onShow}>
        <Icon name="up" size="xs" />
        {inbox.newAbove(count)}
      </button>
      <span className="unseen" role="status">
        {inbox.newAbove(count)}
      </span>
    </>
  );
}

/** Rows that fit no more stay, greyed, until the reader lets them go. */
export function LeftOver({ count, onTidy }: { readonly count: number; readonly onTidy: () => void }) {
  const { inbox } = useWords();
  return (
    <div className="leftover">
      <span className="grow mute sm">{inbox.leftOver(count)}</span>
      <button type="button" className="btn small" onClick={onTidy}>
        {inbox.tidyUp}
      </button>
    </div>
  );
}

/** After a break the reader looks at what changed meanwhile. */
export function OnlyChanged({ count, onShowAll }: { readonly count: number; readonly onShowAll: () => void }) {
  const { inbox, shell } = useWords();
  return (
    <div className="leftover above">
      <span className="grow sm">
        {shell.link.changed(count)} {shell.link.whileOffline}
      </span>
      <button type="button" className="btn small" onClick={onShowAll}>
        {inbox.showAll}
      </button>
    </div>
  );
}
