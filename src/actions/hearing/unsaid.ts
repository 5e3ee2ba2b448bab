import type { Heard } from '../../ports/channel';
import type { Errand, LoggedEvent, ProviderKey } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { transact } from '../transact';
import { keyed } from './provider-key';

/** Events that bring words; those about a message that has none bring nothing to hide. */
const WORDED: ReadonlySet<string> = new Set(['message', 'echo', 'past', 'edit']);

const REDACTED = { redacted: 'The message was taken back.' };

/** The log is looked through for so long at a time. */
const PIECE = 6 * 60 * 60_000;

export const isRedacted = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'redacted' in raw;

/** The raw words to keep of an event: none, when they are of a message that was taken back. */
export function rawToKeep(ledger: Ledger, channelId: string, heard: Heard): unknown {
  const gone = messageIn(heard).some((id) => (ledger.byProvider(channelId, id)?.deletedAt ?? null) !== null);
  return gone ? REDACTED : heard.raw;
}

/** Kept events as they may be read: what a sender took back is shown in none of those that brought it. */
export async function withoutUnsaid(desk: Pick<Desk, 'kinds' | 'store' | 'house'>, events: readonly LoggedEvent[]): Promise<LoggedEvent[]> {
  const house = desk.house.current();
  const named = events.map((event) => {
    const kind = desk.kinds.get(channelIn(house, event.channelId)?.kind ?? '');
    const heard = WORDED.has(event.kind) && !isRedacted(event.raw) ? (kind?.hear?.(event.raw) ?? []) : [];
    return heard
      .map(keyed)
      .flatMap(messageIn)
      .map((id): ProviderKey => ({ channelId: event.channelId, id }));
  });
  const gone = await desk.store.reads.takenBack(named.flat());
  const isGone = ({ channelId, id }: ProviderKey) => gone.some((one) => one.channelId === channelId && one.id === id);
  return events.map((event, at) => (named[at]?.some(isGone) ? { ...event, raw: REDACTED } : event));
}

/** Takes the words of a message that was taken back out of the log, from when it came until now. */
export async function redactEvents(desk: Desk, errand: Errand): Promise<void> {
  const { channelId, id, from } = errand.payload as { channelId: string; id: string; from: number };
  for (let at = from; at <= desk.clock.now(); at += PIECE) {
    const found = await desk.store.reads.eventsNaming(channelId, id, { from: at, until: at + PIECE });
    const shown = await withoutUnsaid(desk, found);
    const gone = found.filter((event, index) => shown[index] !== event).map((event) => event.id);
    if (gone.length > 0) await transact(desk, (tx) => tx.redactEvents(gone, REDACTED));
  }
  await transact(desk, async (_tx, ledger) => ledger.done(errand.id));
}

function messageIn(heard: Heard): string[] {
  if (heard.type === 'message' || heard.type === 'echo' || heard.type === 'past') return [heard.id];
  return heard.type === 'edit' ? [heard.target] : [];
}
