import { memo } from 'react';
import type { Message } from '../api/types';
import { Bubble } from './bubble';
import type { Entry } from './entry';
import { EventLine } from './event-line';
import { DayBreak, Fold, TicketLine } from './lines';
import { showsTime } from './voices';

interface LineProps {
  readonly entry: Entry;
  readonly next: Message | null;
  readonly open: boolean;
  readonly lit: boolean;
  /** It has just come, at the bottom: it rises. */
  readonly fresh: boolean;
  readonly toggle: (key: string) => void;
}

/** One line of a thread, whatever it is. */
export const Line = memo(function Line({ entry, next, open, lit, fresh, toggle }: LineProps) {
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
      return <DayBreak at={entry.at} imported={entry.imported} />;
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
  if (one.kind === 'day' && other.kind === 'day') return one.imported === other.imported;
  return one.kind === other.kind;
}
