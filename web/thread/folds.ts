import type { Message } from '../api/types';
import { type Entry, type Line, messageLine } from './entry';

interface Folding {
  readonly opened: ReadonlySet<string>;
  readonly ticketId: string;
  /** When the ticket was made; null while its events are not there. */
  readonly began: string | null;
}

/**
 * The bot speaks before a ticket and never in it: of the messages of one ticket everything up to the bot's last words is
 * its conversation, and is folded; but for what those words do not answer. What belongs to no ticket and stands at the end
 * stays open.
 */
export function blocksOf(messages: readonly Message[], { opened, ticketId, began }: Folding): Line[] {
  const groups = groupedBy(messages, (message) => message.ticketId);
  return groups.flatMap((group, index) => {
    const isNow = index === groups.length - 1 && group[0]?.ticketId === null;
    const end = isNow ? 0 : group.findLastIndex(isBot) + 1;
    const late = lateIn(group.slice(0, end), group[0]?.ticketId === ticketId ? began : null);
    const talk = group.slice(0, end).filter((one) => !late.has(one));
    return [...foldOf(talk, opened), ...[...late, ...group.slice(end)].map(messageLine)];
  });
}

const isBot = ({ author }: Message): boolean => author.kind === 'bot';

/**
 * What came while the bot's last words were on their way: after the ticket was made, or behind the message that they
 * answer, the first since the bot's words before.
 */
function lateIn(talk: readonly Message[], began: string | null): ReadonlySet<Message> {
  const lastWords = talk.findLastIndex((one) => !isBot(one)) + 1;
  const answered = talk.slice(0, lastWords).findLastIndex(isBot) + 1;
  return new Set(talk.filter((one, at) => !isBot(one) && ((began !== null && one.heardAt > began) || (at > answered && at < lastWords))));
}

function foldOf(talk: readonly Message[], opened: ReadonlySet<string>): Line[] {
  const [first, last] = [talk[0], talk.at(-1)];
  if (!first || !last) return [];
  const key = `fold-${last.id}`;
  const open = opened.has(key);
  const entry: Entry = { kind: 'fold', key, messages: talk, open };
  return [{ at: first.sentAt, ticketId: first.ticketId, entry }, ...(open ? talk.map(messageLine) : [])];
}

/** Neighbours of the same key together. */
function groupedBy<Row>(rows: readonly Row[], key: (row: Row) => unknown): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && key(group[0]) === key(row)) group.push(row);
    else groups.push([row]);
  }
  return groups;
}
