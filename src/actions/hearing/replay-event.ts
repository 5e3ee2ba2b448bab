import { Refusal } from '../../domain/errors';
import type { LoggedEvent } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { kindOf } from '../sending/sendable';
import { openPeople } from './people';
import { receive } from './receive';
import { isRedacted } from './unsaid';

/** Hears a kept event once more, as it came, for the channel that its account belongs to now. */
export async function replayEvent(
  desk: Desk,
  { eventId, channelId }: { readonly eventId: string; readonly channelId: string },
): Promise<LoggedEvent> {
  const event = await desk.store.reads.webhookEvent(eventId);
  if (!event || event.channelId !== channelId) throw new Refusal('not_found', 'There is no such event.');
  if (isRedacted(event.raw)) return event;
  const house = await desk.house.refresh();
  const channel = channelIn(house, channelId);
  if (!channel) throw new Refusal('not_found', 'There is no such channel.');
  const kind = kindOf(desk, channel.kind);
  const home = house.channels.find(
    (one) =>
      one.deletedAt === null && one.kind === channel.kind && event.account !== null && kind.accounts(one.config).includes(event.account),
  );
  const heard = kind.hear?.(event.raw) ?? [];
  const unrouted = event.outcome === 'unrouted' && !home;
  const items = heard.map((one, at) => ({
    channelId: (home ?? channel).id,
    heard: one,
    unrouted,
    ...(at === 0 ? { replays: event } : {}),
  }));
  await receive(desk, items, openPeople());
  return (await desk.store.reads.webhookEvent(eventId)) ?? event;
}
