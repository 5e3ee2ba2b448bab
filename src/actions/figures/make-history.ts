import { historyOf, looseHistory, type Untold } from '../../domain/figures/history';
import type { Trace } from '../../domain/figures/trace';
import { timeOfId } from '../../domain/figures/trace-ids';
import type { Instant } from '../../domain/ticket';
import type { ChatPast, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Folding } from './folding';

/** Chats at once: who writes in them waits meanwhile. */
const AT_ONCE = 50;

/**
 * A desk that was there before its figures: makes, once, the traces that its tickets would have left. Nothing is folded
 * before it is through, so that all of them are counted in the order in which things happened.
 */
export async function makeHistory(desk: Desk, folding: Folding): Promise<void> {
  const { reads } = desk.store;
  let { historyAfter } = await reads.folded();
  if (historyAfter === null) return;
  const until = (await reads.firstTrace()) ?? desk.clock.now();
  while (historyAfter !== null) {
    await folding.goOn();
    historyAfter = await makeSome(desk, folding, { after: historyAfter, until });
  }
}

/** Answers up to which chat it came; null = that was all. */
async function makeSome(desk: Desk, { hold }: Folding, { after, until }: { after: string; until: Instant }): Promise<string | null> {
  const chatIds = await desk.store.reads.chatsAfter(after, AT_ONCE);
  return desk.store.atomically(async (tx) => {
    const traces = chatIds.length === 0 ? [] : await tracesOf(tx, chatIds, until);
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    await tx.addTraces(traces.map((trace) => withId(desk, trace)));
    const historyAfter = chatIds.length < AT_ONCE ? null : (chatIds.at(-1) ?? null);
    await tx.saveFolded({ ...(await tx.holdFolded()), historyAfter });
    return historyAfter;
  });
}

async function tracesOf(tx: Tx, chatIds: readonly string[], until: Instant): Promise<Untold[]> {
  await tx.hold(chatIds);
  return tracesIn(await tx.pastOf(chatIds), until);
}

/** Ids begin with the time of what they name: a time is found by them. */
const withId = ({ newId }: Desk, trace: Untold): Trace => ({ id: timeOfId(trace.at) + newId().slice(timeOfId(0).length), ...trace });

function tracesIn({ chats, tickets, events, spoken, traces }: ChatPast, until: Instant): Untold[] {
  const eventsOf = grouped(events, ({ ticketId }) => ticketId);
  const tracedOf = grouped(traces, ({ ticketId }) => ticketId);
  const spokenIn = grouped(spoken, ({ chatId }) => chatId);
  const ofTickets = tickets.flatMap((ticket) =>
    historyOf({
      ticket,
      events: eventsOf.get(ticket.id) ?? [],
      spoken: (spokenIn.get(ticket.chatId) ?? []).filter(({ ticketId }) => ticketId === ticket.id),
      traces: tracedOf.get(ticket.id) ?? [],
    }),
  );
  return [...ofTickets, ...chats.flatMap((chat) => looseHistory(chat, spokenIn.get(chat.id) ?? [], until))];
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const one of list) {
    const known = groups.get(keyOf(one));
    if (known) known.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
