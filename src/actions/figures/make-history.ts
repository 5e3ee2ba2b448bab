import { historyOf, looseHistory, type Spoken, type Untold } from '../../domain/figures/history';
import type { Trace } from '../../domain/figures/trace';
import { timeOfId } from '../../domain/figures/trace-ids';
import type { Instant } from '../../domain/ticket';
import type { ChatPast, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { type Folding, inFold, stillMine } from './folding';

/** How many chats are looked at together, and of how many the history is made: who writes in those waits meanwhile. */
const LOOKED_AT = 500;
const AT_ONCE = 50;

/**
 * A desk that was there before its figures: makes, once, the traces that its tickets would have left. Nothing is folded
 * before it is through, so that all of them are counted in the order in which things happened.
 */
export async function makeHistory(desk: Desk, folding: Folding): Promise<void> {
  const { reads } = desk.store;
  const { historyAfter } = await reads.folded();
  if (historyAfter === null) return;
  const until = (await reads.firstTrace()) ?? desk.clock.now();
  for (let after = historyAfter; ; await folding.goOn()) {
    const looked = await reads.chatsAfter(after, LOOKED_AT);
    const untold = await reads.untoldAmong(looked, until);
    for (let from = 0; from < untold.length; from += AT_ONCE) await makeSome(desk, folding, untold.slice(from, from + AT_ONCE), until);
    const last = looked.at(-1);
    if (last === undefined || looked.length < LOOKED_AT) break;
    after = last;
  }
  await inFold(desk, folding, async (tx) => tx.saveFolded({ ...(await tx.holdFolded()), historyAfter: null }));
}

async function makeSome(desk: Desk, folding: Folding, chatIds: readonly string[], until: Instant): Promise<void> {
  await folding.goOn();
  await desk.store.atomically(async (tx) => {
    const traces = await tracesOf(tx, chatIds, until);
    await stillMine(desk, tx, folding);
    await tx.addTraces(traces.map((trace) => withId(desk, trace)));
    await tx.saveFolded({ ...(await tx.holdFolded()), historyAfter: chatIds.at(-1) ?? null });
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
  const created = new Map(tickets.map(({ id, createdAt }) => [id, createdAt]));
  const isLoose = ({ ticketId, at }: Spoken): boolean => ticketId === null || at < (created.get(ticketId) ?? 0);
  return [...ofTickets, ...chats.flatMap((chat) => looseHistory(chat, (spokenIn.get(chat.id) ?? []).filter(isLoose), until))];
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
