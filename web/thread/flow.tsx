import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { Message } from '../api/types';
import { useCommands } from '../keys/commands';
import { onWritten } from '../live/messages';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Bubble } from './bubble';
import { type Around, ThreadAround } from './context';
import type { Entry } from './entries';
import { EventLine } from './event-line';
import { DayBreak, Fold, TicketLine } from './lines';
import { useScroll } from './use-scroll';
import { showsTime } from './voices';

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

interface LineProps {
  readonly entry: Entry;
  readonly next: Message | null;
  readonly open: boolean;
  readonly lit: boolean;
  /** It has just come, at the bottom: it rises. */
  readonly fresh: boolean;
  readonly toggle: (key: string) => void;
}

const Line = memo(function Line({ entry, next, open, lit, fresh, toggle }: LineProps) {
  return (
    <div
      className={`entry ${lit ? 'lit' : ''} ${fresh ? 'fresh' : ''} ${entry.kind === 'message' && !entry.first ? 'goeson' : ''}`}
      data-key={entry.key}
    >
      <What entry={entry} next={next} open={open} onToggle={() => toggle(entry.key)} />
    </div>
  );
}, isSame);

function What({ entry, next, open, onToggle }: Pick<LineProps, 'entry' | 'next' | 'open'> & { readonly onToggle: () => void }) {
  switch (entry.kind) {
    case 'day':
      return <DayBreak at={entry.at} />;
    case 'event':
      return <EventLine events={entry.events} open={open} onToggle={onToggle} />;
    case 'fold':
      return <Fold messages={entry.messages} open={open} onToggle={onToggle} />;
    case 'ticket':
      return <TicketLine ticketId={entry.ticketId} where={entry.where} />;
    case 'message':
      return <Bubble message={entry.message} first={entry.first} last={entry.last} timed={entry.last || showsTime(entry.message, next)} />;
  }
}

/** Entries are made anew with every message; a line is drawn again only when what it shows has changed. */
function isSame(before: LineProps, now: LineProps): boolean {
  if (before.open !== now.open || before.lit !== now.lit || before.toggle !== now.toggle) return false;
  const [one, other] = [before.entry, now.entry];
  if (one.kind === 'message' && other.kind === 'message')
    return (
      one.message === other.message && one.first === other.first && one.last === other.last && before.next?.sentAt === now.next?.sentAt
    );
  if (one.kind === 'fold' && other.kind === 'fold') return one.messages.length === other.messages.length;
  if (one.kind === 'event' && other.kind === 'event') return one.events.length === other.events.length;
  return one.kind === other.kind;
}

const newestOf = (entries: readonly Entry[]): number =>
  entries.reduce((top, entry) => (entry.kind === 'message' ? Math.max(top, entry.message.seq) : top), 0);

/** How many messages came below while the reader was higher up. Who writes here goes along with what they wrote. */
function useBelow(entries: readonly Entry[], follows: boolean, chatId: string, toEnd: () => void): number {
  const newest = useMemo(() => newestOf(entries), [entries]);
  const [seen, see] = useState(newest);
  if (follows && seen !== newest) see(newest);
  useEffect(() => onWritten((message) => message.chatId === chatId && message.seq >= newest && toEnd()), [chatId, newest, toEnd]);
  return useMemo(
    () => (follows ? 0 : entries.filter((entry) => entry.kind === 'message' && entry.message.seq > seen).length),
    [entries, follows, seen],
  );
}

function useLastWhy(
  entries: readonly Entry[],
  turn: (key: string) => void,
  to: (key: string) => void,
  drawn: { from: number; to: number },
): void {
  const { why } = useWords().thread;
  const at = entries.findLastIndex((entry) => entry.kind === 'event' && entry.events.some(({ decision }) => decision !== null));
  const key = entries[at]?.key;
  const isDrawn = at >= drawn.from && at < drawn.to;
  const commands = useMemo(
    () =>
      key === undefined
        ? []
        : [
            {
              id: 'ticket.why',
              group: 'ticket' as const,
              title: why.command,
              icon: 'info' as const,
              keys: 'Alt+KeyW',
              run: () => {
                turn(key);
                if (!isDrawn) to(key);
              },
            },
          ],
    [key, isDrawn, turn, to, why],
  );
  useCommands(commands);
}
