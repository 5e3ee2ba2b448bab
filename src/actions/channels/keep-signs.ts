import { SIGNS } from '../../domain/signs';
import type { Sign } from '../../ports/store';
import type { Desk } from '../desk';

/** What an admin who sets a webhook up waits for: every one of it is told, not only the first. */
const AWAITED: ReadonlySet<string> = new Set([SIGNS.handshake, SIGNS.handshakeFailed]);

/** Remembers that webhooks live. The configuration stays as it is; screens that show the channel are told. */
export async function keepSigns(desk: Pick<Desk, 'store' | 'bus'>, signs: readonly Sign[]): Promise<void> {
  const fresh = await desk.store.atomically((tx) => tx.keepSigns(signs));
  const told = new Set([...fresh, ...signs.filter(({ name }) => AWAITED.has(name))].map(({ channelId }) => channelId));
  if (told.size > 0) desk.bus.announce([...told].map((id) => ({ name: 'channel.state_changed' as const, id })));
}
