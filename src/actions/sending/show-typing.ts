import { seenBy } from '../../domain/access';
import { Refusal } from '../../domain/errors';
import { forbidden, unfit } from '../../domain/permissions';
import type { Instant } from '../../domain/ticket';
import type { Store } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { policyFor } from '../rules';
import { askingOf } from '../tickets/in-hand';
import { attentionIn } from './attention';
import { outsideOf } from './outside-of';

const PAUSE = 5_000;
/** Longer than this it may hold up nobody. */
const PATIENCE = 2_000;

/** When each chat was last shown it, by this process. */
const shown = new WeakMap<Store, Map<string, Instant>>();

/** Shows the customer that an answer is being written, at most every five seconds. Best effort: nothing is stored, nothing is thrown. */
export async function showTyping(desk: Desk, chatId: string): Promise<void> {
  if (isShown(desk, chatId)) return;
  try {
    const there = await attentionIn(desk, chatId);
    if (!there) return;
    const outside = outsideOf(desk, there.channel);
    await there.kind.typing?.(there.config, there.attention, { ...outside, timeout: Math.min(PATIENCE, outside.timeout) });
  } catch {
    // It would be over before a second try.
  }
}

/** Which chat an agent writes in; refuses as answering there would be refused. */
export async function chatToTypeIn(desk: Desk, { ticketId, by }: { readonly ticketId: string; readonly by: Person }): Promise<string> {
  const house = await desk.house.refresh();
  const view = await desk.store.reads.ticket(ticketId, seenBy(by, { house }));
  if (!view) throw new Refusal('not_found', 'There is no such ticket.');
  const [self] = await desk.store.reads.agentsByIds([by.id]);
  const asking = askingOf(by, self);
  const policy = policyFor(house, view.ticket.channelId);
  const refusal = forbidden('reply', view.ticket, asking, policy) ?? unfit('reply', view.ticket, asking, policy);
  if (refusal) throw refusal;
  return view.ticket.chatId;
}

function isShown({ store, clock }: Pick<Desk, 'store' | 'clock'>, chatId: string): boolean {
  const now = clock.now();
  const chats = shown.get(store) ?? new Map<string, Instant>();
  shown.set(store, chats);
  for (const [id, at] of chats) if (now - at >= PAUSE) chats.delete(id);
  if (chats.has(chatId)) return true;
  chats.set(chatId, now);
  return false;
}
