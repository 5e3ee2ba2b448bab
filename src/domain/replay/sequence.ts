import { counts } from '../delivery';
import type { TicketEvent } from '../events';
import type { Message } from '../message';
import type { Instant } from '../ticket';
import { type Fired, firedBy, follows, isOfPresence } from './kinds-of-event';
import type { ChatRecord, Leaving, Rules } from './record';

/** One thing that came from outside of time, or a moment at which time is on record to have acted. */
export type Item = { readonly at: Instant } & (
  | { readonly what: 'rules' }
  | { readonly what: 'leaving'; readonly leaving: Leaving }
  | { readonly what: 'heard'; readonly message: Message }
  | { readonly what: 'act'; readonly event: TicketEvent; readonly onClosed: boolean }
  | { readonly what: 'look'; readonly fired: Fired }
  | { readonly what: 'said'; readonly message: Message }
  | { readonly what: 'accepted'; readonly message: Message }
  | { readonly what: 'failed'; readonly message: Message }
);

type Placed = Item & { readonly key: Instant; readonly rank: number; readonly ticketId: string | null; readonly type?: string };

const RANK = { rules: 0, leaving: 1, heard: 2, act: 3, look: 3, said: 4, accepted: 5, failed: 5 } as const;

/** Everything that came to a chat, in the order in which it happened. */
export function sequenceOf(record: ChatRecord, { changes }: Pick<Rules, 'changes'>): Item[] {
  const begin = record.events[0]?.at ?? 0;
  const marks = changes.filter((at) => at >= begin).map((at) => placed({ what: 'rules', at }));
  const aside = [...settledIn(record), ...marks].sort((a, b) => a.key - b.key || a.rank - b.rank);
  return merged(merged(messagesIn(record), eventsIn(record)), aside);
}

const placed = (item: Item, key: Instant = item.at, ticketId: string | null = null): Placed => ({
  ...item,
  key,
  rank: RANK[item.what],
  ticketId,
});

/** Two lines in one; each keeps its own order, whatever its clocks say. */
function merged(one: readonly Placed[], other: readonly Placed[]): Placed[] {
  const all: Placed[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [one[i], other[j]];
    if (!a || !b) return [...all, ...one.slice(i), ...other.slice(j)];
    if (isBefore(b, a)) [all[all.length], j] = [b, j + 1];
    else [all[all.length], i] = [a, i + 1];
  }
}

/** At one moment: what a customer wrote into a later ticket came after what ended the earlier one. */
function isBefore(a: Placed, b: Placed): boolean {
  if (a.key !== b.key) return a.key < b.key;
  const isOther = b.what === 'heard' && (a.what === 'act' || a.what === 'look') && b.ticketId !== a.ticketId && a.type !== 'created';
  return isOther || a.rank < b.rank;
}

/** What people, routing and time did, without what follows from something else. */
function eventsIn({ events }: ChatRecord): Placed[] {
  let key = 0;
  const closed = new Set<string>();
  return events.flatMap((event, place): Placed[] => {
    key = Math.max(key, event.at);
    const onClosed = closed.has(event.ticketId);
    if (event.status?.to === 'closed') closed.add(event.ticketId);
    else if (event.status) closed.delete(event.ticketId);
    const { at, ticketId, type } = event;
    const fired = firedBy(event);
    if (fired) return [{ ...placed({ what: 'look', at, fired }, key, ticketId), type }];
    if (follows(event, events[place - 1], at)) return [];
    const leaving = leavingBy(event);
    return [
      { ...placed(leaving ? { what: 'leaving', at, leaving } : { what: 'act', at, event, onClosed }, key, ticketId), rank: RANK.act, type },
    ];
  });
}

function leavingBy(event: TicketEvent): Leaving | null {
  if (!isOfPresence(event)) return null;
  const agentId = event.assignee?.from;
  if (!agentId) return null;
  const presence = event.cause === 'agent_removed' ? 'removed' : String(event.decision?.facts.presence ?? 'offline');
  return { agentId, presence: presence as Leaving['presence'], at: event.at };
}

function messagesIn({ messages }: ChatRecord): Placed[] {
  return messages
    .filter(({ direction, importedAt }) => direction !== 'note' && importedAt === null)
    .map((message) =>
      placed({ what: message.direction === 'in' ? 'heard' : 'said', at: message.heardAt, message }, message.heardAt, message.ticketId),
    );
}

/** When the network took what went out, or refused it in the end. */
function settledIn(record: ChatRecord): Placed[] {
  const { messages } = record;
  const settled = messages.flatMap((message): Placed[] => {
    const { direction, author, delivery } = message;
    if (direction !== 'out' || author.kind === 'channel_app' || author.kind === 'bot' || !delivery) return [];
    if (delivery.status === 'failed')
      return [placed({ what: 'failed', at: delivery.history?.at(-1)?.endedAt ?? message.heardAt, message })];
    return counts(delivery) && delivery.acceptedAt !== null ? [placed({ what: 'accepted', at: delivery.acceptedAt, message })] : [];
  });
  return [...settled, ...forgotten(record)];
}

/** What was taken, had a ticket turn idle and failed after all has forgotten when it was taken: the record of the idling has not. */
function forgotten({ events, messages }: ChatRecord): Placed[] {
  const known = new Set(messages.map(({ author, delivery, heardAt }) => (author.kind === 'channel_app' ? heardAt : delivery?.acceptedAt)));
  return events.flatMap((event) => {
    const at = firedBy(event)?.kind === 'idle' ? Number(event.decision?.facts.acceptedAt) : Number.NaN;
    if (Number.isNaN(at) || known.has(at)) return [];
    const message = messages.findLast(
      ({ author, delivery, heardAt }) => author.kind === 'agent' && delivery?.acceptedAt === null && heardAt <= at,
    );
    return message ? [placed({ what: 'accepted', at, message })] : [];
  });
}
