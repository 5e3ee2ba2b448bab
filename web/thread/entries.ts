import type { Message, TicketEvent } from '../api/types';
import type { Entry, Line } from './entry';
import { blocksOf } from './folds';

interface Asked {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Of the ticket that is shown. */
  readonly events: readonly TicketEvent[];
  readonly ticketId: string;
  /** A calendar day where the agent is. */
  readonly dayOf: (at: string) => string;
  /** Folds that were opened, by key. */
  readonly opened: ReadonlySet<string>;
}

/** Everything that a thread shows, in order: days, folded bot conversations, messages in runs, events, and where one ticket ends and another begins. */
export function entriesOf({ messages, events, ticketId, dayOf, opened }: Asked): Entry[] {
  const began = events.find(({ type }) => type === 'created')?.at ?? null;
  const blocks = blocksOf(messages, { opened, began, ticketId });
  const marked = withTickets(blocks, ticketId);
  return inRuns(withDays(withEvents(marked, joined(events)), dayOf));
}

/** Where a former ticket ended, and where a later one began. */
function withTickets(lines: readonly Line[], current: string): Line[] {
  const here = lines.findLastIndex(({ ticketId }) => ticketId === current);
  const ends = new Map<string, number>();
  const begins = new Map<string, number>();
  for (const [index, { ticketId }] of lines.entries()) {
    if (ticketId === null || ticketId === current) continue;
    ends.set(ticketId, index);
    if (!begins.has(ticketId)) begins.set(ticketId, index);
  }
  return lines.flatMap((line, index) => {
    const { ticketId, at } = line;
    const mark = (where: 'before' | 'after'): Line => ({
      at,
      ticketId,
      entry: { kind: 'ticket', key: `${where}-${ticketId}`, ticketId: ticketId ?? '', where },
    });
    if (ticketId === null || ticketId === current) return [line];
    const isLater = here >= 0 && (begins.get(ticketId) ?? 0) > here;
    if (isLater) return begins.get(ticketId) === index ? [mark('after'), line] : [line];
    return ends.get(ticketId) === index ? [line, mark('before')] : [line];
  });
}

/** Events stand after what was said at the same instant: the last words of a hand-off come before the ticket. */
function withEvents(lines: readonly Line[], events: readonly (readonly TicketEvent[])[]): Line[] {
  const all: Line[] = [];
  let next = 0;
  const until = (at: string | null) => {
    for (let event = events[next]; event && (at === null || momentOf(event) < at); event = events[++next]) all.push(eventLine(event));
  };
  for (const line of lines) {
    // The line of a former ticket stands right below its last words.
    if (line.entry.kind !== 'ticket' || line.entry.where === 'after') until(line.at);
    all.push(line);
  }
  until(null);
  return all;
}

const momentOf = (events: readonly TicketEvent[]): string => events[0]?.at ?? '';

const eventLine = (events: readonly TicketEvent[]): Line => ({
  at: momentOf(events),
  ticketId: null,
  entry: { kind: 'event', key: `event-${events[0]?.seq}`, events },
});

/** What one act made happen at once reads as one line: an opening and who got it, a snooze and the setting aside. Notes are messages. */
function joined(events: readonly TicketEvent[]): TicketEvent[][] {
  const told = events.filter(({ type }) => type !== 'noted').sort((a, b) => a.seq - b.seq);
  const lines: TicketEvent[][] = [];
  for (const event of told) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line && before && before.at === event.at && belongs(before, event)) line.push(event);
    else lines.push([event]);
  }
  return lines;
}

function belongs(before: TicketEvent, event: TicketEvent): boolean {
  if (event.type === 'snoozed') return before.cause === 'set_in_progress';
  if (event.cause === 'woken') return before.type === 'woken';
  if (event.cause !== 'assigned' || event.assignee?.to == null) return false;
  return before.type === 'created' || before.type === 'woken' || before.to === 'pending';
}

function withDays(lines: readonly Line[], dayOf: Asked['dayOf']): Entry[] {
  const days = new Set<string>();
  return lines.flatMap(({ at, entry }): Entry[] => {
    const day = dayOf(at);
    if (days.has(day) || entry.kind === 'ticket') return [entry];
    days.add(day);
    return [{ kind: 'day', key: `day-${day}`, at, imported: isImported(entry) }, entry];
  });
}

/** A day that begins with what the phone's history brought says so. */
const isImported = (entry: Entry): boolean => entry.kind === 'message' && entry.message.importedAt !== null;

const RUN = 2 * 60_000;

/** One face stands for a run: the same voice, with no more than two minutes between. */
function inRuns(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, index) =>
    entry.kind === 'message' ? { ...entry, first: !follows(entries[index - 1], entry), last: !follows(entry, entries[index + 1]) } : entry,
  );
}

function follows(before: Entry | undefined, after: Entry | undefined): boolean {
  if (before?.kind !== 'message' || after?.kind !== 'message') return false;
  const [one, other] = [before.message, after.message];
  return voiceOf(one) === voiceOf(other) && Date.parse(other.sentAt) - Date.parse(one.sentAt) <= RUN;
}

export const voiceOf = ({ author }: Pick<Message, 'author'>): string => `${author.kind} ${author.id ?? ''}`;
