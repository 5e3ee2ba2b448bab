import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Message } from '../api/types';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { type Around, ThreadAround } from './context';
import type { Entry } from './entry';
import { Line } from './line';
import { newestOf, useBelow } from './use-below';
import { useLastWhy } from './use-last-why';
import { useScroll } from './use-scroll';

interface Props {
  readonly entries: readonly Entry[];
  readonly around: Omit<Around, 'goTo'>;
  /** Folds and whys that are open. */
  readonly opened: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly top: React.ReactNode;
  readonly onTop: () => void;
}

/** The lines of a thread, of which a part is drawn. What comes while the reader is higher up waits below, counted. */
export function Flow({ entries, around, opened, toggle, top, onTop }: Props) {
  const { thread } = useWords();
  const keys = useMemo(() => entries.map(({ key }) => key), [entries]);
  const [begin] = useState(() => entries.find((entry) => entry.kind === 'ticket' && entry.where === 'after')?.key ?? null);
  const { scroller, drawn, follows, onScroll, moves } = useScroll({ keys, onTop, begin });
  const [lit, light] = useState<string | null>(null);
  const { ticket } = around;
  const turn = useCallback(
    (key: string) => {
      moves.hold(key);
      toggle(key);
    },
    [moves, toggle],
  );
  const goTo = useCallback(
    (key: string) => {
      const folded = entries.find((entry) => entry.kind === 'fold' && !entry.open && entry.messages.some(({ id }) => id === key));
      if (folded) toggle(folded.key);
      moves.to(key);
      light(key);
    },
    [entries, moves, toggle],
  );
  useEffect(() => {
    const timer = lit === null ? undefined : setTimeout(() => light(null), 1_600);
    return () => clearTimeout(timer);
  }, [lit]);
  const context = useMemo(() => ({ ...around, goTo }), [around, goTo]);
  useLastWhy(entries, turn, moves.to, drawn);
  const below = useBelow(entries, follows, ticket.chatId, moves.toEnd);
  const isAtStart = drawn.from === 0;
  const [begun] = useState(() => newestOf(entries));
  return (
    <ThreadAround value={context}>
      <div className="flowbox">
        <div
          className="flow"
          role="log"
          aria-live="off"
          aria-label={thread.log(around.name)}
          ref={scroller}
          onScroll={onScroll}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
          tabIndex={0}
        >
          <div className="flowtop">{isAtStart ? top : null}</div>
          {entries.slice(drawn.from, drawn.to).map((entry, index) => (
            <Line
              key={entry.key}
              entry={entry}
              next={messageOf(entries[drawn.from + index + 1])}
              open={opened.has(entry.key)}
              lit={lit === entry.key}
              fresh={follows && drawn.from + index === entries.length - 1 && newestOf([entry]) > begun}
              toggle={turn}
            />
          ))}
        </div>
        {below > 0 ? (
          <button type="button" className="newbelow" onClick={moves.toEnd} key={ticket.id}>
            {thread.newBelow(below)} <Icon name="down" size="s" />
          </button>
        ) : null}
      </div>
    </ThreadAround>
  );
}

const messageOf = (entry: Entry | undefined): Message | null => (entry?.kind === 'message' ? entry.message : null);
