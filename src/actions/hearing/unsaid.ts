import type { Heard } from '../../ports/channel';
import type { LoggedEvent, ProviderKey } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { keyed } from './provider-key';

/** Events that bring words; those about a message that has none bring nothing to hide. */
const WORDED: ReadonlySet<string> = new Set(['message', 'echo', 'past', 'edit']);

const REDACTED = { redacted: 'The message was taken back.' };

/**
 * Kept events as they may be read: what a sender took back is shown in none of the events that brought it, also not in those
 * that came again afterwards. The words themselves stay in the log until it is tidied, for a replay must hear what came.
 */
export async function withoutUnsaid(desk: Pick<Desk, 'kinds' | 'store' | 'house'>, events: readonly LoggedEvent[]): Promise<LoggedEvent[]> {
  const house = desk.house.current();
  const named = events.map((event) => {
    const kind = desk.kinds.get(channelIn(house, event.channelId)?.kind ?? '');
    const heard = WORDED.has(event.kind) ? (kind?.webhook?.hear(event.raw) ?? []) : [];
    return heard
      .map(keyed)
      .flatMap(messageIn)
      .map((id): ProviderKey => ({ channelId: event.channelId, id }));
  });
  const gone = await desk.store.reads.takenBack(named.flat());
  const isGone = ({ channelId, id }: ProviderKey) => gone.some((one) => one.channelId === channelId && one.id === id);
  return events.map((event, at) => (named[at]?.some(isGone) ? { ...event, raw: REDACTED } : event));
}

function messageIn(heard: Heard): string[] {
  if (heard.type === 'message' || heard.type === 'echo' || heard.type === 'past') return [heard.id];
  return heard.type === 'edit' ? [heard.target] : [];
}
